import { t } from '../l10n.ts';
import { checkDate } from './dateRules.ts';
import { checkFields } from './fieldRules.ts';
import { checkFrontMatter } from './frontMatterRules.ts';
import type { LogFacts } from './logFacts.ts';
import { checkLinks } from './linkRules.ts';
import { checkNumber } from './numberRules.ts';
import type { Page } from './page.ts';
import type { Problem } from './problem.ts';
import { checkQuoting } from './quotingRules.ts';
import { checkShortcodes } from './shortcodeRules.ts';
import { checkTags } from './tagRules.ts';
import { checkValues } from './valueRules.ts';

/** A family of rules: reads a page, yields what is wrong with it. Each family is a file of its own. */
export type Rule = (page: Page, facts: LogFacts) => Iterable<Problem>;

const rules: readonly Rule[] = [
	checkFrontMatter,
	checkFields,
	checkNumber,
	checkDate,
	checkValues,
	checkTags,
	checkQuoting,
	checkLinks,
	checkShortcodes,
];

/** For notes that are no entries. */
const rulesForNotes: readonly Rule[] = [checkLinks];

/** Everything that is wrong with an entry, or with a note that is none, in the order of the text. Never throws, whatever the text is. */
export function problemsOf(page: Page, facts: LogFacts, isEntry = true): readonly Problem[] {
	return (isEntry ? rules : rulesForNotes)
		.flatMap(rule => [...firstOf(rule(page, facts))])
		.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** More problems of one family than this nobody reads at once, and hostile text could have tens of thousands. */
const mostOfFamily = 100;

/** The first problems; the last of them says so where there are more. */
function* firstOf(problems: Iterable<Problem>): Iterable<Problem> {
	let count = 0;
	let last: Problem | undefined;
	for (const problem of problems) {
		if (count === mostOfFamily && last !== undefined) {
			yield { ...last, message: `${last.message} ${t('There are more like this, which show once these are fixed.')}` };
			return;
		}
		if (last !== undefined) {
			yield last;
		}
		last = problem;
		count++;
	}
	if (last !== undefined) {
		yield last;
	}
}
