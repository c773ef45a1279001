import * as vscode from 'vscode';
import { t } from '../core/l10n.ts';
import { isChecked, problemsIn, severityOf } from '../core/problems/checking.ts';
import { mend } from '../core/problems/certainFixes.ts';
import { codes, type ProblemCode } from '../core/problems/codes.ts';
import { readPage } from '../core/problems/page.ts';
import type { Fix, Problem } from '../core/problems/problem.ts';
import { lineStartsOf } from '../core/text.ts';
import { folderOf, isBundlePage } from '../core/notePath.ts';
import { toEdits, toRange } from '../host/convert.ts';
import { markdown } from '../host/editors.ts';
import type { FolderVault } from '../host/folderVault.ts';
import { codeOf, diagnosticsOf } from '../host/problems.ts';
import type { LanguageServices } from '../host/languageServices.ts';

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('dailyLog');

/** The lightbulb: the fixes of the problems at the caret, all of one kind, and on saving, for those who wish it, all that need no decision. */
export function registerQuickFixes(services: LanguageServices): vscode.Disposable {
	const provider: vscode.CodeActionProvider = {
		provideCodeActions(document, range, context) {
			const folder = services.vaults.of(document.uri);
			if (folder?.settings['validation.enabled'] !== true || !hasProblems(services, folder, document)) {
				return [];
			}
			const entry = new CheckedEntry(services, folder, document);
			return context.only?.contains(fixAllKind) === true || fixAllKind.contains(context.only ?? vscode.CodeActionKind.Empty)
				? entry.fixAllActions()
				: entry.actionsAt(range, context.diagnostics);
		},
	};
	return vscode.languages.registerCodeActionsProvider(markdown, provider, {
		providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind],
	});
}

/** Whether the document is checked at all: an entry, or a note with links where the links of all notes are checked. */
function hasProblems({ facts }: LanguageServices, folder: FolderVault, document: vscode.TextDocument): boolean {
	const isEntry = isChecked(folder.vault, facts.of(folder), folder.addressOf(document.uri));
	return isEntry || (folder.settings['wikiLinks.checkAllNotes'] && folder.settings['wikiLinks.enabled']);
}

/** One open entry, asked for what would mend it; asked again each time, so that nothing can be stale. */
class CheckedEntry {
	readonly #services: LanguageServices;
	readonly #folder: FolderVault;
	readonly #document: vscode.TextDocument;
	readonly #text: string;

	constructor(services: LanguageServices, folder: FolderVault, document: vscode.TextDocument) {
		this.#services = services;
		this.#folder = folder;
		this.#document = document;
		this.#text = document.getText();
	}

	actionsAt(range: vscode.Range, shown: readonly vscode.Diagnostic[]): vscode.CodeAction[] {
		const facts = this.#services.facts.of(this.#folder);
		const address = this.#folder.addressOf(this.#document.uri);
		const lineStarts = lineStartsOf(this.#text);
		const here = problemsIn({ ...address, text: this.#text }, facts, this.#folder.settings['validation.severity']).filter(
			({ span }) => toRange(lineStarts, span).intersection(range) !== undefined,
		);
		const actions = here.flatMap(problem => problem.fixes.flatMap((fix, index) => this.#actionOf(problem, { fix, index, shown })));
		const kinds = new Set(here.map(({ code }) => code));
		return [...actions, ...[...kinds].flatMap(code => this.#fixAllOf(code))];
	}

	fixAllActions(): vscode.CodeAction[] {
		const edit = this.#mending(() => true)?.edit;
		const action = new vscode.CodeAction(vscode.l10n.t('Fix all front matter problems'), fixAllKind);
		return edit === undefined ? [] : [Object.assign(action, { edit })];
	}

	get #path(): string {
		return this.#folder.addressOf(this.#document.uri).path;
	}

	#actionOf(
		problem: Problem,
		{ fix, index, shown }: { readonly fix: Fix; readonly index: number; readonly shown: readonly vscode.Diagnostic[] },
	): vscode.CodeAction[] {
		const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
		const [own] = diagnosticsOf(this.#folder, [problem], this.#text);
		action.diagnostics = shown.filter(each => codeOf(each) === problem.code && own?.range.isEqual(each.range) === true);
		action.isPreferred = index === 0 && fix.kind === 'edit' && fix.certain;
		switch (fix.kind) {
			case 'edit':
				action.edit = this.#change(toEdits(this.#text, fix.edits));
				break;
			case 'move':
				action.edit = this.#move(fix.to);
				break;
			case 'createNote':
				action.command = {
					command: 'dailyLog.createNote',
					title: fix.title,
					arguments: [{ target: fix.target, from: this.#document.uri.toString(), then: 'open' }],
				};
				break;
			case 'renumber': {
				const request = fix.mode === 'shift' ? { mode: fix.mode, from: fix.from, by: 1 } : { mode: fix.mode, from: fix.from };
				action.command = { command: 'dailyLog.renumber', title: fix.title, arguments: [request] };
			}
		}
		return [action];
	}

	/** "All of this kind", where the entry has more than one. */
	#fixAllOf(code: ProblemCode): vscode.CodeAction[] {
		const mending = this.#mending(each => each === code);
		if (mending === undefined || mending.mended < 2) {
			return [];
		}
		const action = new vscode.CodeAction(
			vscode.l10n.t('Fix all of this kind: {0}', t(codes[code].summary)),
			vscode.CodeActionKind.QuickFix,
		);
		return [Object.assign(action, { edit: mending.edit })];
	}

	#mending(isWanted: (code: ProblemCode) => boolean): { readonly edit: vscode.WorkspaceEdit; readonly mended: number } | undefined {
		const page = readPage(this.#folder.addressOf(this.#document.uri), this.#text);
		if (!isChecked(this.#folder.vault, this.#services.facts.of(this.#folder), page)) {
			return undefined;
		}
		const wanted = (code: ProblemCode): boolean =>
			isWanted(code) && severityOf({ code }, this.#folder.settings['validation.severity']) !== 'off';
		const { edits, mended } = mend(page, this.#services.facts.of(this.#folder), wanted);
		return edits.length === 0 ? undefined : { edit: this.#change(toEdits(this.#text, edits)), mended };
	}

	#change(edits: vscode.TextEdit[]): vscode.WorkspaceEdit {
		const change = new vscode.WorkspaceEdit();
		change.set(this.#document.uri, edits);
		return change;
	}

	/** A leaf bundle moves with its folder and all that is in it. */
	#move(to: string): vscode.WorkspaceEdit {
		const from = isBundlePage(this.#path) ? folderOf(this.#path) : this.#path;
		const change = new vscode.WorkspaceEdit();
		change.renameFile(this.#folder.uriOf(from), this.#folder.uriOf(to), { overwrite: false });
		return change;
	}
}
