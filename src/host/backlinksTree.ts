import * as vscode from 'vscode';
import { lineExcerpt } from '../core/lineExcerpt.ts';
import { backlinkGroups, backlinksIn, type Backlink, type BacklinkGroup } from '../core/links/backlinks.ts';
import { mentionNames } from '../core/links/mentionNames.ts';
import { parseNote } from '../core/note.ts';
import { newestFirst } from '../core/noteOrder.ts';
import { backlinkItem, countOf, type BacklinkNode, type Shown } from './backlinkNodes.ts';
import { MentionSearch, mostMentions } from './mentionSearch.ts';
import { openNoteAt, uriInEditor, type OpenNote } from './noteInEditor.ts';
import type { Services } from './services.ts';

/** How long changes are gathered before the view looks at them. */
const gatherMilliseconds = 100;

/** So many notes, and so many links of one, are listed. */
const mostRows = 500;

/** Who links to the note in the active editor. Nothing is asked while the view is hidden, and nothing is drawn again where nothing is different. */
export class BacklinksTree implements vscode.TreeDataProvider<BacklinkNode>, vscode.Disposable {
	readonly #services: Services;
	readonly #changed = new vscode.EventEmitter<undefined>();
	readonly #listening: vscode.Disposable;
	/** Those that changed since what is shown was looked at. */
	readonly #notes = new Set<string>();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#uri: vscode.Uri | undefined;
	#shown: Shown | undefined;
	#isVisible = false;

	readonly onDidChangeTreeData = this.#changed.event;

	constructor(services: Services) {
		this.#services = services;
		this.#listening = services.vaults.onDidChange(({ notes }) => {
			if (this.#shown !== undefined) {
				notes.forEach(uri => this.#notes.add(uri));
			}
			if (this.#isVisible) {
				this.#timer ??= setTimeout(() => {
					this.#look();
				}, gatherMilliseconds);
			}
		});
	}

	/** What the view is about; undefined where no note is open, or the view was never seen. */
	get shown(): Shown | undefined {
		return this.#shown;
	}

	setVisible(isVisible: boolean): void {
		this.#isVisible = isVisible;
		this.follow();
	}

	/** Turns to the note that is in the active editor now. */
	follow(): void {
		this.#uri = uriInEditor(this.#uri);
		if (this.#isVisible) {
			this.#look();
		}
	}

	getChildren(node?: BacklinkNode): BacklinkNode[] | Promise<BacklinkNode[]> {
		switch (node?.kind) {
			case undefined:
				return this.#shown === undefined ? [] : rootsOf(this.#shown);
			case 'links':
				return linkingNotes(node.shown);
			case 'linkingNote':
				return linksOf(node.shown, node.group);
			case 'mentions':
				return this.#mentioningNotes(node.shown);
			case 'mentioningNote':
				return node.found.mentions.map((mention, index) => {
					const place = { shown: node.shown, from: node.found.from, at: mention.at, excerpt: mention.excerpt, index };
					return { kind: 'mention', place, mention };
				});
			case 'link':
			case 'mention':
			case 'sentence':
				return [];
		}
	}

	getTreeItem(node: BacklinkNode): vscode.TreeItem {
		return backlinkItem(node, this.#services.clock.now());
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#shown?.search.cancel();
		this.#listening.dispose();
		this.#changed.dispose();
	}

	/** The count stands in a row above these, which is drawn again when it is known. */
	async #mentioningNotes(shown: Shown): Promise<BacklinkNode[]> {
		const { count } = shown.search;
		const rows = await mentioningNotes(shown);
		if (count !== shown.search.count && this.#shown?.search === shown.search) {
			this.#changed.fire(undefined);
		}
		return rows;
	}

	#look(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		const before = this.#shown;
		const open = this.#uri && openNoteAt(this.#services.vaults, this.#uri);
		this.#shown = open && shownNow(open, before, this.#notes);
		if (before?.search !== this.#shown?.search) {
			before?.search.cancel();
		} else {
			this.#updateMentions(this.#shown, [...this.#notes]);
		}
		this.#notes.clear();
		if (before !== this.#shown) {
			this.#changed.fire(undefined);
		}
	}

	#updateMentions(shown: Shown | undefined, notes: readonly string[]): void {
		shown?.search.update(notes.filter(uri => uri !== shown.note.uri)).then(isDifferent => {
			if (isDifferent && this.#shown?.search === shown.search) {
				this.#changed.fire(undefined);
			}
		}, this.#services.onError);
	}
}

/** What is to be shown of the open note; what was shown before where none of the notes that changed makes a difference. */
function shownNow({ folder, note }: OpenNote, before: Shown | undefined, changed: ReadonlySet<string>): Shown {
	const entry = folder.vault.entry(note.uri);
	const names = mentionNames(note, entry);
	const key = JSON.stringify([note.title, entry?.number, names]);
	const isSame = before !== undefined && before.folder === folder && before.note.uri === note.uri && before.names === key;
	if (isSame && [...changed].every(uri => uri === note.uri)) {
		return before;
	}
	const groups = backlinkGroups(folder.vault, note);
	if (isSame && areSame(groups, before.groups)) {
		return before;
	}
	return { folder, note, names: key, groups, search: isSame ? before.search : new MentionSearch({ folder, uri: note.uri, names }) };
}

/** A note that was read anew is another one: what stands around its links may be different. */
function areSame(a: readonly BacklinkGroup[], b: readonly BacklinkGroup[]): boolean {
	return a.length === b.length && a.every(({ from, links }, index) => from === b[index]?.from && haveSameMeaning(links, b[index].links));
}

function haveSameMeaning(a: readonly Backlink[], b: readonly Backlink[]): boolean {
	return a.length === b.length && a.every(({ link, ambiguous }, index) => link === b[index]?.link && ambiguous === b[index].ambiguous);
}

function rootsOf(shown: Shown): BacklinkNode[] {
	return [...(shown.groups.length === 0 ? [] : [{ kind: 'links', shown } as const]), { kind: 'mentions', shown }];
}

function linkingNotes(shown: Shown): BacklinkNode[] {
	const rows = shown.groups.slice(0, mostRows).map((group): BacklinkNode => ({ kind: 'linkingNote', shown, group }));
	return withRest(rows, shown.groups.length);
}

/** The links with their lines, read when they are to be seen; a text that is not what the vault knows yet is searched for its links again. */
async function linksOf(shown: Shown, { from, links }: BacklinkGroup): Promise<BacklinkNode[]> {
	const text = await shown.folder.textOf(from.path);
	if (text === undefined) {
		return [{ kind: 'sentence', text: vscode.l10n.t('This note cannot be read.') }];
	}
	const areThere = links.every(({ link }) => text.startsWith(`[[${link.label}`, link.span.start));
	const backlinks = areThere ? links : backlinksIn(shown.folder.vault, parseNote(from, text), shown.note);
	const rows = backlinks.slice(0, mostRows).map((backlink, index): BacklinkNode => {
		const { at, span } = backlink.link;
		return { kind: 'link', place: { shown, from, at, excerpt: lineExcerpt(text, span), index }, backlink };
	});
	return withRest(rows, backlinks.length);
}

async function mentioningNotes(shown: Shown): Promise<BacklinkNode[]> {
	const order = newestFirst(shown.folder.vault);
	const notes = [...(await shown.search.results())].sort((a, b) => order(a.from, b.from));
	const rows = notes.map((found): BacklinkNode => ({ kind: 'mentioningNote', shown, found }));
	if (rows.length === 0) {
		return [{ kind: 'sentence', text: vscode.l10n.t('No note mentions it without a link.') }];
	}
	const cut = vscode.l10n.t('Only the first {0} mentions are listed.', countOf(mostMentions));
	return shown.search.isCut ? [...rows, { kind: 'sentence', text: cut }] : rows;
}

function withRest(rows: BacklinkNode[], count: number): BacklinkNode[] {
	const more = count - rows.length;
	return more === 0 ? rows : [...rows, { kind: 'sentence', text: vscode.l10n.t('… {0} more', countOf(more)) }];
}
