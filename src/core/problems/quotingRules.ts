import type { Field, FieldError, FieldItem } from '../frontMatter/field.ts';
import { sentence, t } from '../l10n.ts';
import { isLineBreak, lineEndAt, skipBlanks } from '../lines.ts';
import { slice, type Span } from '../text.ts';
import { usualTagFields, type LogFacts } from './logFacts.ts';
import { fieldAt, type Page } from './page.ts';
import type { Fix, Problem } from './problem.ts';
import { namesIn, quoted, quotingCuresOf, trimmed, type QuotingCure } from './quotingCures.ts';
import { tagComments } from './tagComments.ts';

/** Values that need quotation marks and have none: those that stop the reader, and those that it silently takes for something else. */
export function* checkQuoting(page: Page, facts: LogFacts): Iterable<Problem> {
	if (page.block?.format !== 'yaml' || page.block.executable !== undefined) {
		return;
	}
	for (const cure of quotingCuresOf(page)) {
		if (!isCommentInTags(page, facts, cure.field)) {
			yield problemOfCure(page, facts, cure);
		}
	}
	const aliases = namesIn(slice(page.text, page.block.content), '*');
	for (const field of page.fields.filter(({ value }) => value !== undefined)) {
		yield* checkReadable({ text: page.text, facts, aliases }, field);
	}
}

/** Whether `yaml.quote`, or `tags.comment`, already says what an error of the reader is about: one mistake gives one problem. */
export function isExplainedByQuoting(page: Page, facts: LogFacts): (error: FieldError) => boolean {
	const explained = new Set(quotingCuresOf(page).map(({ field }) => field));
	const commented =
		page.block?.format === 'yaml' ? page.fields.filter(field => field.value === undefined && isCommentInTags(page, facts, field)) : [];
	const fields = [...new Set([...explained, ...commented])].sort((a, b) => a.span.start - b.span.start);
	return ({ span }) => fieldAt(fields, span.start) !== undefined;
}

/** Whether a broken list of tags holds a bare `#x`: then `tags.comment` speaks. */
function isCommentInTags(page: Page, { tagFields = usualTagFields }: LogFacts, field: Field): boolean {
	return tagFields.includes(field.name) && field.value === undefined && tagComments(page, field).length > 0;
}

/** In these, quotation marks make a text of what is meant as something else. */
const noTexts = new Set(['date', 'lastmod', 'publishdate', 'expirydate', 'draft', 'toc', 'weight']);

function problemOfCure({ text }: Page, { shape }: LogFacts, { field, span, edit, mayHoldComment }: QuotingCure): Problem {
	const certain = !mayHoldComment && !noTexts.has(field.name) && field.name !== shape.fields.input;
	return problemAt(span, reasonOf(field.key, slice(text, span)), [{ kind: 'edit', title: titleOf(field), edits: [edit], certain }]);
}

function problemAt(span: Span, message: string, fixes: readonly Fix[]): Problem {
	return { code: 'yaml.quote', message, span, related: [], fixes };
}

function quoteFix(text: string, span: Span, field: Field, certain: boolean): Fix {
	return { kind: 'edit', title: titleOf(field), edits: [{ span, newText: quoted(slice(text, span)) }], certain };
}

function titleOf({ name, key }: Field): string {
	return textNames.has(name) || name === 'output' ? t('Quote the {0}', name) : t("Quote the value of '{0}'", key);
}

function reasonOf(key: string, raw: string): string {
	const first = raw.charAt(0);
	if (first === '"' || first === "'") {
		return t("'{0}' goes on after its closing quotation mark, and Hugo stops the build. Put quotation marks around the whole text.", key);
	}
	if (/^[@`%*&!|>?,\-[\]{}]/.test(raw)) {
		const sign = /^(?:\[\[|\{\{)/.exec(raw)?.[0] ?? first;
		return t(
			"'{0}' holds text that begins with '{1}', which has a meaning of its own to Hugo: it stops the build. Put the text in quotation marks.",
			key,
			sign,
		);
	}
	return /:(?:\s|$)/.test(raw)
		? t(
				"A colon followed by a space needs quotation marks in '{0}': without them Hugo stops the build. Put the text in quotation marks.",
				key,
			)
		: t("Hugo cannot read '{0}' without quotation marks, and stops the build. Put the text in quotation marks.", key);
}

const textNames = new Set(['title', 'linktitle', 'description', 'summary']);

function isText({ name }: Field, { shape }: LogFacts): boolean {
	return textNames.has(name) || name === shape.fields.output;
}

interface Reading {
	readonly text: string;
	readonly facts: LogFacts;
	/** The names behind each `*`. */
	readonly aliases: ReadonlySet<string>;
}

function* checkReadable(reading: Reading, field: Field): Iterable<Problem> {
	const problem = cutOff(reading, field) ?? nestedLink(reading, field) ?? namedValue(reading, field);
	if (problem !== undefined) {
		yield problem;
		return;
	}
	for (const item of field.items) {
		yield* checkItem(reading, field, item);
	}
}

/** `title: 62 - C# and #tags`: a `#` with a letter or digit behind it hardly begins a comment; one with a blank behind it does. */
function cutOff({ text, facts }: Reading, field: Field): Problem | undefined {
	const { valueSpan, style, key } = field;
	if ((style !== 'plain' && style !== 'none') || !isText(field, facts) || hasLineBreak(text, valueSpan)) {
		return undefined;
	}
	const lineEnd = lineEndAt(text, valueSpan.end);
	const word = /^[ \t]*(#[\p{L}\p{N}]\S{0,40})/u.exec(text.slice(valueSpan.end, lineEnd))?.[1];
	if (word === undefined) {
		return undefined;
	}
	const start = skipBlanks(text, valueSpan.start);
	const span = trimmed(text, { start, end: lineEnd });
	const message =
		style === 'none'
			? t(
					"Hugo takes '{0}' for a comment and reads '{1}' as empty. If it belongs to the text, put quotation marks around all of it.",
					word,
					key,
				)
			: t(
					"Hugo takes '{0}' for a comment and cuts '{1}' off before it. If it belongs to the text, put quotation marks around all of it.",
					word,
					key,
				);
	return problemAt(span, message, [quoteFix(text, span, field, false)]);
}

function hasLineBreak(text: string, { start, end }: Span): boolean {
	for (let at = start; at < end; at++) {
		if (isLineBreak(text.charCodeAt(at))) {
			return true;
		}
	}
	return false;
}

const linkMessage = sentence('Hugo reads these double brackets as a list within a list, not as a link. Put the link in quotation marks.');
const lists = new Set([...usualTagFields, 'keywords', 'aliases', 'outputs']);

function isList({ name }: Field, { tagFields }: LogFacts): boolean {
	return lists.has(name) || tagFields?.includes(name) === true;
}

/** `output: [[62]]`; in a field of the user's own a word must stand in the brackets, for `[[1, 2]]` may be meant. */
function nestedLink({ text, facts }: Reading, field: Field): Problem | undefined {
	const { valueSpan } = field;
	const isOwnText = isText(field, facts);
	const pattern = isOwnText ? /^\[\[[^[\]\r\n]+\]\]$/ : wikiLink;
	return field.style === 'flow' && !isList(field, facts) && isShort(valueSpan) && pattern.test(slice(text, valueSpan))
		? problemAt(valueSpan, t(linkMessage), [quoteFix(text, valueSpan, field, isOwnText)])
		: undefined;
}

const wikiLink = /^\[\[[^[\],\r\n]*\p{L}[^[\],\r\n]*\]\]$/u;

function isShort({ start, end }: Span): boolean {
	return end - start < 500;
}

/** `output: &x` is empty to Hugo; where a `*x` refers to it, it is meant. */
function namedValue({ text, aliases }: Reading, field: Field): Problem | undefined {
	const { keySpan, valueSpan, style, key } = field;
	const start = skipBlanks(text, skipBlanks(text, keySpan.end) + 1);
	if (text[start] !== '&' || (style !== 'plain' && style !== 'none') || hasLineBreak(text, { start, end: valueSpan.end })) {
		return undefined;
	}
	const name = /^[^\s,[\]{}]{1,80}/.exec(text.slice(start + 1, lineEndAt(text, start)))?.[0];
	if (name === undefined || aliases.has(name)) {
		return undefined;
	}
	const span = trimmed(text, { start, end: lineEndAt(text, start) });
	const message = t("Hugo reads '{0}' as a sign of its own and leaves it out of '{1}'. Put the text in quotation marks.", `&${name}`, key);
	return problemAt(span, message, [quoteFix(text, span, field, true)]);
}

/** `- [[a]]`, and `- note: x` where only texts belong. */
function* checkItem({ text, facts }: Reading, field: Field, { value, span }: FieldItem): Iterable<Problem> {
	if (typeof value !== 'object' || value === null || !isShort(span)) {
		return;
	}
	const written = slice(text, span);
	if (wikiLink.test(written)) {
		yield problemAt(span, t(linkMessage), [quoteFix(text, span, field, true)]);
	} else if (isList(field, facts) && !Array.isArray(value) && /^[^{}[\]"'\r\n]+:\s[^{}[\]"'\r\n]+$/.test(written)) {
		const message = t(
			"Because of the colon and the space after it, Hugo does not read '{0}' in '{1}' as text. Put it in quotation marks.",
			written,
			field.key,
		);
		yield problemAt(span, message, [quoteFix(text, span, field, true)]);
	}
}
