import * as vscode from 'vscode';
import { linkCaretAt, tagCaretAt, type LinkCaret } from '../core/links/linkCaret.ts';
import { suggestionsFor, type LinkSuggestion } from '../core/links/linkSuggestions.ts';
import { resolve } from '../core/links/resolve.ts';
import { NameIndex } from '../core/links/nameIndex.ts';
import { tagsOf } from '../core/tags/tagIndex.ts';
import { homeOf } from '../core/notePath.ts';
import type { Span } from '../core/text.ts';
import { markdown } from '../host/editors.ts';
import { describeEntry } from '../host/entryLabels.ts';
import type { FolderVault } from '../host/folderVault.ts';
import { linkedNoteOf, type LinkedNote } from '../host/linkedNotes.ts';
import { previewOf } from '../host/notePreview.ts';
import type { Services } from '../host/services.ts';

/** What begins a part of a link, and every sign that names are made of besides letters: at each of them the list is asked for anew. */
const triggers: readonly string[] = ['[', '#', '^', '|', ' ', '-', ',', "'", '’', '/', '.', '(', ':', '&', '+', '!', '?'];

/** Completion in `[[wiki links]]`, of notes, headings, blocks and what a link may show, and of `#tags` in the text. */
export function registerWikiLinkCompletion({ vaults, clock }: Services): vscode.Disposable {
	const provider: vscode.CompletionItemProvider = {
		provideCompletionItems(document, position, _token, { triggerKind }) {
			const line = document.lineAt(position.line).text.slice(0, position.character);
			const note = line.includes('[[') || line.includes('#') ? linkedNoteOf(vaults, document) : undefined;
			if (note === undefined) {
				return undefined;
			}
			const offset = document.offsetAt(position);
			const text = { text: document.getText(), skipped: note.scan.skipped };
			const caret = linkCaretAt(text, offset, target => resolve(note.folder.vault, target, note.note.path).kind !== 'unresolved');
			if (caret !== undefined) {
				const isAsked = triggerKind === vscode.CompletionTriggerKind.Invoke;
				return caret.part === 'alias' && !isAsked ? undefined : linkList(document, { note, caret, offset });
			}
			return note.folder.inlineTags ? tagList(document, note.folder, tagCaretAt(text, offset)) : undefined;
		},
		async resolveCompletionItem(item) {
			if (item instanceof SuggestedNote) {
				item.documentation = await previewOf(item.folder, item.suggestion, clock.now());
			}
			return item;
		},
	};
	return vscode.languages.registerCompletionItemProvider(markdown, provider, ...triggers);
}

interface Place {
	readonly note: LinkedNote;
	readonly caret: LinkCaret;
	readonly offset: number;
}

/** Incomplete by design: with each letter the vault is asked anew, so that the list can be short and the best is in it. */
function linkList(document: vscode.TextDocument, { note, caret, offset }: Place): vscode.CompletionList {
	const { folder } = note;
	const range = rangeOf(document, caret.span);
	const written = document.getText().slice(caret.span.start, offset);
	const suggestions = suggestionsFor(folder.vault, caret, note.note.path);
	const items = suggestions.map((suggestion, rank) => {
		const item = itemOf(suggestion, folder, document.uri);
		item.insertText = suggestion.text + caret.ending;
		// What is typed matches every item: which fit, and in which order, has been decided with all names of a note in view.
		item.filterText = written;
		item.sortText = String(rank).padStart(4, '0');
		item.range = range;
		return item;
	});
	return new vscode.CompletionList(items, true);
}

/** An item whose preview is read only when it is looked at. */
class SuggestedNote extends vscode.CompletionItem {
	readonly folder: FolderVault;
	readonly suggestion: Exclude<LinkSuggestion, { kind: 'unresolved' | 'create' }>;

	constructor(
		label: vscode.CompletionItemLabel,
		kind: vscode.CompletionItemKind,
		folder: FolderVault,
		suggestion: SuggestedNote['suggestion'],
	) {
		super(label, kind);
		this.folder = folder;
		this.suggestion = suggestion;
	}
}

function itemOf(suggestion: LinkSuggestion, folder: FolderVault, from: vscode.Uri): vscode.CompletionItem {
	const { text } = suggestion;
	switch (suggestion.kind) {
		case 'note': {
			const { title, path, uri } = suggestion.note;
			const entry = folder.vault.entry(uri);
			const label = { label: title, description: entry === undefined ? homeOf(path) : describeEntry(entry) };
			return Object.assign(new SuggestedNote(label, vscode.CompletionItemKind.File, folder, suggestion), { detail: path });
		}
		case 'heading': {
			const { text: shown, level } = suggestion.heading;
			return new SuggestedNote({ label: shown, description: `H${level}` }, vscode.CompletionItemKind.Reference, folder, suggestion);
		}
		case 'block':
			return new SuggestedNote({ label: text }, vscode.CompletionItemKind.Reference, folder, suggestion);
		case 'alias':
			return new SuggestedNote({ label: text }, vscode.CompletionItemKind.Text, folder, suggestion);
		case 'unresolved': {
			const about =
				suggestion.notes === 1
					? vscode.l10n.t('no note yet, linked once')
					: vscode.l10n.t('no note yet, linked in {0} notes', suggestion.notes);
			return new vscode.CompletionItem({ label: text, description: about }, vscode.CompletionItemKind.Event);
		}
		case 'create': {
			const item = new vscode.CompletionItem({ label: vscode.l10n.t('Create note “{0}”', text) }, vscode.CompletionItemKind.Event);
			const request = { target: text, from: from.toString(), then: 'stay' };
			item.command = { command: 'dailyLog.createNote', title: vscode.l10n.t('Create Note'), arguments: [request] };
			return item;
		}
	}
}

/** So many tags are offered at a time. */
const mostTags = 50;

function tagList(
	document: vscode.TextDocument,
	{ vault }: FolderVault,
	caret: { readonly query: string; readonly span: Span } | undefined,
): vscode.CompletionList | undefined {
	if (caret === undefined) {
		return undefined;
	}
	const query = NameIndex.fold(caret.query);
	const range = rangeOf(document, caret.span);
	const uses = tagsOf(vault)
		.tags(true)
		.filter(({ tag }) => tag !== caret.query && canBeInline(tag) && NameIndex.fold(tag).startsWith(query));
	const items = uses.slice(0, mostTags).map(({ tag, notes }, rank) => {
		const about = notes.size === 1 ? vscode.l10n.t('used once') : vscode.l10n.t('used {0} times', notes.size);
		const item = new vscode.CompletionItem({ label: tag, description: about }, vscode.CompletionItemKind.Keyword);
		item.filterText = caret.query;
		item.sortText = String(rank).padStart(4, '0');
		item.range = range;
		return item;
	});
	return new vscode.CompletionList(items, true);
}

function canBeInline(tag: string): boolean {
	return /^[\p{L}\p{N}\p{M}_/-]+$/u.test(tag);
}

function rangeOf(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
	return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
