import type { Field } from '../frontMatter/field.ts';
import { readFields } from '../frontMatter/fields.ts';
import { readingInWords } from '../frontMatter/readingWords.ts';
import { findFrontMatter, type FrontMatterBlock } from '../frontMatter/frontMatter.ts';
import { t } from '../l10n.ts';
import { firstMark, formOf, fromMarks, hasMarks, markPlaceholders, rawPiece, scalarPiece } from './placeholderMarks.ts';
import { writeScalar } from './scalarForm.ts';
import { renderTemplate, type FieldNames, type Template, type TemplatePiece, type TitleForm } from './template.ts';
import { divideBody } from './templateBody.ts';
import { lineEndOf, lineStartsOf, positionAt, slice, type Span } from '../text.ts';

/** A template of the user's, or what is wrong with it and where. */
export type ReadTemplate =
	| { readonly kind: 'template'; readonly template: Template }
	/** `line` counts from 1. */
	| { readonly kind: 'problem'; readonly line: number; readonly message: string };

/** What a template leaves to the log. */
export interface TemplateTextOptions {
	readonly names: FieldNames;
	/** How the log writes its titles: `63 - Title`, where the template does not place the number itself. */
	readonly title: TitleForm;
}

/**
 * Reads a template file: the user's own, with `{number}`, `{title}`, `{slug}`, `{date}`, or a Hugo archetype as far as it uses only plain
 * variables: `{{ .Date }}`, `{{ .Name }}`, `{{ .File.ContentBaseName }}`, `{{ .Title }}`, `{{ replace .Name "-" " " | title }}`.
 * Nothing is ever run: any other `{{ … }}` is a problem; shortcodes stay as they are. Title and date are put in where it has none.
 * Source: https://gohugo.io/content-management/archetypes/
 */
export function parseTemplateText(text: string, options: TemplateTextOptions): ReadTemplate {
	const marked = markPlaceholders(text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'));
	if (marked.kind === 'problem') {
		return marked;
	}
	const problem = problemOf(marked.text);
	const block = findFrontMatter(marked.text);
	if (problem !== undefined || block === undefined) {
		return problem ?? noFrontMatter();
	}
	const template = { pieces: piecesOf(marked.text, block, options), lineEnd: lineEndOf(text), byteOrderMark: text.startsWith('\uFEFF') };
	return isReadable(template) ? { kind: 'template', template } : badPlace(marked.text, block);
}

function noFrontMatter(): ReadTemplate {
	return { kind: 'problem', line: 1, message: t('The template has no front matter that could be read.') };
}

function problemOf(text: string): ReadTemplate | undefined {
	const block = findFrontMatter(text);
	if (block === undefined || block.executable !== undefined) {
		return noFrontMatter();
	}
	const at = (offset: number, message: string): ReadTemplate => ({
		kind: 'problem',
		line: positionAt(lineStartsOf(text), offset).line + 1,
		message,
	});
	const { fields, errors } = readFields(text, block);
	const error = errors[0];
	if (!block.closed) {
		return at(block.opening.start, t('The front matter is not closed.'));
	}
	return error
		? at(error.span.start, readingInWords(error.message))
		: fields.length === 0
			? at(block.opening.start, t('The front matter has no fields.'))
			: undefined;
}

/** Whether what it writes can be read, for a title that needs quoting too. */
function isReadable(template: Template): boolean {
	const { text } = renderTemplate(template, { number: 62, title: `"C#": a tour, 'so' \\ to say`, date: '2022-12-02T06:21:40-07:00' });
	return problemOf(text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')) === undefined;
}

/** A placeholder stands where its value cannot be quoted, such as inside of a map. */
function badPlace(text: string, block: FrontMatterBlock): ReadTemplate {
	const { fields } = readFields(text, block);
	const field = fields.find(({ value, span }) => typeof value !== 'string' && hasMarks(slice(text, span)));
	const offset = field === undefined ? block.opening.start : firstMark(text, field.span.start);
	const line = positionAt(lineStartsOf(text), offset).line + 1;
	return { kind: 'problem', line, message: t('A title would break the front matter here; give the placeholder a field of its own.') };
}

interface Replacement {
	readonly span: Span;
	readonly pieces: readonly TemplatePiece[];
}

function piecesOf(text: string, block: FrontMatterBlock, options: TemplateTextOptions): readonly TemplatePiece[] {
	const { fields } = readFields(text, block);
	const replaced = fields.flatMap(field => replacementsIn({ text, block, field }, options));
	const replacements = [...missingFields(block, fields, options), ...replaced].toSorted((a, b) => a.span.start - b.span.start);
	const pieces: TemplatePiece[] = [];
	let done = 0;
	for (const { span, pieces: written } of replacements) {
		pieces.push(rawPiece(text.slice(done, span.start)), ...written);
		done = span.end;
	}
	const { head, tail } = divideBody(text.slice(block.bodyStart));
	return [...pieces, rawPiece(text.slice(done, block.bodyStart) + head), { kind: 'stop', at: 'body' }, rawPiece(tail)];
}

interface FieldPlace {
	readonly text: string;
	readonly block: FrontMatterBlock;
	readonly field: Field;
}

function replacementsIn(place: FieldPlace, options: TemplateTextOptions): readonly Replacement[] {
	const { text, block, field } = place;
	const written = slice(text, field.valueSpan);
	const form = formOf(block.format, field.style);
	switch (field.name) {
		case 'title':
			return [replaceValue(place, { kind: 'title', form: titleForm(field, options), scalar: form })];
		case 'date':
			return isMixed(field)
				? []
				: [replaceValue(place, { kind: 'date', dateOnly: false, scalar: formOf(block.format, field.style, 'date') })];
		case options.names.output.toLowerCase():
			return /^(?:""|''|)$/.test(written) ? [replaceOutput(place, written)] : markedScalars(place);
		default:
			return markedScalars(place);
	}
}

function replaceValue({ text, field }: FieldPlace, ...pieces: readonly TemplatePiece[]): Replacement {
	const { start } = field.valueSpan;
	const blank = /[:=]/.test(text.charAt(start - 1)) ? ' ' : '';
	return { span: field.valueSpan, pieces: [{ kind: 'text', text: blank }, ...pieces] };
}

function replaceOutput(place: FieldPlace, written: string): Replacement {
	return replaceValue(
		place,
		{ kind: 'text', text: written.slice(0, 1) },
		{ kind: 'stop', at: 'output' },
		{ kind: 'text', text: written.slice(1) },
	);
}

/** The template's own title where it places the number; else its words behind the log's number; what it says without placeholders gives way. */
function titleForm({ value }: Field, { title }: TemplateTextOptions): TitleForm {
	const pattern = fromMarks(typeof value === 'string' ? value : '').replaceAll('{name}', '{title}');
	if (pattern.includes('{number}')) {
		return { pattern, digits: title.digits };
	}
	return pattern.includes('{title}') ? { pattern: title.pattern.replace('{title}', () => pattern), digits: title.digits } : title;
}

/** Whether a date is put together, `{date}T06:00:00Z`: then it stays so. */
function isMixed({ value }: Field): boolean {
	const pattern = fromMarks(typeof value === 'string' ? value : '');
	return pattern !== '{date}' && pattern !== '{dateTime}' && /\{date(?:Time)?\}/.test(pattern);
}

/** The values and items with placeholders in them, which are quoted as they are written there. */
function markedScalars({ block, field }: FieldPlace): readonly Replacement[] {
	const scalars = field.items.length > 0 ? field.items : [{ value: field.value, span: field.valueSpan, style: field.style }];
	return scalars.flatMap(({ value, span, style }) =>
		typeof value === 'string' && hasMarks(value) && /^(?:plain|single|double)$/.test(style)
			? [{ span, pieces: [scalarPiece(value, formOf(block.format, style))] }]
			: [],
	);
}

/** Title and date, for a template that has them not: title first, date behind the title. */
function missingFields(
	{ format, content }: FrontMatterBlock,
	fields: readonly Field[],
	{ title }: TemplateTextOptions,
): readonly Replacement[] {
	const first = fields[0]?.span.start ?? content.start;
	const titleField = fields.find(field => field.name === 'title');
	const titlePiece: TemplatePiece = { kind: 'title', form: title, scalar: formOf(format, 'double') };
	const datePiece: TemplatePiece = {
		kind: 'date',
		dateOnly: false,
		scalar: formOf(format, format === 'json' ? 'double' : 'plain', 'date'),
	};
	const hasDate = fields.some(field => field.name === 'date');
	const behindTitle = format === 'json' ? first : (titleField?.span.end ?? first);
	return [
		...(titleField ? [] : [insert(first, format, { key: 'title', value: titlePiece })]),
		...(hasDate ? [] : [insert(behindTitle, format, { key: 'date', value: datePiece })]),
	];
}

interface MissingField {
	readonly key: string;
	readonly value: TemplatePiece;
}

function insert(offset: number, format: FrontMatterBlock['format'], { key, value }: MissingField): Replacement {
	const before = { yaml: `${key}: `, toml: `${key} = `, json: `${writeScalar({ format: 'json', style: 'double' }, key)}: ` }[format];
	const after = format === 'json' ? ', ' : '\n';
	return { span: { start: offset, end: offset }, pieces: [{ kind: 'text', text: before }, value, { kind: 'text', text: after }] };
}
