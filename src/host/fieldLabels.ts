import * as vscode from 'vscode';
import { t } from '../core/l10n.ts';
import type { KnownField } from '../core/problems/knownFields.ts';

/** What a field means to Hugo, with a link to its page. */
export function describeField({ meaning, page }: KnownField): vscode.MarkdownString {
	return new vscode.MarkdownString().appendText(t(meaning)).appendMarkdown(`\n\n[${vscode.l10n.t('Hugo’s documentation')}](${page})`);
}
