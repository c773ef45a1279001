import type { NoteAddress } from '../note.ts';
import { isMissed } from '../stray.ts';
import type { Vault } from '../vault.ts';
import { codes, type Severity } from './codes.ts';
import type { LogFacts } from './logFacts.ts';
import { readPage } from './page.ts';
import type { Problem } from './problem.ts';
import { problemsOf } from './rules.ts';

/** Severities by code, as the user wishes them; anything that is none counts as not said. */
export type SeverityWishes = Readonly<Record<string, unknown>>;

/** Whether a file is checked: an entry, or a page that stands among them, carries a number, and lacks only a series that can be read. */
export function isChecked(vault: Vault, facts: LogFacts, { uri }: NoteAddress): boolean {
	const stray = vault.stray(uri);
	return vault.entry(uri) !== undefined || (stray !== undefined && isMissed(stray, facts));
}

/** What is wrong with an entry, or a note that is none, by this text of it, apart from what the user's settings switch off. */
export function problemsIn(note: NoteAddress & { readonly text: string }, facts: LogFacts, wishes: SeverityWishes): readonly Problem[] {
	const isEntry = isChecked(facts.vault, facts, note);
	return problemsOf(readPage(note, note.text), facts, isEntry).filter(problem => severityOf(problem, wishes) !== 'off');
}

/** The user's severity for a code, else the problem's own, else the code's. */
export function severityOf({ code, severity }: Pick<Problem, 'code' | 'severity'>, wishes: SeverityWishes): Severity | 'off' {
	const wished = wishes[code];
	return isSeverity(wished) ? wished : (severity ?? codes[code].severity);
}

const severities = ['error', 'warning', 'information', 'hint', 'off'] as const;

function isSeverity(value: unknown): value is Severity | 'off' {
	return severities.some(severity => severity === value);
}
