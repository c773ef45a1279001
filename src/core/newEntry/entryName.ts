import type { CivilDate } from '../time/civilDate.ts';
import { padNumber, readNumberInPath } from '../entryNumber.ts';
import { t } from '../l10n.ts';
import { joinPath, nameOf, tidyPath } from '../notePath.ts';
import { avoidReserved, byteLength, cutToBytes, safeName, slugOf } from '../slug.ts';

/** How a log names its entries' files. `content/daily-log/062-restarting/index.md` is folder `content/daily-log`, pattern `{number}-{slug}`. */
export interface EntryNaming {
	/** The folder that all entries share, relative to the vault; `''` is the vault itself. */
	readonly folder: string;
	/** Below the folder, with `/`, without extension; of a bundle its folder's name. Placeholders: see `placeholders`. */
	readonly pattern: string;
	/** Whether an entry is a leaf bundle, `62/index.md`. */
	readonly bundle: boolean;
	readonly extension: '.md' | '.markdown';
	/** To how many digits the number is padded with zeros; 1 for no padding. */
	readonly digits: number;
	/** What stands between the words of a `{slug}`. */
	readonly wordSeparator: '-' | '_';
}

/** What a new entry's name is made of. */
export interface EntryNameValues {
	readonly number: number;
	/** Without the number; may be empty. */
	readonly title: string;
	readonly date: CivilDate;
}

/** What may stand in a pattern; `{number:3}` pads to three digits. */
export const placeholders = ['number', 'slug', 'title', 'date', 'year', 'month', 'day'] as const;
type Placeholder = (typeof placeholders)[number];

/** A pattern of the setting `dailyLog.fileName`, or a sentence that says why it is none. */
export type ReadPattern =
	{ readonly kind: 'naming'; readonly naming: EntryNaming } | { readonly kind: 'problem'; readonly message: string };

/** So many bytes that common file systems (255) take the name and a copy of it (`… copy 2.md`). */
const longestName = 200;

/**
 * The vault-relative path of a new entry. A title that is empty, or has nothing that a name may hold, takes its separator with it:
 * `{number}-{slug}` then gives `63.md`.
 */
export function pathOf(naming: EntryNaming, values: EntryNameValues): string {
	const segments = naming.pattern.split('/').map(segment => writeSegment(segment, naming, values));
	const name = naming.bundle ? [...segments, 'index'].join('/') : segments.join('/');
	return joinPath(naming.folder, name + naming.extension);
}

function writeSegment(segment: string, naming: EntryNaming, values: EntryNameValues): string {
	const number = padNumber(values.number, naming.digits);
	const words = wordsOf(naming, values.title);
	const [year = '', month = '', day = ''] = values.date.split('-');
	const known = { number, date: values.date, year, month, day };
	const dated = segment.replace(/\{(number|date|year|month|day)\}/g, (whole, name: string) => valueOf(known, name) ?? whole);
	const budget = longestName - naming.extension.length - byteLength(dated.replace(/\{(?:slug|title)\}/g, ''));
	const named = withoutEmpty(dated, words).replace(/\{(slug|title)\}/g, (whole, name: string) =>
		cutToBytes(valueOf(words, name) ?? whole, budget),
	);
	return avoidReserved(named) || number;
}

function valueOf(values: Readonly<Record<string, string>>, name: string): string | undefined {
	return values[name];
}

function wordsOf(naming: EntryNaming, title: string): { readonly slug: string; readonly title: string } {
	return { slug: slugOf(title).replaceAll('-', naming.wordSeparator), title: safeName(title) };
}

/** `63-{slug}` without a slug is `63`, and `{slug}-63` too. */
function withoutEmpty(segment: string, words: Readonly<Record<string, string>>): string {
	const separators = String.raw`[\s\-_–—.:]*`;
	const empty = Object.keys(words).filter(name => words[name] === '');
	return empty.reduce(
		(text, name) => text.replace(new RegExp(String.raw`^\{${name}\}${separators}|${separators}\{${name}\}`, 'g'), ''),
		segment,
	);
}

/**
 * Reads a pattern such as `{number}-{slug}.md`, `{number:3}/index.md`, `{year}/{date}.md`, relative to the log's folder;
 * `.md` may be left out, and the folder itself may be written once more. A pattern that leaves the vault, names an unknown placeholder, holds what a file's name cannot
 * gives every entry one name, or one in which another number is read than the entry's, is a problem.
 */
export function parsePattern(pattern: string, folder: string): ReadPattern {
	const wrongForm = problemOf(pattern);
	if (wrongForm !== undefined) {
		return { kind: 'problem', message: wrongForm };
	}
	const naming = namingOf(withoutFolder(tidyPath(pattern), folder), folder);
	const message = misreading(pattern, naming);
	return message === undefined ? { kind: 'naming', naming } : { kind: 'problem', message };
}

/** A pattern that fits every log. */
const example = '{number}-{slug}.md';

const sample: EntryNameValues = { number: 63, title: 'Reading', date: '2022-12-02' };

/** `{number}.2` makes `63.2`, which is no number, and `{number}{day}` makes `6302`; a name without any number is fine, for the title has it. */
function misreading(pattern: string, naming: EntryNaming): string | undefined {
	const path = pathOf(naming, sample);
	const read = readNumberInPath(path)?.number;
	const isDecimal = /^#?0*63[.,]\d/.test(nameOf(path));
	if (!naming.pattern.includes('{number}') || read === sample.number || (read === undefined && !isDecimal)) {
		return undefined;
	}
	return t(
		"'{0}' gives names such as '{1}', from which the number {2} cannot be read again; put the number first and a hyphen behind it, as in {3}.",
		pattern,
		nameOf(path),
		sample.number,
		example,
	);
}

function withoutFolder(path: string, folder: string): string {
	return folder !== '' && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}

function namingOf(path: string, folder: string): EntryNaming {
	const extension = /\.markdown$/i.test(path) ? '.markdown' : '.md';
	const name = path.replace(/\.(?:md|markdown)$/i, '');
	const padding = /\{number:([1-7])\}/.exec(name)?.[1];
	return {
		folder,
		pattern: name.replace(/\/index$/i, '').replace(/\{number:\d\}/g, '{number}'),
		bundle: /\/index$/i.test(name),
		extension,
		digits: padding === undefined ? 1 : Number(padding),
		wordSeparator: '-',
	};
}

function problemOf(pattern: string): string | undefined {
	const path = pattern.trim().replaceAll('\\', '/');
	const used = [...path.matchAll(/\{([^{}]*)\}/g)].map(match => match[1] ?? '');
	const unknown = used.find(name => !isPlaceholder(name));
	const constant = path.replace(/\{[^{}]*\}/g, '');
	if (/^(?:\/|~|[a-z][a-z+.-]*:)/i.test(path) || path.split('/').includes('..')) {
		return t("'{0}' leads out of the log's folder; a pattern stays inside it, as in {1}.", pattern, example);
	}
	if (unknown !== undefined) {
		const known = placeholders.map(name => `{${name}}`).join(', ');
		return t("'{0}' in '{1}' is not known; there are {2} and {3}.", `{${unknown}}`, pattern, known, '{number:3}');
	}
	if (/[<>:"|?*{}\p{Cc}]/u.test(constant) || path.split('/').some(segment => segment !== '.' && /[ .]$/.test(segment))) {
		return t("'{0}' holds what not every system takes in a file's name: one of < > : \" | ? * { }, or a dot or blank at an end.", pattern);
	}
	if (/\.[a-z]+$/i.test(path) && !/\.(?:md|markdown)$/i.test(path)) {
		return t("'{0}' is no Markdown file; its name ends with .md.", pattern);
	}
	return used.length === 0 ? t("'{0}' gives every entry the same name; put {number}, {date} or {slug} into it.", pattern) : undefined;
}

function isPlaceholder(name: string): boolean {
	const known: readonly string[] = placeholders satisfies readonly Placeholder[];
	return known.includes(name) || /^number:[1-7]$/.test(name);
}
