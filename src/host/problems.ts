import * as vscode from 'vscode';
import { codes, type ProblemCode, type Severity } from '../core/problems/codes.ts';
import { factsOf, type LogFacts } from '../core/problems/logFacts.ts';
import { readPage } from '../core/problems/page.ts';
import type { Problem } from '../core/problems/problem.ts';
import { problemsOf } from '../core/problems/rules.ts';
import { readNumberInPath } from '../core/entryNumber.ts';
import { homeOf } from '../core/notePath.ts';
import { lineStartsOf, rangeAt } from '../core/text.ts';
import type { Clock } from './clock.ts';
import type { FolderVault } from './folderVault.ts';
import { timeZoneOf } from './today.ts';

/** The source that all our diagnostics name. */
export const diagnosticSource = 'Daily Log';

/** What the rules must know of a log, read anew only after an entry has changed. */
export class Facts {
	readonly #clock: Clock;
	readonly #known = new WeakMap<FolderVault, LogFacts>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	of(folder: FolderVault): LogFacts {
		const surroundings = { now: this.#clock.now(), timeZone: timeZoneOf(folder), shortcodes: folder.shortcodes };
		const known = this.#known.get(folder);
		if (known?.entries === folder.vault.entries() && known.shape === folder.vault.shape) {
			return { ...known, ...surroundings };
		}
		const facts = factsOf(folder.vault, surroundings);
		this.#known.set(folder, facts);
		return facts;
	}
}

/** Whether a file is checked: an entry, or a page that stands among them, carries a number, and lacks only its front matter. */
export function isChecked(folder: FolderVault, facts: LogFacts, path: string): boolean {
	const { uri } = folder.addressAt(path);
	const note = folder.vault.note(uri);
	return (
		folder.vault.entry(uri) !== undefined ||
		(note !== undefined && note.format === undefined && facts.homes.has(homeOf(path)) && readNumberInPath(path) !== undefined)
	);
}

/** What is wrong with the entry at a path, by this text of it, apart from what the user's settings switch off. */
export function problemsIn(folder: FolderVault, facts: LogFacts, { path, text }: { readonly path: string; readonly text: string }): readonly Problem[] {
	const page = readPage(folder.addressAt(path), text);
	return problemsOf(page, facts).filter(problem => severityOf(folder, problem) !== 'off');
}

/** The user's severity for a code, else the code's own. */
export function severityOf(folder: FolderVault, { code, severity }: Pick<Problem, 'code' | 'severity'>): Severity | 'off' {
	const wished: unknown = folder.settings['validation.severity'][code];
	return isSeverity(wished) ? wished : (severity ?? codes[code].severity);
}

const severities = ['error', 'warning', 'information', 'hint', 'off'] as const;

function isSeverity(value: unknown): value is Severity | 'off' {
	return severities.some(severity => severity === value);
}

const editorSeverity: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
	error: vscode.DiagnosticSeverity.Error,
	warning: vscode.DiagnosticSeverity.Warning,
	information: vscode.DiagnosticSeverity.Information,
	hint: vscode.DiagnosticSeverity.Hint,
};

/** The problems of a text as the editor shows them. */
export function diagnosticsOf(folder: FolderVault, problems: readonly Problem[], text: string): vscode.Diagnostic[] {
	const lineStarts = problems.length === 0 ? undefined : lineStartsOf(text);
	return problems.flatMap(problem => {
		const severity = severityOf(folder, problem);
		if (lineStarts === undefined || severity === 'off') {
			return [];
		}
		const { start, end } = rangeAt(lineStarts, problem.span);
		const range = new vscode.Range(start.line, start.character, end.line, end.character);
		const diagnostic = new vscode.Diagnostic(range, problem.message, editorSeverity[severity]);
		diagnostic.source = diagnosticSource;
		diagnostic.code = { value: problem.code, target: vscode.Uri.parse(codes[problem.code].page) };
		diagnostic.relatedInformation = problem.related.map(
			({ uri, message }) => new vscode.DiagnosticRelatedInformation(new vscode.Location(vscode.Uri.parse(uri, true), new vscode.Position(0, 0)), message),
		);
		if (problem.code === 'field.deprecated') {
			diagnostic.tags = [vscode.DiagnosticTag.Deprecated];
		}
		return [diagnostic];
	});
}

/** The code of one of our diagnostics; undefined for one of another extension. */
export function codeOf({ source, code }: vscode.Diagnostic): ProblemCode | undefined {
	const value = typeof code === 'object' ? code.value : code;
	return source === diagnosticSource && typeof value === 'string' && value in codes ? (value as ProblemCode) : undefined;
}
