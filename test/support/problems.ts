import assert from 'node:assert/strict';
import type { LogShape } from '../../src/core/entry.ts';
import { factsOf, type LogFacts, type Surroundings } from '../../src/core/problems/logFacts.ts';
import { readPage } from '../../src/core/problems/page.ts';
import type { Fix, Problem } from '../../src/core/problems/problem.ts';
import { applyEdits, slice } from '../../src/core/text.ts';
import { plainShape, vaultOf } from './notes.ts';

/** A family of rules, as in `rules.ts`. */
export type Check = (page: ReturnType<typeof readPage>, facts: LogFacts) => Iterable<Problem>;

/** What surrounds the text that is checked; each part has a plain default. */
export interface Around {
	/** Vault-relative path of the text; `content/daily-log/62.md` unless told. */
	readonly path?: string;
	/** The other notes of the vault, by path. */
	readonly others?: Readonly<Record<string, string>>;
	readonly shape?: LogShape;
	readonly surroundings?: Partial<Surroundings>;
}

/** A problem as a reader sees it: the text of its span, and of its fixes the titles. */
export interface SeenProblem {
	readonly code: string;
	readonly at: string;
	readonly message: string;
	/** A fix that needs a decision has a `?` behind its title. */
	readonly fixes: readonly string[];
}

/** Noon UTC on the day after `entryText`'s date, in Denver, in a site whose shortcodes are not known. */
const moment: Surroundings = { now: Date.UTC(2022, 11, 3, 12), timeZone: 'America/Denver', shortcodes: undefined };

const usualPath = 'content/daily-log/62.md';

/** The problems that a family finds in a text. */
export function problemsIn(rule: Check, text: string, around: Around = {}): readonly Problem[] {
	const { path = usualPath, others = {}, shape = plainShape, surroundings = {} } = around;
	const facts = factsOf(vaultOf({ ...others, [path]: text }, shape), { ...moment, ...surroundings });
	return [...rule(readPage({ uri: `vault:/${path}`, path }, text), facts)];
}

/** The problems that a family finds in a text, for comparing whole. */
export function check(rule: Check, text: string, around: Around = {}): readonly SeenProblem[] {
	return problemsIn(rule, text, around).map(({ code, span, message, fixes }) => ({
		code,
		at: slice(text, span),
		message,
		fixes: fixes.map(fix => (fix.kind === 'edit' && !fix.certain ? `${fix.title}?` : fix.title)),
	}));
}

/**
 * The text that each fix leaves, by title: of every problem that the family finds. Fails unless the fix makes one problem of its code less,
 * and brings none of another code of the family.
 */
export function fixAll(rule: Check, text: string, around: Around = {}): Readonly<Record<string, string>> {
	const before = problemsIn(rule, text, around);
	const fixed = before.flatMap(problem =>
		problem.fixes.filter(isEdit).map(fix => {
			const after = applyEdits(text, fix.edits);
			const left = problemsIn(rule, after, around);
			assert.equal(countOf(left, problem.code), countOf(before, problem.code) - 1, `'${fix.title}' does not mend ${problem.code}`);
			assert.ok(left.length < before.length, `'${fix.title}' brings a problem`);
			return [fix.title, after] as const;
		}),
	);
	return Object.fromEntries(fixed);
}

function isEdit(fix: Fix): fix is Extract<Fix, { kind: 'edit' }> {
	return fix.kind === 'edit';
}

function countOf(problems: readonly Problem[], code: string): number {
	return problems.filter(problem => problem.code === code).length;
}
