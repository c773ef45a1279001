import { readNumberedTitle, writeNumber } from '../entryNumber.ts';
import { avoidReserved, byteLength, cutToBytes, safeName, slugOf } from '../slug.ts';

/** Why a text can be no name of a file or leaf bundle. */
export type NameProblem = 'empty' | 'sign' | 'dot' | 'reserved' | 'tooLong';

/** So many bytes that common file systems (255) take the name and a copy of it (`… copy 2.md`). */
const longestName = 200;

/** What keeps a text from being the name of a file on Windows, macOS and Linux; undefined where nothing does. Source: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
export function nameProblemOf(name: string): NameProblem | undefined {
	if (name.trim() === '') {
		return 'empty';
	}
	if (/[<>:"/\\|?*\p{Cc}\p{Cs}]/u.test(name)) {
		return 'sign';
	}
	if (/^\.|[. ]$|^ /u.test(name)) {
		return 'dot';
	}
	if (avoidReserved(name) !== name) {
		return 'reserved';
	}
	return byteLength(name) > longestName ? 'tooLong' : undefined;
}

/** How a note's name is made of its title. */
export interface NameForm {
	/** What stands before the words and is no part of the title's: `62-`, `2022-12-02 `; empty where nothing does. */
	readonly prefix: string;
	/** The words of a title as this name has them. */
	readonly words: (title: string) => string;
	/** Whether the title's number is among the words. */
	readonly withNumber: boolean;
}

const writings: readonly ((title: string) => string)[] = [safeName, slugOf, title => slugOf(title).replaceAll('-', '_')];

/**
 * How the name follows from the title: `62-restarting` and `Restarting` both do from `62 - Restarting`, and `2022-12-02 Restarting` does too. Undefined where the name says something
 * else than the title, or only a number.
 */
export function nameFormOf(name: string, title: string): NameForm | undefined {
	const composed = name.normalize('NFC');
	const prefix = /^(?:\d{4}-\d\d-\d\d|#?\d{1,7})(?:\s*[-–—_.:]\s*|\s+)/u.exec(composed)?.[0] ?? '';
	const tries = [
		{ prefix: '', said: title, withNumber: true },
		{ prefix, said: withoutNumber(title), withNumber: false },
		{ prefix: '', said: withoutNumber(title), withNumber: false },
	];
	for (const { prefix: before, said, withNumber } of tries) {
		const words = writings.find(write => write(said) !== '' && cut(write(said), before) === composed.slice(before.length));
		if (words !== undefined) {
			return { prefix: before, words, withNumber };
		}
	}
	return undefined;
}

function withoutNumber(title: string): string {
	return readNumberedTitle(title)?.title ?? title;
}

function cut(words: string, prefix: string): string {
	return cutToBytes(words, longestName - '.md'.length - byteLength(prefix));
}

/** The name in the same form for another title; the old one where nothing of the title can stand in a name. A number at its beginning stays together with the title's. */
export function nameFor(name: string, { before, after }: { readonly before: string; readonly after: string }): string {
	const form = nameFormOf(name, before);
	const numbered = (text: string): string => withNumberOf(text, before, after);
	if (form === undefined) {
		return numbered(name);
	}
	const words = form.words(form.withNumber ? after : withoutNumber(after));
	return words === '' ? name : avoidReserved(numbered(form.prefix) + cut(words, form.prefix));
}

/** `62-x` becomes `70-x` where the title's number becomes 70 and was 62. */
function withNumberOf(name: string, before: string, after: string): string {
	const [old, now] = [readNumberedTitle(before)?.number, readNumberedTitle(after)?.number];
	const digits = /^#?(\d{1,7})(?!\d|[-.]\d\d(?:\D|$))/u.exec(name)?.[1];
	return digits === undefined || old === undefined || now === undefined || Number(digits) !== old
		? name
		: name.replace(digits, writeNumber(now, digits, 1));
}
