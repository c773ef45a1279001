import { composeEdits } from '../composeEdits.ts';
import { applyEdits, type TextEdit } from '../text.ts';
import type { ProblemCode } from './codes.ts';
import type { LogFacts } from './logFacts.ts';
import { isTooLongToMend, readPage, type Page } from './page.ts';
import type { Problem } from './problem.ts';
import { problemsOf } from './rules.ts';

/** What is left when every mistake is mended that needs no decision. */
export interface Mending {
	readonly text: string;
	/** How many problems are mended. */
	readonly mended: number;
	/** What makes this text of the page's: an edit for each place, in their order. */
	readonly edits: readonly TextEdit[];
}

/** How often the mended text is looked at again: one fix may bring to light what another mistake hid. */
const rounds = 5;

/** Mends every mistake that needs no decision; of one code only, where one is named. */
export function mend(page: Page, facts: LogFacts, isWanted: (code: ProblemCode) => boolean): Mending {
	let { text } = page;
	let edits: readonly TextEdit[] = [];
	let mended = 0;
	for (let round = 0; round < (isTooLongToMend(page) ? 1 : rounds); round++) {
		const problems = problemsOf(round === 0 ? page : readPage(page, text), facts).filter(({ code }) => isWanted(code));
		const chosen = withoutOverlaps(problems.flatMap(certainEdits));
		if (chosen.length === 0) {
			break;
		}
		edits = composeEdits(page.text, edits, chosen.flat());
		text = applyEdits(text, chosen.flat());
		mended += chosen.length;
	}
	return { text, mended, edits };
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
