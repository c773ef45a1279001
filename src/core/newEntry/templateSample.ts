import type { CivilDate } from '../time/civilDate.ts';
import { readNumberedTitle, type NumberedTitle } from '../entryNumber.ts';
import type { Field } from '../frontMatter/field.ts';
import { readFields } from '../frontMatter/fields.ts';
import { findFrontMatter, type FrontMatterBlock } from '../frontMatter/frontMatter.ts';
import { mostCommon } from '../majority.ts';
import { lineEndOf } from '../text.ts';
import { readDate } from '../time/writtenDate.ts';

/** One of the latest entries, as a new one is to look like. */
export interface Sample {
	readonly text: string;
	readonly number: number;
}

/** A sample whose front matter can be read. */
export interface ReadSample {
	readonly number: number;
	/** With `\n` as line end and without byte order mark: what the spans of its fields count in. */
	readonly text: string;
	readonly lineEnd: '\n' | '\r\n';
	readonly byteOrderMark: boolean;
	readonly block: FrontMatterBlock;
	readonly fields: readonly Field[];
	/** Undefined where the title has no number. */
	readonly numberedTitle: NumberedTitle | undefined;
	/** The title without its number. */
	readonly words: string;
	/** As written; undefined where there is none. */
	readonly date: string | undefined;
	readonly day: CivilDate | undefined;
}

/** One sample's field of a name. */
export interface Occurrence {
	readonly sample: ReadSample;
	readonly field: Field;
}

/** Those samples, in their order, that are right and written in the format that most of them are written in; entries with errors teach nothing. */
export function readSamples(samples: readonly Sample[]): readonly ReadSample[] {
	const read = samples.map(readSample).filter(sample => sample !== undefined);
	const format = mostCommon(read.map(sample => sample.block.format));
	return read.filter(sample => sample.block.format === format);
}

function readSample({ text: written, number }: Sample): ReadSample | undefined {
	const byteOrderMark = written.startsWith('\uFEFF');
	const text = written.slice(byteOrderMark ? 1 : 0).replaceAll('\r\n', '\n');
	const block = findFrontMatter(text);
	if (block === undefined || !block.closed || block.executable !== undefined) {
		return undefined;
	}
	const { fields, errors } = readFields(text, block);
	if (errors.length > 0 || !fields.every(field => isWritable(text, block, field))) {
		return undefined;
	}
	const title = stringOf(fields, 'title') ?? '';
	const numberedTitle = readNumberedTitle(title);
	const date = stringOf(fields, 'date');
	return {
		...{ number, text, lineEnd: lineEndOf(written), byteOrderMark, block, fields, numberedTitle, date },
		words: numberedTitle?.title ?? title,
		day: date === undefined ? undefined : readDate(date)?.civil,
	};
}

/** Whether the field stands as most do: on lines of its own, in JSON between braces that are also the delimiters. */
function isWritable(text: string, block: FrontMatterBlock, field: Field): boolean {
	return block.format === 'json'
		? text[block.opening.start] === '{'
		: field.span.start === block.content.start || text[field.span.start - 1] === '\n';
}

function stringOf(fields: readonly Field[], name: string): string | undefined {
	const value = fields.find(field => field.name === name)?.value;
	return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** The field of that name in each sample that has it, in the order of the samples. */
export function occurrencesOf(samples: readonly ReadSample[], name: string): readonly Occurrence[] {
	return samples.flatMap(sample => sample.fields.filter(field => field.name === name).map(field => ({ sample, field })));
}
