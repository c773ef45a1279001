import type { LogShape } from '../entry.ts';
import type { Field, Fields } from '../frontMatter/field.ts';
import { isKeyLine, type FrontMatterFormat } from '../frontMatter/fieldLines.ts';
import { lineEndAt, nextLineAt } from '../lines.ts';
import { tomlString } from '../frontMatter/quoting.ts';
import { applyEdits, slice, type Span } from '../text.ts';
import { readTomlFields } from '../frontMatter/tomlFields.ts';
import { readYamlFields } from '../frontMatter/yamlFields.ts';
import { t } from '../l10n.ts';
import type { Fix } from './problem.ts';
import { quoted } from './quotingCures.ts';

/** What is wrong, said better than the reader of the format can say it, and what would mend it. */
export interface SyntaxCure {
	readonly message: string;
	readonly span: Span;
	readonly fixes: readonly Fix[];
}

/** What would stand in the place of a value. */
interface Mended {
	readonly message: string;
	readonly title: string;
	readonly newText: string;
	readonly certain: boolean;
}

type LineFormat = Exclude<FrontMatterFormat, 'json'>;

/** The cure of a value that cannot be read; undefined where none is known, or the field would still be broken. */
export function cureOfBrokenValue(text: string, format: LineFormat, field: Field, ours: OwnNames): SyntaxCure | undefined {
	const raw = slice(text, field.valueSpan);
	const mended = mendQuotes(raw, format) ?? closeBracket(raw) ?? (format === 'toml' ? quoteBare(raw, field, ours) : undefined);
	if (mended === undefined || !isReadable(text, format, field, mended.newText)) {
		return undefined;
	}
	const { message, title, newText, certain } = mended;
	return { message, span: field.valueSpan, fixes: [{ kind: 'edit', title, edits: [{ span: field.valueSpan, newText }], certain }] };
}

const knownNames = new Set(['title', 'date', 'series', 'tags', 'categories', 'toc', 'draft', 'description']);

/** What the log's own two fields are called, lower-cased. */
type OwnNames = LogShape['fields'];

/** The first line in YAML that begins at the margin and is no field, such as `draft:true` or `title My day`. */
export function strayLineIn(text: string, { start, end }: Span, ours: OwnNames): SyntaxCure | undefined {
	for (let at = start; at < end; at = nextLineAt(text, at)) {
		const line = text.slice(at, lineEndAt(text, at)).trimEnd();
		if (/^[^\s#\-\]}]/.test(line) && !isKeyLine(line, 'yaml')) {
			return strayLine(line, at, ours);
		}
	}
	return undefined;
}

function strayLine(line: string, at: number, ours: OwnNames): SyntaxCure {
	const span = { start: at, end: at + line.length };
	const glued = /^([\w-]+):(?=[^\s:/])/.exec(line)?.[1];
	if (glued !== undefined) {
		const fix = insertion(at + glued.length + 1, ' ', t('Put a space after the colon'), isKnown(glued, ours));
		return { message: t("A space is missing after the colon of '{0}'.", glued), span, fixes: [fix] };
	}
	const bare = /^([\w-]+) /.exec(line)?.[1];
	if (bare !== undefined && isKnown(bare, ours)) {
		return {
			message: t("A colon is missing after '{0}'.", bare),
			span,
			fixes: [insertion(at + bare.length, ':', t('Put a colon after the name'), false)],
		};
	}
	return { message: t('This line is no field, and does not belong to the one above.'), span, fixes: [] };
}

function isKnown(key: string, { input, output }: OwnNames): boolean {
	const name = key.toLowerCase();
	return knownNames.has(name) || name === input || name === output;
}

function insertion(at: number, newText: string, title: string, certain: boolean): Fix {
	return { kind: 'edit', title, edits: [{ span: { start: at, end: at }, newText }], certain };
}

function isReadable(text: string, format: LineFormat, { span, valueSpan }: Field, newText: string): boolean {
	const place = { start: valueSpan.start - span.start, end: valueSpan.end - span.start };
	const source = applyEdits(slice(text, span), [{ span: place, newText }]);
	const piece = { text: source, span: { start: 0, end: source.length } };
	const read: Fields = format === 'yaml' ? readYamlFields(piece) : readTomlFields(piece);
	return read.errors.length === 0 && read.fields.length === 1 && read.fields[0]?.value !== undefined;
}

function mendQuotes(raw: string, format: LineFormat): Mended | undefined {
	const mark = raw.charAt(0);
	if (mark !== '"' && mark !== "'") {
		return undefined;
	}
	if (!raw.includes(mark, 1)) {
		return {
			message: t('A quotation mark is opened here and never closed.'),
			title: t('Close the quotation mark'),
			newText: raw + mark,
			certain: mark === '"' && !/\s#/.test(raw),
		};
	}
	const inner = raw.endsWith(mark) ? raw.slice(1, -1) : '';
	if (inner === '' || inner.includes('\n')) {
		return undefined;
	}
	if (mark === '"' && !inner.replace(/\\./g, '').includes(mark)) {
		return {
			message: t('Within double quotation marks a backslash has a meaning of its own and must be doubled.'),
			title: t('Double the backslashes'),
			newText: `"${inner.replace(/\\["\\]|\\/g, found => (found === '\\' ? '\\\\' : found))}"`,
			certain: true,
		};
	}
	return mendInner(raw, inner, format);
}

/** `'it's here'` and `"say "hi" now"` have quotation marks within; `"Deep" work is "good"` has none around. */
function mendInner(raw: string, inner: string, format: LineFormat): Mended {
	const mark = raw.charAt(0);
	const at = inner.indexOf(mark);
	const isApostrophe = mark === "'" && /[\p{L}\p{N}]'\p{L}/u.test(inner.slice(Math.max(0, at - 1), at + 2));
	const isNested = isApostrophe || at === 0 || /\s/.test(inner.charAt(at - 1));
	const newText = requoted(isNested ? inner : raw, format);
	const message = isNested
		? t('A quotation mark within the text closes it too early.')
		: t('The text goes on after its closing quotation mark.');
	const title = isNested ? t('Fix the quotation marks') : t('Put quotation marks around all of it');
	return { message, title, newText, certain: isApostrophe };
}

function requoted(value: string, format: LineFormat): string {
	return format === 'yaml' ? quoted(value) : tomlString(value, value.includes('"') ? 'single' : 'double');
}

/** `[a, b` */
function closeBracket(raw: string): Mended | undefined {
	return /^\[[^[\]{}#]*$/.test(raw)
		? { message: t('A bracket is opened here and never closed.'), title: t('Close the bracket'), newText: `${raw}]`, certain: true }
		: undefined;
}

const bareInToml = new Set(['date', 'lastmod', 'publishdate', 'expirydate', 'draft', 'toc', 'weight']);

/** TOML wants quotation marks around every text: `title = My day`. */
function quoteBare(raw: string, { name, key }: Field, { input }: OwnNames): Mended | undefined {
	return /^[\p{L}\p{N}#]/u.test(raw) && name !== input && !bareInToml.has(name)
		? {
				message: t("The text of '{0}' needs quotation marks.", key),
				title: name === 'title' ? t('Quote the {0}', name) : t("Quote the value of '{0}'", key),
				newText: requoted(raw, 'toml'),
				certain: !/\s#/.test(raw),
			}
		: undefined;
}
