import * as vscode from 'vscode';
import { frontMatterCaretAt, mayBeInFrontMatter } from '../core/frontMatter/frontMatterCaret.ts';
import { suggestionsAt, type Suggestion } from '../core/frontMatter/frontMatterSuggestions.ts';
import { knownField } from '../core/problems/knownFields.ts';
import type { Span } from '../core/text.ts';
import { writeInstant } from '../core/time/writtenDate.ts';
import { markdown } from '../host/editors.ts';
import { describeField } from '../host/fieldLabels.ts';
import type { Services } from '../host/services.ts';
import { timeZoneOf } from '../host/today.ts';
import type { Vaults } from '../host/vaults.ts';

/** What begins a value. Letters cannot be among them: VS Code passes over trigger characters that stand in a word. */
const triggers: readonly string[] = ['"', "'", '[', ',', ':', '=', '-', ' '];

/** Completion of names, values and tags in the front matter of a log's notes. */
export function registerFrontMatterCompletion({ vaults, clock, log }: Services): vscode.Disposable {
	const offersAt = (document: vscode.TextDocument, position: vscode.Position): Offers | undefined => {
		const vault = mayBeInFrontMatter(line => document.lineAt(line).text, position.line) ? vaults.of(document.uri) : undefined;
		const caret = vault?.hasLog === true ? frontMatterCaretAt(document.getText(), document.offsetAt(position)) : undefined;
		if (vault === undefined || caret === undefined) {
			return undefined;
		}
		const now = writeInstant(clock.now(), timeZoneOf(vault));
		return {
			range: rangeOf(document, caret.span),
			suggestions: suggestionsAt(caret, { usage: vault.usage, shape: vault.vault.shape, now }),
		};
	};
	return whileThereIsALog(vaults, () =>
		vscode.Disposable.from(
			vscode.languages.registerCompletionItemProvider(
				markdown,
				{
					provideCompletionItems(document, position) {
						const offers = offersAt(document, position);
						return offers && toList(offers);
					},
				},
				...triggers,
			),
			vscode.workspace.onDidChangeTextDocument(event => {
				const behind = behindFirstLetter(event);
				if (behind !== undefined && (offersAt(event.document, behind)?.suggestions.length ?? 0) > 0) {
					vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true }).then(undefined, (error: unknown) => {
						log.error(String(error));
					});
				}
			}),
		),
	);
}

interface Offers {
	/** What gives way to the suggestion that is taken. */
	readonly range: vscode.Range;
	/** The best first. */
	readonly suggestions: readonly Suggestion[];
}

/**
 * Markdown has quick suggestions switched off, so the list is asked for at the first letter of a word. The place behind that letter; undefined
 * where something else was typed, or where the user wants no lists that come up on their own.
 */
function behindFirstLetter(event: vscode.TextDocumentChangeEvent): vscode.Position | undefined {
	const { document, contentChanges, reason } = event;
	const [change] = contentChanges;
	const editor = vscode.window.activeTextEditor;
	if (
		change === undefined ||
		contentChanges.length > 1 ||
		reason !== undefined ||
		!/^[\p{L}\p{N}]$/u.test(change.text) ||
		editor?.document !== document
	) {
		return undefined;
	}
	const { line, character } = change.range.start;
	const isFirst = document.languageId === 'markdown' && !/[\p{L}\p{N}]$/u.test(document.lineAt(line).text.slice(0, character));
	const isWanted = isFirst && vscode.workspace.getConfiguration('editor', document).get<boolean>('suggestOnTriggerCharacters') !== false;
	return isWanted ? change.range.start.translate(0, change.text.length) : undefined;
}

/** Incomplete by design: asked again with each letter, the list ends where a value is written in full, and Enter goes to the next line. */
function toList({ range, suggestions }: Offers): vscode.CompletionList {
	return new vscode.CompletionList(
		suggestions.map((suggestion, rank) => toItem(suggestion, range, rank)),
		true,
	);
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
