import { homeOf, nameOf } from './notePath.ts';
import type { Span } from './text.ts';

/** A title that begins with its entry's number: `062 - Restarting` is digits `062`, separator ` - ` and title `Restarting`. */
export interface NumberedTitle {
	readonly number: number;
	/** As written, leading zeros included: `062`. */
	readonly digits: string;
	/** `#` in `#62 x`, else empty. */
	readonly prefix: '#' | '';
	/** What stands between digits and title, blanks included: ` - `, `: `, ` `; empty where the title is only a number. */
	readonly separator: string;
	/** What follows the separator, without blanks at its end; empty where nothing does. */
	readonly title: string;
	/** The digits in the title that was read. */
	readonly numberSpan: Span;
}

/** A number in the name of a file or of a leaf bundle's folder. */
export interface NumberedPath {
	readonly number: number;
	/** As written, leading zeros included. */
	readonly digits: string;
	/** The digits in the path that was read. */
	readonly numberSpan: Span;
}

const numberedTitle = /^\s*(#?)(\d{1,7})(?:(\s*[-:–—](?:\s+|$))(.*)|\s*)$/s;
const hashedTitle = /^\s*#(\d{1,7})(\s+)(.*)$/s;

/**
 * The number at the beginning of a title: `62 - x`, `62: x`, `062 – x`, `62 — x`, `#62 x`, `#62 - x`, or `62` alone.
 *
 * A number is one to seven ASCII digits, so that `20221202` stays a date; 0 counts and 007 is 7. `62.5 - x`, `-3 - x`, digits of other
 * scripts, `2022-12-02 x`, `1:30 x` and `62 things` are none: a dash or colon must stand between the number and a blank. `62. x` is none
 * either, since `2. Dezember` is how some languages write a day. Undefined where the title has no number.
 */
export function readNumberedTitle(title: string): NumberedTitle | undefined {
	const match = numberedTitle.exec(title);
	if (match) {
		return numbered(title, { prefix: match[1] ?? '', digits: match[2] ?? '', separator: match[3] ?? '', rest: match[4] ?? '' });
	}
	const hashed = hashedTitle.exec(title);
	return hashed ? numbered(title, { prefix: '#', digits: hashed[1] ?? '', separator: hashed[2] ?? '', rest: hashed[3] ?? '' }) : undefined;
}

interface TitleParts {
	readonly prefix: string;
	readonly digits: string;
	readonly separator: string;
	readonly rest: string;
}

function numbered(title: string, { prefix, digits, separator, rest }: TitleParts): NumberedTitle {
	const start = title.indexOf(digits);
	return {
		number: Number(digits),
		digits,
		prefix: prefix === '#' ? '#' : '',
		separator,
		title: rest.trimEnd(),
		numberSpan: { start, end: start + digits.length },
	};
}

const numberedName = /^#?(\d{1,7})(?:$|[-_]| +[-–—_] *|: |\.[a-z]{2,3}(?:-[a-z]{2,4})?$)/i;
const datedName = /^\d{4}([-_.])(?:(?:0[1-9]|1[0-2])(?:$|\1(?:0[1-9]|[12]\d|3[01])(?!\d))|W\d\d(?!\d))/i;

/**
 * The number in a file's or leaf bundle's name: `62.md`, `62-slug.md`, `62_slug.md`, `62 - Title.md`, `062-x.md`, `62.en.md`,
 * `62/index.md`. The path is relative to the vault, with `/`. `2022-12-02.md`, `2022-12.md`, `20221202.md`, `62.5.md`,
 * `62 things.md` and `_index.md` have none, and then undefined is returned.
 */
export function readNumberInPath(path: string): NumberedPath | undefined {
	const name = nameOf(path);
	const folder = homeOf(path);
	const digits = datedName.test(name) ? undefined : numberedName.exec(name)?.[1];
	if (digits === undefined) {
		return undefined;
	}
	const at = (folder === '' ? 0 : folder.length + 1) + name.indexOf(digits);
	return { number: Number(digits), digits, numberSpan: { start: at, end: at + digits.length } };
}

/** The highest number plus one; 1 where there is none. */
export function nextNumber(numbers: Iterable<number>): number {
	let highest = 0;
	for (const number of numbers) {
		highest = Math.max(highest, number);
	}
	return highest + 1;
}

/**
 * To how many digits a log pads its numbers, for digits as written, newest first: 3 for `008`, `007` and for `100`, `099`; 1, which is no
 * padding, for `63`, `62`, and where the newest number is shorter than the padding once was.
 */
export function paddingOf(digits: readonly string[]): number {
	const width = Math.max(1, ...digits.filter(isPadded).map(padded => padded.length));
	const newest = digits[0];
	return newest !== undefined && newest.length < width ? 1 : width;
}

function isPadded(digits: string): boolean {
	return digits.length > 1 && digits.startsWith('0');
}

/** The number with leading zeros up to so many digits: `padNumber(7, 3)` is `007`. */
export function padNumber(number: number, digits: number): string {
	return String(number).padStart(digits, '0');
}

/** A number in the place of digits: as long as they are where they begin with 0, or where the log pads numbers to that length. */
export function writeNumber(number: number, digits: string, logWidth: number): string {
	return padNumber(number, (digits.length > 1 && digits.startsWith('0')) || digits.length === logWidth ? digits.length : 1);
}
