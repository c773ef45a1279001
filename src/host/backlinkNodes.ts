import * as vscode from 'vscode';
import type { LineExcerpt } from '../core/lineExcerpt.ts';
import type { Backlink, BacklinkGroup } from '../core/links/backlinks.ts';
import type { Note } from '../core/note.ts';
import type { Position } from '../core/text.ts';
import type { FolderVault } from './folderVault.ts';
import type { FoundMention, MentioningNote, MentionSearch } from './mentionSearch.ts';
import { labelOfNote } from './noteLabels.ts';

/** What the view "Backlinks" is about at a time. */
export interface Shown {
	readonly folder: FolderVault;
	readonly note: Note;
	/** What the note can be called by; another name makes everything different. */
	readonly names: string;
	readonly groups: readonly BacklinkGroup[];
	readonly search: MentionSearch;
}

/** Its rows: the notes that link to the note with their links below them, the same for mentions, and sentences where a list is cut or empty. */
export type BacklinkNode =
	| { readonly kind: 'links' | 'mentions'; readonly shown: Shown }
	| { readonly kind: 'linkingNote'; readonly shown: Shown; readonly group: BacklinkGroup }
	| { readonly kind: 'link'; readonly place: PlaceOnLine; readonly backlink: Backlink }
	| { readonly kind: 'mentioningNote'; readonly shown: Shown; readonly found: MentioningNote }
	| { readonly kind: 'mention'; readonly place: PlaceOnLine; readonly mention: FoundMention }
	| { readonly kind: 'sentence'; readonly text: string };

/** A place in the text of another note. */
export interface PlaceOnLine {
	readonly shown: Shown;
	readonly from: Note;
	readonly at: Position;
	readonly excerpt: LineExcerpt;
	/** How many of its kind stand before it in that note. */
	readonly index: number;
}

/** Up to so many notes are unfolded from the start: the lines are what one wants to see. */
const mostUnfolded = 8;

/** The row of a node; `now` in milliseconds since 1970. */
export function backlinkItem(node: BacklinkNode, now: number): vscode.TreeItem {
	switch (node.kind) {
		case 'links':
			return linksItem(node.shown);
		case 'mentions':
			return mentionsItem(node.shown);
		case 'linkingNote':
			return noteItem({ ...node, from: node.group.from, count: node.group.links.length, now });
		case 'mentioningNote':
			return noteItem({ ...node, from: node.found.from, count: node.found.mentions.length, now });
		case 'link':
			return linkItem(node.place, node.backlink);
		case 'mention':
			return placeItem(node.place, 'mention');
		case 'sentence':
			return sentenceItem(node.text);
	}
}

function linksItem({ note, groups }: Shown): vscode.TreeItem {
	const item = new vscode.TreeItem(vscode.l10n.t('Links'), vscode.TreeItemCollapsibleState.Expanded);
	const links = groups.reduce((sum, group) => sum + group.links.length, 0);
	item.id = `links ${note.uri}`;
	item.description = countOf(links);
	item.contextValue = 'links';
	item.accessibilityInformation = {
		label: vscode.l10n.t('Links to this note: {0}, in notes: {1}', links, groups.length),
	};
	return item;
}

function mentionsItem({ note, search }: Shown): vscode.TreeItem {
	const label = vscode.l10n.t('Unlinked mentions');
	const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
	const count = search.count === undefined ? '' : `${countOf(search.count)}${search.isCut ? '+' : ''}`;
	item.id = `mentions ${note.uri}`;
	item.description = count;
	item.contextValue = search.count === 0 ? 'noMentions' : 'mentions';
	item.tooltip = vscode.l10n.t('Places that name this note without linking to it. They are searched when this is unfolded.');
	item.accessibilityInformation = { label: [label, count].filter(Boolean).join(', ') };
	return item;
}

interface NoteRow {
	readonly kind: 'linkingNote' | 'mentioningNote';
	readonly shown: Shown;
	readonly from: Note;
	readonly count: number;
	readonly now: number;
}

function noteItem({ kind, shown, from, count, now }: NoteRow): vscode.TreeItem {
	const { title, icon, place, spoken } = labelOfNote(shown.folder, from, now);
	const unfolded = kind === 'mentioningNote' || shown.groups.length <= mostUnfolded;
	const { Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
	const item = new vscode.TreeItem(title, unfolded ? Expanded : Collapsed);
	item.id = `${kind} ${shown.note.uri} ${from.uri}`;
	item.iconPath = icon;
	item.description = [place, count > 1 ? countOf(count) : ''].filter(Boolean).join(' · ');
	item.tooltip = `${title}\n${from.path}`;
	item.contextValue = kind;
	item.accessibilityInformation = {
		label: kind === 'linkingNote' ? vscode.l10n.t('{0}, links: {1}', spoken, count) : vscode.l10n.t('{0}, mentions: {1}', spoken, count),
	};
	return item;
}

function linkItem(place: PlaceOnLine, { ambiguous, link }: Backlink): vscode.TreeItem {
	const item = placeItem(place, 'link');
	if (ambiguous) {
		item.description = vscode.l10n.t('may mean another note');
		item.iconPath = new vscode.ThemeIcon('question');
		item.tooltip = vscode.l10n.t('Several notes answer to “{0}”.', link.target);
	}
	return item;
}

function placeItem({ shown, from, at, excerpt, index }: PlaceOnLine, kind: 'link' | 'mention'): vscode.TreeItem {
	const item = new vscode.TreeItem({ label: excerpt.text, highlights: [[excerpt.mark.start, excerpt.mark.end]] });
	const position = new vscode.Position(at.line, at.character);
	const line = vscode.l10n.t('line {0}', at.line + 1);
	item.id = `${kind} ${shown.note.uri} ${from.uri} ${index}`;
	item.contextValue = kind;
	item.tooltip = `${excerpt.text}\n\n${from.path}, ${line}`;
	item.command = {
		command: 'vscode.open',
		title: vscode.l10n.t('Open'),
		arguments: [vscode.Uri.parse(from.uri, true), { selection: new vscode.Range(position, position) }],
	};
	item.accessibilityInformation = { label: `${excerpt.text}, ${line}` };
	return item;
}

function sentenceItem(text: string): vscode.TreeItem {
	const item = new vscode.TreeItem('');
	item.description = text;
	item.contextValue = 'sentence';
	item.accessibilityInformation = { label: text };
	return item;
}

const formats = new Map<string, Intl.NumberFormat>();

/** `1,234` as the language of VS Code writes it. */
export function countOf(count: number): string {
	const format = formats.get(vscode.env.language) ?? new Intl.NumberFormat(vscode.env.language);
	formats.set(vscode.env.language, format);
	return format.format(count);
}
