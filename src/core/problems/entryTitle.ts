import { padNumber, paddingOf, readNumberedTitle, readNumberInPath, type NumberedTitle } from '../entryNumber.ts';
import { replaceValue } from '../frontMatter/fieldEdits.ts';
import type { Field } from '../frontMatter/fields.ts';
import { lineEndAt } from '../lines.ts';
import { firstHeading } from '../note.ts';
import { nameOf } from '../notePath.ts';
import { slice, type Span, type TextEdit } from '../text.ts';
import type { LogFacts } from './logFacts.ts';
import { fieldOf, type Page } from './page.ts';

/** The title that the front matter gives; undefined where it is missing, empty or no text. Numbers count as text, as for Hugo. */
export function writtenTitle(page: Page): string | undefined {
	const value = fieldOf(page, 'title')?.value;
	const title = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	return title === '' ? undefined : title;
}

/** The entry's number as the index of the log reads it: from the title, else from the first heading, else from the name. */
export function numberOf(page: Page): number | undefined {
	const title = writtenTitle(page) ?? headingOf(page) ?? nameOf(page.path);
	return readNumberedTitle(title)?.number ?? readNumberInPath(page.path)?.number;
}

function headingOf({ text, block }: Page): string | undefined {
	return firstHeading(text.slice(block?.bodyStart ?? 0));
}

/** Where a problem of the number is shown: its digits in the title, else the title, else the first line. */
export function placeOfNumber(page: Page): Span {
	const title = fieldOf(page, 'title');
	if (title === undefined) {
		return { start: 0, end: lineEndAt(page.text, 0) };
	}
	return digitsIn(page, title) ?? (title.valueSpan.end > title.valueSpan.start ? title.valueSpan : title.keySpan);
}

const digitsInValue = /^(?:"""\s*|'''\s*|["']|[|>][^\r\n]*\s*)?\s*#?(\d+)/;

/** The title's number as it is written, quotation marks passed over; undefined where it is written some other way, such as `\x36\x32`. */
function digitsIn({ text }: Page, { value, valueSpan }: Field): Span | undefined {
	const numbered = readNumberedTitle(String(value));
	const match = digitsInValue.exec(slice(text, valueSpan));
	const digits = match?.[1] ?? '';
	if (numbered === undefined || match === null || Number(digits) !== numbered.number) {
		return undefined;
	}
	const end = valueSpan.start + match[0].length;
	return { start: end - digits.length, end };
}

/** Puts another number into a title that has one, padded as it was. Undefined where the title has none, or cannot be edited. */
export function renumberTitle(page: Page, number: number): TextEdit | undefined {
	const field = fieldOf(page, 'title');
	const title = writtenTitle(page);
	const numbered = title === undefined ? undefined : readNumberedTitle(title);
	if (field === undefined || title === undefined || numbered === undefined) {
		return undefined;
	}
	const newText = paddedAs(numbered.digits, number);
	const span = digitsIn(page, field);
	if (span !== undefined) {
		return { span, newText: paddedAs(slice(page.text, span), number) };
	}
	const { start, end } = numbered.numberSpan;
	return page.block && replaceValue(page.text, page.block, 'title', title.slice(0, start) + newText + title.slice(end));
}

/** The number with the leading zeros that other digits have: 7 as `008` is `007`. */
export function paddedAs(digits: string, number: number): string {
	return padNumber(number, digits.startsWith('0') ? digits.length : 1);
}

/** The number behind the log's highest, those that were missed included. */
export function nextFreeNumber({ entries, missed }: LogFacts): number {
	return Math.max(entries.at(-1)?.number ?? 0, missed.at(-1)?.number ?? 0) + 1;
}

/** So many of the newest titles are asked how the log writes its numbers. */
const samples = 20;

/** A title as the log writes it: `63 - Reading`; only the number where there are no words. */
export function titleInForm({ entries }: LogFacts, number: number, words: string): string {
	const newest = entries
		.slice(-samples)
		.reverse()
		.map(({ title }) => readNumberedTitle(title))
		.filter(isNumbered);
	const form = newest.find(({ separator }) => separator.trim() !== '') ?? newest.find(({ separator }) => separator !== '');
	const digits = padNumber(number, paddingOf(newest.map(title => title.digits)));
	return words === '' ? digits : `${form?.prefix ?? ''}${digits}${form?.separator ?? ' - '}${words}`;
}

function isNumbered(title: NumberedTitle | undefined): title is NumberedTitle {
	return title !== undefined;
}

/** A title for an entry that has none: from its first heading, else from its name: `62-reading-on` gives `62 - Reading on`. */
export function suggestedTitle(page: Page, facts: LogFacts): string {
	const heading = headingOf(page);
	if (heading !== undefined && readNumberedTitle(heading) !== undefined) {
		return heading;
	}
	const inPath = readNumberInPath(page.path);
	const name = nameOf(page.path);
	const words = heading ?? wordsOf(inPath === undefined ? name : name.slice(name.indexOf(inPath.digits) + inPath.digits.length));
	return titleInForm(facts, inPath?.number ?? nextFreeNumber(facts), words);
}

function wordsOf(name: string): string {
	const words = name.replace(/[-_\s–—]+/gu, ' ').trim();
	return words.slice(0, 1).toUpperCase() + words.slice(1);
}
