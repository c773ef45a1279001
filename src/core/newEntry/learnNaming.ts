import { isCivilDate, type CivilDate } from '../time/civilDate.ts';
import type { EntryNaming } from './entryName.ts';
import { paddingOf } from '../entryNumber.ts';
import { mostCommon } from '../majority.ts';
import { homeOf, isBundlePage, nameOf } from '../notePath.ts';
import { safeName, slugOf } from '../slug.ts';

/** An entry as far as its name can be told from it. */
export interface NamedEntry {
	/** Relative to the vault, with `/`. */
	readonly path: string;
	readonly number: number;
	/** Without the number. */
	readonly title: string;
	/** As written; undefined where the entry has none. */
	readonly date: CivilDate | undefined;
}

/** How many of the latest entries are asked: old habits do not outvote new ones. */
export const latestEntries = 10;

/**
 * How the latest entries are named, from entries given newest first: the naming that most of the latest ten share, the newest one's at a
 * tie. Folders that follow the date (`2022/12/62.md`) are learned as such. Undefined where there is no entry.
 */
export function learnNaming(entries: readonly NamedEntry[]): EntryNaming | undefined {
	const read = entries.slice(0, latestEntries).map(readNaming);
	const key = mostCommon(read.map(naming => naming.key));
	const alike = read.filter(naming => naming.key === key);
	const newest = alike[0];
	return (
		newest && {
			folder: newest.folder,
			pattern: newest.pattern,
			bundle: newest.bundle,
			extension: newest.extension,
			digits: paddingOf(alike.flatMap(naming => naming.digits)),
			wordSeparator: alike.find(naming => naming.wordSeparator !== undefined)?.wordSeparator ?? '-',
		}
	);
}

interface ReadName {
	readonly pattern: string;
	/** The number's digits as written, where the name holds it. */
	readonly digits: readonly string[];
	readonly wordSeparator: '-' | '_' | undefined;
}

interface ReadNaming extends ReadName, Pick<EntryNaming, 'folder' | 'bundle' | 'extension'> {
	/** Equal for entries that are named alike. */
	readonly key: string;
}

function readNaming(entry: NamedEntry): ReadNaming {
	const home = readHome(homeOf(entry.path), entry.date);
	const name = readName(nameOf(entry.path), entry);
	const bundle = isBundlePage(entry.path);
	const extension = /\.markdown$/i.test(entry.path) ? '.markdown' : '.md';
	const pattern = home.pattern + name.pattern;
	return { ...name, pattern, folder: home.folder, bundle, extension, key: JSON.stringify([home.folder, pattern, bundle, extension]) };
}

/** `content/log/2022/12` of an entry of that month is folder `content/log` and pattern `{year}/{month}/`. */
function readHome(home: string, date: CivilDate | undefined): { readonly folder: string; readonly pattern: string } {
	const [year = '', month = '', day = ''] = date?.split('-') ?? [];
	const segments = home.split('/');
	const first = date === undefined ? -1 : segments.findIndex((segment, i) => i >= segments.length - 3 && segment.startsWith(year));
	const names: readonly ReadonlyMap<string, string>[] = [
		new Map([
			[year, '{year}'],
			[`${year}-${month}`, '{year}-{month}'],
			[`${year}-${month}-${day}`, '{date}'],
		]),
		new Map([
			[month, '{month}'],
			[`${year}-${month}`, '{year}-{month}'],
			[`${year}-${month}-${day}`, '{date}'],
		]),
		new Map([
			[day, '{day}'],
			[`${year}-${month}-${day}`, '{date}'],
		]),
	];
	const dated = first < 0 ? [] : segments.slice(first).map((segment, i) => names[i]?.get(segment));
	return dated.length === 0 || dated.includes(undefined)
		? { folder: home, pattern: '' }
		: { folder: segments.slice(0, first).join('/'), pattern: `${dated.join('/')}/` };
}

/** `2022-12-02-restarting` is `{date}-{slug}`, `day-062` is `day-{number}`. */
function readName(name: string, entry: NamedEntry): ReadName {
	const start = readPart(name, entry) ?? readConstant(name, entry);
	if (start === undefined) {
		return readWords(name, entry, '');
	}
	const separator = /^(?:\s*[-–—_.:]\s*|\s+)/.exec(name.slice(start.length))?.[0] ?? '';
	const rest = name.slice(start.length + separator.length);
	const known = rest === '' ? undefined : readPart(rest, entry);
	const words = known === undefined ? readWords(rest, entry, separator) : readName(rest, entry);
	return {
		pattern: start.pattern + separator + words.pattern,
		digits: [...start.digits, ...words.digits],
		wordSeparator: words.wordSeparator,
	};
}

interface ReadPart extends Pick<ReadName, 'pattern' | 'digits'> {
	/** How many characters of the name it takes. */
	readonly length: number;
}

/** A date or the entry's number at the beginning. */
function readPart(name: string, entry: NamedEntry): ReadPart | undefined {
	const [whole = '', year = '', separator = '', month = '', day = ''] = /^(\d{4})([-_.]?)(\d\d)\2(\d\d)(?!\d)/.exec(name) ?? [];
	if (isCivilDate(`${year}-${month}-${day}`)) {
		const pattern = separator === '-' ? '{date}' : `{year}${separator}{month}${separator}{day}`;
		return { pattern, digits: [], length: whole.length };
	}
	const digits = /^\d{1,7}(?![\dA-Za-z])/.exec(name)?.[0];
	return digits !== undefined && Number(digits) === entry.number
		? { pattern: '{number}', digits: [digits], length: digits.length }
		: undefined;
}

/** A word of the log's own before the number: the `day-` of `day-62`. */
function readConstant(name: string, entry: NamedEntry): ReadPart | undefined {
	const constant = /^\D+/.exec(name)?.[0];
	const part = constant === undefined ? undefined : readPart(name.slice(constant.length), entry);
	return constant !== undefined && part?.pattern === '{number}' && !/[{}]/.test(constant)
		? { pattern: constant + part.pattern, digits: part.digits, length: constant.length + part.length }
		: undefined;
}

function readWords(words: string, entry: NamedEntry, separator: string): ReadName {
	if (words === '') {
		return { pattern: '', digits: [], wordSeparator: undefined };
	}
	const wordSeparator = /^[^\s-]*_[^\s-]*$/.test(words) ? '_' : words.includes('-') ? '-' : undefined;
	return { pattern: isTitle(words, entry, separator) ? '{title}' : '{slug}', digits: [], wordSeparator };
}

/** Whether the words are the title itself and not a slug of it; a single word in lower case may be both, and its separator tells. */
function isTitle(words: string, entry: NamedEntry, separator: string): boolean {
	const composed = words.normalize('NFC');
	return /\s/.test(words + separator) || (composed === safeName(entry.title) && composed !== slugOf(entry.title));
}
