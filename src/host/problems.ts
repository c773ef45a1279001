import * as vscode from 'vscode';
import { codes, type ProblemCode, type Severity } from '../core/problems/codes.ts';
import { factsOf, type LogFacts } from '../core/problems/logFacts.ts';
import type { Problem } from '../core/problems/problem.ts';
import type { Stray } from '../core/stray.ts';
import { severityOf } from '../core/problems/checking.ts';
import { lineStartsOf } from '../core/text.ts';
import type { Clock } from './clock.ts';
import { toRange } from './convert.ts';
import type { FolderVault } from './folderVault.ts';
import { timeZoneOf } from './today.ts';

/** The source that all our diagnostics name. */
export const diagnosticSource = 'Daily Log';

/** What the rules must know of a log, read anew only after an entry has changed. */
export class Facts {
	readonly #clock: Clock;
	readonly #known = new WeakMap<FolderVault, { readonly facts: LogFacts; readonly strays: readonly Stray[] }>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	of(folder: FolderVault): LogFacts {
		const tagFields = folder.settings['tags.fields'].map(name => name.toLowerCase());
		const surroundings = {
			now: this.#clock.now(),
			timeZone: timeZoneOf(folder),
			shortcodes: folder.shortcodes,
			tagFields,
			wikiLinks: folder.settings['wikiLinks.enabled'],
		};
		const known = this.#known.get(folder);
		const { vault } = folder;
		const strays = vault.strays();
		if (known?.facts.entries === vault.entries() && known.strays === strays && known.facts.shape === vault.shape) {
			return { ...known.facts, ...surroundings };
		}
		const facts = factsOf(vault, surroundings);
		this.#known.set(folder, { facts, strays });
		return facts;
	}
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
		const severity = severityOf(problem, folder.settings['validation.severity']);
		if (lineStarts === undefined || severity === 'off') {
			return [];
		}
		const diagnostic = new vscode.Diagnostic(toRange(lineStarts, problem.span), problem.message, editorSeverity[severity]);
		diagnostic.source = diagnosticSource;
		diagnostic.code = { value: problem.code, target: vscode.Uri.parse(codes[problem.code].page) };
		diagnostic.relatedInformation = problem.related.map(
			({ uri, message }) =>
				new vscode.DiagnosticRelatedInformation(new vscode.Location(vscode.Uri.parse(uri, true), new vscode.Position(0, 0)), message),
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
