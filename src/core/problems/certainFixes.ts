import { applyEdits, type TextEdit } from '../text.ts';
import type { ProblemCode } from './codes.ts';
import type { LogFacts } from './logFacts.ts';
import { readPage, type Page } from './page.ts';
import type { Problem } from './problem.ts';
import { problemsOf } from './rules.ts';

/** How often the mended text is looked at again: one fix may bring to light what another mistake hid. */
const rounds = 5;

/** The text with every mistake mended that needs no decision, and how many those were; of one code only, where one is named. */
export function mend(
	page: Page,
	facts: LogFacts,
	isWanted: (code: ProblemCode) => boolean,
): { readonly text: string; readonly mended: number } {
	let { text } = page;
	let mended = 0;
	for (let round = 0; round < rounds; round++) {
		const problems = problemsOf(readPage(page, text), facts).filter(({ code }) => isWanted(code));
		const chosen = withoutOverlaps(problems.flatMap(certainEdits));
		if (chosen.length === 0) {
			break;
		}
		text = applyEdits(text, chosen.flat());
		mended += chosen.length;
	}
	return { text, mended };
}

/** The edits of the first fix that needs no decision; none where there is no such fix. */
function certainEdits({ fixes }: Problem): readonly (readonly TextEdit[])[] {
	for (const fix of fixes) {
		if (fix.kind === 'edit' && fix.certain) {
			return [fix.edits];
		}
	}
	return [];
}

/** Of fixes that touch one another the first; the others have their turn in the next round. */
function withoutOverlaps(fixes: readonly (readonly TextEdit[])[]): readonly (readonly TextEdit[])[] {
	const taken: TextEdit[] = [];
	return fixes.filter(edits => {
		const free = edits.every(({ span }) => !taken.some(other => span.start <= other.span.end && other.span.start <= span.end));
		if (free) {
			taken.push(...edits);
		}
		return free;
	});
}

/** The one edit that makes one text of another: what they have in common at both ends stays as it is. Undefined where they are equal. */
export function difference(before: string, after: string): TextEdit | undefined {
	if (before === after) {
		return undefined;
	}
	const shorter = Math.min(before.length, after.length);
	let start = 0;
	while (start < shorter && before[start] === after[start]) {
		start++;
	}
	let end = 0;
	while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) {
		end++;
	}
	return { span: { start, end: before.length - end }, newText: after.slice(start, after.length - end) };
}
