import * as vscode from 'vscode';
import { frontMatterCaretAt, mayBeInFrontMatter } from '../core/frontMatterCaret.ts';
import { suggestionsAt, type Suggestion } from '../core/frontMatterSuggestions.ts';
import { knownField } from '../core/problems/knownFields.ts';
import type { Span } from '../core/text.ts';
import { writeInstant } from '../core/writtenDate.ts';
import { markdown } from '../host/editors.ts';
import { describeField } from '../host/fieldLabels.ts';
import type { Services } from '../host/services.ts';
import { timeZoneOf } from '../host/today.ts';
import type { Vaults } from '../host/vaults.ts';

/** Markdown has quick suggestions switched off: each of these asks for a list by itself, and is answered at once outside the front matter. */
const triggers: readonly string[] = Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"\'[,:=- ');

/** Completion of names, values and tags in the front matter of a log's notes. */
export function registerFrontMatterCompletion({ vaults, clock }: Services): vscode.Disposable {
	const provideCompletionItems = (document: vscode.TextDocument, position: vscode.Position): vscode.CompletionList | undefined => {
		const vault = mayBeInFrontMatter(line => document.lineAt(line).text, position.line) ? vaults.of(document.uri) : undefined;
		const caret = vault?.hasLog === true ? frontMatterCaretAt(document.getText(), document.offsetAt(position)) : undefined;
		if (vault === undefined || caret === undefined) {
			return undefined;
		}
		const now = writeInstant(clock.now(), timeZoneOf(vault));
		const { items, isIncomplete } = suggestionsAt(caret, { usage: vault.usage, shape: vault.vault.shape, now });
		const range = rangeOf(document, caret.span);
		return new vscode.CompletionList(
			items.map((item, rank) => toItem(item, range, rank)),
			isIncomplete,
		);
	};
	return whileThereIsALog(vaults, () => vscode.languages.registerCompletionItemProvider(markdown, { provideCompletionItems }, ...triggers));
}

/** Where there is no log, nobody is asked anything on a keystroke. */
function whileThereIsALog(vaults: Vaults, register: () => vscode.Disposable): vscode.Disposable {
	let registered: vscode.Disposable | undefined;
	const follow = (): void => {
		if (vaults.withLog.length === 0) {
			registered?.dispose();
			registered = undefined;
		} else {
			registered ??= register();
		}
	};
	follow();
	return vscode.Disposable.from(vaults.onDidChangeEntries(follow), new vscode.Disposable(() => void registered?.dispose()));
}

function rangeOf(document: vscode.TextDocument, { start, end }: Span): vscode.Range {
	return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

function toItem(suggestion: Suggestion, range: vscode.Range, rank: number): vscode.CompletionItem {
	const { kind, label, snippet, filterText, goesOn } = suggestion;
	const item = new vscode.CompletionItem(label, itemKind(kind));
	item.insertText = new vscode.SnippetString(snippet);
	item.filterText = filterText;
	item.sortText = String(rank).padStart(4, '0');
	item.detail = detailOf(suggestion);
	// The whole of what is written gives way in either mode: half a tag, or a second quotation mark, must not stay behind.
	item.range = range;
	const known = kind === 'field' ? knownField(label) : undefined;
	if (known !== undefined) {
		item.documentation = describeField(known);
	}
	if (goesOn) {
		item.command = { command: 'editor.action.triggerSuggest', title: vscode.l10n.t('Suggest Values') };
	}
	return item;
}

function itemKind(kind: Suggestion['kind']): vscode.CompletionItemKind {
	switch (kind) {
		case 'field':
			return vscode.CompletionItemKind.Property;
		case 'term':
			return vscode.CompletionItemKind.Keyword;
		case 'value':
		case 'now':
			return vscode.CompletionItemKind.Value;
	}
}

function detailOf({ kind, uses }: Suggestion): string {
	if (kind === 'now') {
		return vscode.l10n.t('now');
	}
	if (uses === 0) {
		return kind === 'field' ? 'Hugo' : '';
	}
	if (kind === 'term') {
		return uses === 1 ? vscode.l10n.t('used once') : vscode.l10n.t('used {0} times', uses);
	}
	return uses === 1 ? vscode.l10n.t('in 1 entry') : vscode.l10n.t('in {0} entries', uses);
}
