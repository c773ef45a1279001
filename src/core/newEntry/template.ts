import { padNumber } from '../entryNumber.ts';
import { slugOf } from '../slug.ts';
import type { Span } from '../text.ts';
import { rawForm, writeScalar, type ScalarForm } from './scalarForm.ts';

/** How a log writes its titles: `#062 - x` is pattern `#{number} - {title}`, digits 3. A log that numbers only its files has `{title}`. */
export interface TitleForm {
	readonly pattern: string;
	/** To how many digits the number is padded with zeros; 1 for no padding. */
	readonly digits: number;
}

/** `62 - Restarting` */
export const usualTitleForm: TitleForm = { pattern: '{number} - {title}', digits: 1 };

/** A piece of a new entry's text, in the order in which they stand. */
export type TemplatePiece =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'title'; readonly form: TitleForm; readonly scalar: ScalarForm }
	| { readonly kind: 'date'; readonly dateOnly: boolean; readonly scalar: ScalarForm }
	/** A text made of the others: `/log/{number}-{slug}/`; for what stands in braces see `fillPattern`. */
	| { readonly kind: 'derived'; readonly pattern: string; readonly digits: number; readonly scalar: ScalarForm }
	/** A number that counts with the entry's: `factor` times it, plus `constant`. */
	| { readonly kind: 'counting'; readonly factor: 1 | -1; readonly constant: number }
	/** Where the caret stops: first at the title if it is empty, then at the output, then in the body. */
	| { readonly kind: 'stop'; readonly at: 'output' | 'body' };

/** The shape of a new entry, learned from the log or read from a file of the user's. */
export interface Template {
	/** With `\n` as line end, whatever `lineEnd` says. */
	readonly pieces: readonly TemplatePiece[];
	readonly lineEnd: '\n' | '\r\n';
	readonly byteOrderMark: boolean;
}

/** What a new entry says of itself. */
export interface NewEntryValues {
	readonly number: number;
	/** Without the number; empty where it is still to be written. */
	readonly title: string;
	/** RFC 3339 with seconds and offset: `2022-12-02T06:21:40-07:00`. */
	readonly date: string;
	/** The log's day, `2022-12-02`, where that is not the date's own: an entry begun at 01:30 may still be yesterday's. */
	readonly day?: string | undefined;
	/** The new file's name without extension, of a bundle its folder's; `63-reading-about-craft` where it is not given. */
	readonly name?: string | undefined;
}

/** The text of a new entry, and the places in it to visit. */
export interface NewEntryText {
	readonly text: string;
	/** Empty spans in the order of the tab stops: title (only where it is empty), output, body. */
	readonly stops: readonly Span[];
}

/** The new entry's text. */
export function renderTemplate(template: Template, values: NewEntryValues): NewEntryText {
	const written = template.pieces.map(piece => writePiece(piece, values));
	const lines = [template.byteOrderMark ? '\uFEFF' : '', ...written].map(text => text.replaceAll('\n', template.lineEnd));
	const starts = startsOf(lines);
	const stops = template.pieces.flatMap((piece, i) => stopOf(piece, { start: starts[i + 1] ?? 0, text: lines[i + 1] ?? '' }, values));
	return { text: lines.join(''), stops: stops.toSorted((a, b) => a.order - b.order).map(({ offset }) => ({ start: offset, end: offset })) };
}

function writePiece(piece: TemplatePiece, values: NewEntryValues): string {
	switch (piece.kind) {
		case 'text':
			return piece.text;
		case 'title':
			return writeScalar(piece.scalar, titleOf(piece.form, values));
		case 'date':
			return writeScalar(piece.scalar, piece.dateOnly ? dayOf(values) : values.date);
		case 'derived':
			return writeScalar(piece.scalar, fillPattern(piece.pattern, piece.digits, values));
		case 'counting':
			return String(piece.factor * values.number + piece.constant);
		case 'stop':
			return '';
	}
}

/** A title to be filled in keeps its separator: `63 - `. */
function titleOf({ pattern, digits }: TitleForm, values: NewEntryValues): string {
	const parts = partsOf(values, digits);
	return pattern.replace(placeholder, (_whole, separator: string, name: string) => separator + (parts[name] ?? ''));
}

function dayOf({ date, day }: NewEntryValues): string {
	return day ?? date.slice(0, 10);
}

/** What may stand in braces in a template: `{date}` is the day, `{dateTime}` the instant, `{name}` the file's name. */
export const templatePlaceholders = ['number', 'title', 'slug', 'date', 'dateTime', 'name'] as const;

const placeholder = new RegExp(String.raw`([-_ ]*)\{(${templatePlaceholders.join('|')})\}`, 'g');

/** `{number}-{slug}` with the values in their places; words that are empty take the separator before them along. */
function fillPattern(pattern: string, digits: number, values: NewEntryValues): string {
	const parts = partsOf(values, digits);
	return pattern.replace(placeholder, (_whole, separator: string, name: string) =>
		parts[name] === '' ? '' : separator + (parts[name] ?? ''),
	);
}

function partsOf(values: NewEntryValues, digits: number): Readonly<Record<string, string>> {
	const { title, date } = values;
	const number = padNumber(values.number, digits);
	const slug = slugOf(title);
	const name = values.name ?? (slug === '' ? number : `${number}-${slug}`);
	return { number, title, slug, date: dayOf(values), dateTime: date, name };
}

function startsOf(texts: readonly string[]): readonly number[] {
	let offset = 0;
	return texts.map(text => {
		const start = offset;
		offset += text.length;
		return start;
	});
}

interface WrittenPiece {
	readonly start: number;
	readonly text: string;
}

interface Stop {
	readonly offset: number;
	/** Title, output, body: they are visited in this order wherever they stand. */
	readonly order: number;
}

function stopOf(piece: TemplatePiece, { start, text }: WrittenPiece, values: NewEntryValues): readonly Stop[] {
	if (piece.kind === 'stop') {
		return [{ offset: start, order: piece.at === 'output' ? 1 : 2 }];
	}
	return piece.kind === 'title' && values.title === '' ? [{ offset: start + text.length - closingQuote(text), order: 0 }] : [];
}

function closingQuote(text: string): number {
	return /["']$/.test(text) ? 1 : 0;
}

/** How the titles of a template's entries are written; the usual way where it has none. */
export function titleFormOf(template: Template | undefined): TitleForm {
	return template?.pieces.find(piece => piece.kind === 'title')?.form ?? usualTitleForm;
}

/** The names of the two fields of a log that the user may rename. */
export interface FieldNames {
	readonly input: string;
	readonly output: string;
}

/**
 * The first entry ever: the fields of a log in their usual order, and an empty body.
 * `series` is the log's, `Daily Log`.
 */
export function firstTemplate(series: string, names: FieldNames = { input: 'input', output: 'output' }): Template {
	const double: ScalarForm = { format: 'yaml', style: 'double' };
	return {
		pieces: [
			{ kind: 'text', text: '---\ntitle: ' },
			{ kind: 'title', form: usualTitleForm, scalar: double },
			{ kind: 'text', text: '\ndate: ' },
			{ kind: 'date', dateOnly: false, scalar: rawForm },
			{
				kind: 'text',
				text: `\nseries: [${writeScalar(double, series)}]\ntags: ["daily-log"]\ntoc: false\n${names.input}: 0\n${names.output}: `,
			},
			{ kind: 'stop', at: 'output' },
			{ kind: 'text', text: '\ndraft: true\n---\n' },
			{ kind: 'stop', at: 'body' },
			{ kind: 'text', text: '\n' },
		],
		lineEnd: '\n',
		byteOrderMark: false,
	};
}
