import type { Entry } from '../entry.ts';
import { readNumberedTitle, readNumberInPath } from '../entryNumber.ts';
import { replaceValue } from '../frontMatter/fieldEdits.ts';
import { t } from '../l10n.ts';
import { baseName, folderOf, isBundlePage } from '../notePath.ts';
import type { Stray } from '../stray.ts';
import { logDayOf, readDate, type WrittenDate } from '../time/writtenDate.ts';
import { isTaken, missedBefore, neighboursOf } from './numberNeighbours.ts';
import { nextFreeNumber, numberOf, paddedAs, placeOfNumber, renumberTitle, titleInForm, writtenTitle } from './entryTitle.ts';
import type { LogFacts } from './logFacts.ts';
import { fieldOf, type Page } from './page.ts';
import type { Fix, Problem, RelatedEntry } from './problem.ts';

export { concernedBy } from './numberNeighbours.ts';

/**
 * What is wrong with the number of an entry. A number that several entries have is reported in each of them, for which of them is to keep it
 * only the writer knows; a gap before it in the first of them only.
 */
export function* checkNumber(page: Page, facts: LogFacts): Iterable<Problem> {
	const number = numberOf(page);
	if (number === undefined) {
		yield* missingNumber(page, facts);
		return;
	}
	const group = facts.byNumber.get(number) ?? [];
	const others = group.filter(({ uri }) => uri !== page.uri);
	yield* duplicateNumber(page, facts, { number, others, isLast: group.at(-1)?.uri === page.uri });
	yield* mismatchedNumber(page, facts);
	if (others.length === 0 || group[0]?.uri === page.uri) {
		yield* gapBefore(page, facts, number);
	}
	if (others.length === 0) {
		yield* wrongOrder(page, facts, number);
	}
}

/** Silent where there is no title at all: then `field.missing` inserts one, with a number. */
function* missingNumber(page: Page, facts: LogFacts): Iterable<Problem> {
	const title = writtenTitle(page);
	if (title === undefined || page.block === undefined) {
		return;
	}
	const next = nextFreeNumber(facts);
	const numbered = titleInForm(facts, next, title);
	const edit = replaceValue(page.text, page.block, 'title', numbered);
	yield {
		code: 'number.missing',
		message: t("The entry has no number. Begin the title with one, as in '{0}'.", numbered),
		span: placeOfNumber(page),
		related: [],
		fixes: edit === undefined ? [] : [{ kind: 'edit', title: t('Number it {0}', next), edits: [edit], certain: false }],
	};
}

interface Duplicates {
	readonly number: number;
	/** The other entries with the number. */
	readonly others: readonly Entry[];
	/** Whether this one comes last by date and path: the one that was probably numbered wrongly. */
	readonly isLast: boolean;
}

/** So many others are named; a log with hundreds of entries of one number has another problem. */
const mostRelated = 10;

function* duplicateNumber(page: Page, facts: LogFacts, duplicates: Duplicates): Iterable<Problem> {
	const { number, others } = duplicates;
	const [first] = others;
	if (first === undefined) {
		return;
	}
	const message =
		others.length === 1
			? t("The number {0} is taken: '{1}' in {2} has it too. Give one of them another number.", number, first.title, first.path)
			: t(
					"The number {0} is taken: '{1}' in {2} and {3} more has it too. Give one of them another number.",
					number,
					first.title,
					first.path,
					others.length - 1,
				);
	yield {
		code: 'number.duplicate',
		message,
		span: placeOfNumber(page),
		related: others.slice(0, mostRelated).map(({ uri, title }) => ({ uri, message: t("'{0}' has the number {1} too.", title, number) })),
		fixes: [...roomBehind(facts, duplicates), ...freeNumbers(page, facts, duplicates).flatMap(free => renumbered(page, free, facts))],
	};
}

/** An entry in the midst of the log stays at its day only if those behind it make room. */
function roomBehind({ byNumber }: LogFacts, { number, isLast }: Duplicates): readonly Fix[] {
	return isLast && byNumber.has(number + 1)
		? [{ kind: 'renumber', title: t('Make it {0}, and move those after it up by one', number + 1), mode: 'shift', from: number }]
		: [];
}

/** The number of the file's name, where that is free; the one behind, where the last of the group can slip into a gap; the log's next. */
function freeNumbers(page: Page, facts: LogFacts, { number, isLast }: Duplicates): readonly number[] {
	const next = nextFreeNumber(facts);
	const likely = [readNumberInPath(page.path)?.number, isLast ? number + 1 : undefined].filter(candidate => candidate !== undefined);
	return [...new Set([...likely.filter(candidate => !isTaken(facts, candidate)), next])];
}

/** In the title, where the number stands there; else in the name. */
function renumbered(page: Page, number: number, facts: LogFacts): readonly Fix[] {
	const numbered = readNumberedTitle(writtenTitle(page) ?? '');
	if (numbered === undefined) {
		return moved(page, number, facts);
	}
	const edit = renumberTitle(page, number);
	const title = t('Write {0} in the title', paddedAs(numbered.digits, number));
	return edit === undefined ? [] : [{ kind: 'edit', title, edits: [edit], certain: false }];
}

/** The file, or the folder of a leaf bundle, under another number; nothing where an entry stands there. */
function moved({ path }: Page, number: number, { byNumber }: LogFacts): readonly Fix[] {
	const inPath = readNumberInPath(path);
	if (inPath === undefined) {
		return [];
	}
	const { start, end } = inPath.numberSpan;
	const newPath = path.slice(0, start) + paddedAs(inPath.digits, number) + path.slice(end);
	if (byNumber.get(number)?.some(entry => entry.path === newPath) === true) {
		return [];
	}
	const to = isBundlePage(newPath) && folderOf(newPath) !== '' ? folderOf(newPath) : newPath;
	return [{ kind: 'move', title: t("Rename to '{0}'", baseName(to)), to }];
}

function* mismatchedNumber(page: Page, facts: LogFacts): Iterable<Problem> {
	const inTitle = readNumberedTitle(writtenTitle(page) ?? '');
	const inPath = readNumberInPath(page.path);
	if (inTitle === undefined || inPath === undefined || inTitle.number === inPath.number) {
		return;
	}
	const message = isBundlePage(page.path)
		? t('The title says {0}, the name of the folder {1}. The log goes by the title; make both the same.', inTitle.number, inPath.number)
		: t('The title says {0}, the name of the file {1}. The log goes by the title; make both the same.', inTitle.number, inPath.number);
	const fixes = [renumbered(page, inPath.number, facts), moved(page, inTitle.number, facts)];
	yield {
		code: 'number.mismatch',
		message,
		span: placeOfNumber(page),
		related: [],
		fixes: (facts.byNumber.has(inPath.number) ? fixes.reverse() : fixes).flat(),
	};
}

/** Few entries that are far apart are a log that began elsewhere, or a part of one: nothing is missing there. */
const few = 10;

function* gapBefore(page: Page, facts: LogFacts, number: number): Iterable<Problem> {
	const before = nearestBefore(facts, number);
	if (before?.number === undefined || before.number === number - 1) {
		return;
	}
	const first = before.number + 1;
	if (number - first > few && facts.entries.length <= few) {
		return;
	}
	const message =
		first === number - 1
			? t("Number {0} is missing before this one: the entry before it is '{1}'.", first, before.title)
			: t("The numbers {0} to {1} are missing before this one: the entry before it is '{2}'.", first, number - 1, before.title);
	yield {
		code: 'number.gap',
		message,
		span: placeOfNumber(page),
		related: [relatedTo(before)],
		fixes: [{ kind: 'renumber', title: t('Close the gap before {0}', number), mode: 'closeGaps', from: number }],
	};
}

/** An entry whose series cannot be read is there all the same. */
function nearestBefore(facts: LogFacts, number: number): Entry | Stray | undefined {
	const entry = neighboursOf(facts, number).lower.at(-1);
	const missed = missedBefore(facts, number);
	return missed !== undefined && missed.number > (entry?.number ?? -1) ? missed : entry;
}

function relatedTo({ uri, title }: Pick<Entry, 'uri' | 'title'>): RelatedEntry {
	return { uri, message: t("'{0}' comes before it.", title) };
}

/**
 * Reported in the later of two neighbours. Both the days as written and the instants must run backwards: two entries of one day stand in any
 * order, and a traveller's clock may be set back. A number that is taken twice says nothing about the order.
 */
function* wrongOrder(page: Page, facts: LogFacts, number: number): Iterable<Problem> {
	const [before, second] = neighboursOf(facts, number).lower;
	const own = dateOf(page);
	const earlier = before?.date === undefined || second !== undefined ? undefined : readDate(before.date);
	if (before === undefined || own === undefined || earlier === undefined) {
		return;
	}
	const { dayStartsAt } = facts.shape;
	if (logDayOf(own.date, dayStartsAt) < logDayOf(earlier, dayStartsAt) && own.date.assumedInstant < earlier.assumedInstant) {
		yield {
			code: 'number.order',
			message: t(
				"This entry is of {0}, but '{1}', which comes before it, is of {2}. One of the dates or numbers is wrong.",
				own.date.civil,
				before.title,
				earlier.civil,
			),
			span: own.span,
			related: [relatedTo(before)],
			fixes: [],
		};
	}
}

/** The date by which the entry stands in the log, and where it is written. */
function dateOf(page: Page): { readonly date: WrittenDate; readonly span: Problem['span'] } | undefined {
	for (const name of ['date', 'publishdate', 'lastmod']) {
		const field = fieldOf(page, name);
		if (field !== undefined && field.value !== null) {
			const date = typeof field.value === 'string' ? readDate(field.value) : undefined;
			return date && { date, span: field.valueSpan };
		}
	}
	return undefined;
}
