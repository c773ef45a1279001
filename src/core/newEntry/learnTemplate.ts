import { isNearlyAll, mostCommon } from '../majority.ts';
import type { FieldNames, Template, TemplatePiece } from './template.ts';
import { commonBody } from './templateBody.ts';
import { planField, type FieldPlan } from './templateFields.ts';
import { commonNames } from './templateOrder.ts';
import { occurrencesOf, readSamples, type Occurrence, type ReadSample, type Sample } from './templateSample.ts';
import { slice } from '../text.ts';

/** What the learned template must know of the user's settings. */
export interface TemplateOptions {
	/** What the log calls its two fields. */
	readonly names: FieldNames;
	/** The log's series, `Daily Log`. */
	readonly series: string;
}

/**
 * The shape that the latest entries share, from some ten of them, newest first: the format, order and writing of their fields, what is
 * constant in them, how they begin and end. Undefined where none of them has front matter that can be read.
 */
export function learnTemplate(samples: readonly Sample[], options: TemplateOptions): Template | undefined {
	const read = readSamples(samples);
	const newest = read[0];
	if (newest === undefined || newest.fields.length === 0) {
		return undefined;
	}
	const { head, tail } = commonBody(read.map(({ text, block }) => text.slice(block.bodyStart)));
	const fields = fieldPieces(read, newest, options);
	const body: readonly TemplatePiece[] = [
		{ kind: 'text', text: head },
		{ kind: 'stop', at: 'body' },
		{ kind: 'text', text: tail },
	];
	return {
		pieces: tidy([...fields, ...body]),
		lineEnd: mostCommon(read.map(sample => sample.lineEnd)) ?? '\n',
		byteOrderMark: mostCommon(read.map(sample => sample.byteOrderMark)) ?? false,
	};
}

function fieldPieces(samples: readonly ReadSample[], newest: ReadSample, options: TemplateOptions): readonly TemplatePiece[] {
	const fields = commonNames(samples).flatMap(name => writeField(samples, name, options));
	return newest.block.format === 'json' ? wrapJson(newest, fields) : wrapLines(samples, newest, fields);
}

interface WrittenField {
	readonly name: string;
	readonly pieces: readonly TemplatePiece[];
}

/** One field without the line end behind it; none where it is better left out. */
function writeField(samples: readonly ReadSample[], name: string, { names, series }: TemplateOptions): readonly WrittenField[] {
	const all = occurrencesOf(samples, name);
	const occurrences = all.filter(hasType(mostCommon(all.map(typeOf))));
	const newest = occurrences[0];
	if (newest === undefined) {
		return [];
	}
	const plan = planField({ name, occurrences, newest, names, series });
	return plan.kind === 'omit' ? [] : [{ name, pieces: writePlan(plan, occurrences) }];
}

function typeOf({ field: { value } }: Occurrence): string {
	return Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value;
}

function hasType(type: string | undefined): (occurrence: Occurrence) => boolean {
	return occurrence => typeOf(occurrence) === type;
}

type WritingPlan = Exclude<FieldPlan, { readonly kind: 'omit' }>;

function writePlan(plan: WritingPlan, occurrences: readonly Occurrence[]): readonly TemplatePiece[] {
	const { sample, field } = plan.like;
	const comment = isOneLine(plan.like) ? commonComment(occurrences) : '';
	if (plan.kind === 'copy') {
		const end = isOneLine(plan.like) ? field.valueSpan.end : field.span.end;
		const copied = slice(sample.text, { start: field.span.start, end }).trimEnd();
		return [{ kind: 'text', text: copied + comment }];
	}
	const first = plan.value[0];
	const isListOfLines = first?.kind === 'text' && first.text.startsWith('\n');
	const isEmpty = plan.value.every(piece => piece.kind === 'text' && piece.text === '');
	const lead = leadOf(plan.like);
	return [{ kind: 'text', text: isListOfLines || isEmpty ? lead.trimEnd() : lead }, ...plan.value, { kind: 'text', text: comment }];
}

/** The key with what stands between it and a value: `title: `, `title   = `, `"title": `. */
function leadOf({ sample, field }: Occurrence): string {
	const separator = /^[ \t]*[:=][ \t]*/.exec(sample.text.slice(field.keySpan.end, field.span.end))?.[0] ?? '';
	const lead = sample.text.slice(field.span.start, field.keySpan.end) + separator;
	return /[ \t]$/.test(lead) || sample.block.format === 'json' ? lead : `${lead} `;
}

function isOneLine({ sample, field }: Occurrence): boolean {
	return !slice(sample.text, field.span).trimEnd().includes('\n');
}

/** The comment that nearly all write behind the field, with the blanks before it; empty where they do not agree. */
function commonComment(occurrences: readonly Occurrence[]): string {
	const comments = occurrences
		.filter(isOneLine)
		.map(({ sample, field }) => sample.text.slice(field.valueSpan.end, field.span.end).trimEnd());
	const usual = mostCommon(comments.map(comment => comment.trim()));
	const agree = comments.filter(comment => comment.trim() === usual);
	const comment = agree[0] ?? '';
	return usual?.startsWith('#') && isNearlyAll(agree.length, comments.length) ? comment.replace(/^(?=#)/, ' ') : '';
}

function wrapJson({ text, block, fields: written }: ReadSample, fields: readonly WrittenField[]): readonly TemplatePiece[] {
	const [first, second] = written;
	const open = text.slice(block.content.start, first?.span.start);
	const between = first && second ? text.slice(first.span.end, second.span.start) : ', ';
	const close = text.slice(written.at(-1)?.span.end, block.content.end);
	const pieces = fields.flatMap((field, i): readonly TemplatePiece[] => [
		{ kind: 'text', text: i === 0 ? open : between },
		...field.pieces,
	]);
	return [...pieces, { kind: 'text', text: `${close}\n` }];
}

function wrapLines(samples: readonly ReadSample[], { text, block }: ReadSample, fields: readonly WrittenField[]): readonly TemplatePiece[] {
	const delimiter = block.format === 'toml' ? '+++' : '---';
	const opening = block.content.start > block.opening.end ? slice(text, block.opening).trimEnd() : delimiter;
	const lines = fields.flatMap(({ name, pieces }): readonly TemplatePiece[] => [
		{ kind: 'text', text: commonGap(samples, name) },
		...pieces,
		{ kind: 'text', text: '\n' },
	]);
	return [{ kind: 'text', text: `${opening}\n` }, ...lines, { kind: 'text', text: `${commonGap(samples, undefined)}${delimiter}\n` }];
}

/** Comments and blank lines that nearly all write before a field, or behind the last one, with their line ends. */
function commonGap(samples: readonly ReadSample[], name: string | undefined): string {
	const gaps = samples.flatMap(sample => gapBefore(sample, name) ?? []);
	const usual = mostCommon(gaps);
	return usual !== undefined && isNearlyAll(gaps.filter(gap => gap === usual).length, gaps.length) ? usual : '';
}

function gapBefore({ text, block, fields }: ReadSample, name: string | undefined): string | undefined {
	const index = name === undefined ? fields.length : fields.findIndex(field => field.name === name);
	const end = name === undefined ? block.content.end : fields[index]?.span.start;
	return end === undefined ? undefined : text.slice(fields[index - 1]?.span.end ?? block.content.start, end);
}

/** Texts that follow each other as one, so that equal templates are equal data. */
function tidy(pieces: readonly TemplatePiece[]): readonly TemplatePiece[] {
	const tidied: TemplatePiece[] = [];
	for (const piece of pieces) {
		const last = tidied.at(-1);
		if (piece.kind === 'text' && last?.kind === 'text') {
			tidied[tidied.length - 1] = { kind: 'text', text: last.text + piece.text };
		} else if (piece.kind !== 'text' || piece.text !== '') {
			tidied.push(piece);
		}
	}
	return tidied;
}
