import type { Field } from '../frontMatter/field.ts';
import { lineEndAt, lineStartAt, skipBlanks } from '../lines.ts';
import { quoteYaml, type QuoteStyle } from '../frontMatter/quoting.ts';
import { applyEdits, slice, type Span, type TextEdit } from '../text.ts';
import { readYamlFields } from '../frontMatter/yamlFields.ts';
import { isTooLongToMend, type Page } from './page.ts';

/** A text that the reader stumbles over, and becomes readable by quotation marks around it. */
export interface QuotingCure {
	readonly field: Field;
	/** The text as it stands; of a list in brackets the whole list. */
	readonly span: Span;
	readonly edit: TextEdit;
	/** Whether a ` #` leaves open where the text ends. */
	readonly mayHoldComment: boolean;
}

/** What can be mended in one field; each try reads the field again. */
const mostTries = 20;

/** In how many fields; the others have their turn once these are mended. */
const mostFields = 100;

/** Every place of a broken block where quotation marks are the cure; in YAML only. Each field is read on its own, so that time is linear. */
export function quotingCuresOf(page: Page): readonly QuotingCure[] {
	const known = lately.get(page);
	const cures = known ?? lookForCures(page);
	if (known === undefined) {
		lately.set(page, cures);
	}
	return cures;
}

/** Several rules ask, so as not to say the same thing twice. */
const lately = new WeakMap<Page, readonly QuotingCure[]>();

function lookForCures(page: Page): readonly QuotingCure[] {
	const { block, fields } = page;
	if (
		isTooLongToMend(page) ||
		block?.format !== 'yaml' ||
		block.executable !== undefined ||
		slice(page.text, block.content).trimStart().startsWith('{')
	) {
		return [];
	}
	const broken = fields.filter(({ value }) => value === undefined);
	if (broken.length === 0) {
		return [];
	}
	const content = slice(page.text, block.content);
	const anchors = namesIn(content, '&');
	const aliases = namesIn(content, '*');
	const texts = broken.filter(({ keySpan, span }) => !isReferredTo(page.text, { start: keySpan.end, end: span.end }, aliases));
	return texts.slice(0, mostFields).flatMap(field => curesOf(page.text, field, anchors));
}

/** Whether the value bears a name that others refer to, or that stands before a bracket: then it is meant so, and the mistake is another. */
function isReferredTo(text: string, { start, end }: Span, aliases: ReadonlySet<string>): boolean {
	const [, name, bracket] = /^\s*:\s*&([^\s,[\]{}]+)\s*([[{]?)/.exec(text.slice(start, Math.min(end, start + 200))) ?? [];
	return name !== undefined && (bracket !== '' || aliases.has(name));
}

/** The names behind each `&`, or behind each `*`, wherever they stand. */
export function namesIn(content: string, sign: '&' | '*'): ReadonlySet<string> {
	const pattern = sign === '&' ? /&([^\s,[\]{}]+)/g : /\*([^\s,[\]{}]+)/g;
	return new Set([...content.matchAll(pattern)].map(match => match[1] ?? ''));
}

function curesOf(text: string, field: Field, anchors: ReadonlySet<string>): readonly QuotingCure[] {
	const cures: QuotingCure[] = [];
	const base = field.span.start;
	let source = slice(text, field.span);
	let moved = 0;
	while (cures.length < mostTries) {
		const at = readYamlFields(pieceOf(source)).errors[0]?.span.start;
		const cure = at === undefined ? undefined : cureAt(source, valueAt(source, field.keySpan.end - base, at), anchors);
		if (cure === undefined) {
			break;
		}
		const span = { start: cure.span.start + base - moved, end: cure.span.end + base - moved };
		cures.push({
			field,
			span,
			edit: { span, newText: cure.newText },
			mayHoldComment: /\s#/.test(text.slice(span.start, lineEndAt(text, span.end))),
		});
		source = applyEdits(source, [cure]);
		moved += cure.newText.length - (cure.span.end - cure.span.start);
	}
	return cures;
}

function pieceOf(source: string): { readonly text: string; readonly span: Span } {
	return { text: source, span: { start: 0, end: source.length } };
}

/** The text on the line of `at`: behind the key, behind the dash of an item, or both. */
function valueAt(source: string, keyEnd: number, at: number): Span {
	const end = lineEndAt(source, at);
	const start = lineStartAt(source, at);
	const line = source.slice(start, end);
	if (start > keyEnd) {
		const before = /^[ \t]*(?:-[ \t]+)*(?:[\w-]+:[ \t]+)?/.exec(line)?.[0].length ?? 0;
		return trimmed(source, { start: start + before, end });
	}
	const colon = skipBlanks(source, keyEnd);
	return trimmed(source, { start: skipBlanks(source, colon + 1), end });
}

/** The span without the blanks at its end, and without a comment: a `#` with blanks on both sides. */
export function trimmed(text: string, span: Span): Span {
	const line = slice(text, span);
	const comment = line.search(/[ \t]#(?:[ \t]|$)/);
	return { start: span.start, end: span.start + (comment === -1 ? line : line.slice(0, comment)).trimEnd().length };
}

/** Quotation marks around the text, if the reader then comes past its line. */
function cureAt(source: string, span: Span, anchors: ReadonlySet<string>): TextEdit | undefined {
	const raw = slice(source, span);
	if (
		raw === '' ||
		/\p{Cc}/u.test(raw.replaceAll('\t', '')) ||
		isMeantAsQuoted(raw) ||
		(raw.startsWith('*') && anchors.has(raw.slice(1)))
	) {
		return undefined;
	}
	const newText = isMeantAsList(raw) ? quoteItems(raw) : quoted(raw);
	const edit = { span, newText };
	const { errors } = readYamlFields(pieceOf(applyEdits(source, [edit])));
	const next = errors[0]?.span.start;
	return newText !== raw && (next === undefined || next > span.start + newText.length) ? edit : undefined;
}

/** Whether the quotation marks are there, and something else about them is wrong. */
function isMeantAsQuoted(raw: string): boolean {
	const mark = raw.charAt(0);
	return (mark === '"' || mark === "'") && (raw.endsWith(mark) || !raw.includes(mark, 1));
}

/** A list or map in brackets, `[@home, x]`; not `[[a]] and [[b]]`, `[a](b)` or `{{< x >}}`. */
function isMeantAsList(raw: string): boolean {
	return /^(?:\[[^[\]]*\]?|\{[^{}]*\}?)$/.test(raw);
}

/** Quotes of a simple list those items that need it. */
function quoteItems(raw: string): string {
	if (!/^\[[^"'[\]{}]*\]$/.test(raw)) {
		return raw;
	}
	return raw.replace(/([^,[\]]*)(?=[,\]])/g, item => {
		const text = item.trim();
		return /^[@`%*&!|>#]|\s#|:\s/.test(text) ? item.replace(text, () => quoted(text)) : item;
	});
}

/** The text in the quotation marks that leave it most as it is. */
export function quoted(text: string): string {
	const style: QuoteStyle = /["\\]/.test(text) && !text.includes("'") ? 'single' : 'double';
	return quoteYaml(text, style);
}
