import type { FieldStyle } from '../frontMatter/field.ts';
import type { FrontMatterFormat } from '../frontMatter/fieldLines.ts';
import { t } from '../l10n.ts';
import { rawForm, type ScalarForm } from './scalarForm.ts';
import { templatePlaceholders, type TemplatePiece } from './template.ts';

type Placeholder = (typeof templatePlaceholders)[number];

/**
 * What stands for a placeholder while a template is read: a value that front matter of every format can hold at that place,
 * where `{number}` or `{{ .Date }}` themselves could not be read.
 */
const marks: Readonly<Record<Placeholder, string>> = {
	number: '904071362',
	title: 'dailyLogTitleStandsHere',
	slug: 'dailyLogSlugStandsHere',
	name: 'dailyLogNameStandsHere',
	dateTime: '1904-07-13T06:21:59+00:00',
	date: '1904-07-13',
};

const anyMark = new RegExp(
	[marks.number, marks.title, marks.slug, marks.name, marks.dateTime.replace('+', String.raw`\+`), marks.date].join('|'),
	'g',
);
const placeholderOfMark: ReadonlyMap<string, string> = new Map(templatePlaceholders.map(name => [marks[name], name]));

/** A template with marks in place of its placeholders, or the first one that is not known. */
export type MarkedText =
	{ readonly kind: 'marked'; readonly text: string } | { readonly kind: 'problem'; readonly line: number; readonly message: string };

const ownPlaceholder = new RegExp(String.raw`^\{(${templatePlaceholders.join('|')})\}$`);
const token = /\{\{([%<])[^]*?\1?[%>]\}\}|\{\{-?\s*\/\*[^]*?\*\/\s*-?\}\}|\{\{([^]*?)\}\}|\{\{|\{[A-Za-z]+\}/g;

/** Variables of Hugo's archetypes and what they are here; a name made into words again is the title. */
const variables: readonly (readonly [RegExp, Placeholder])[] = [
	[/^(?:\.Date|now(?:\.Format "2006-01-02T15:04:05Z?-?07:00")?)$/, 'dateTime'],
	[/^now\.Format "2006-01-02"$/, 'date'],
	[/^(?:\.Name|\.File\.(?:ContentBaseName|BaseFileName|TranslationBaseName|LogicalName))$/, 'name'],
	[/^\.(?:Title|Page\.Title)$/, 'title'],
	[/^replace \.(?:Name|File\.\w+BaseName) "[-_]" " "(?: \| (?:title|humanize))*$/, 'title'],
	[/^\.(?:Name|File\.\w+BaseName)(?: \| (?:title|humanize))+$/, 'title'],
];

/** Puts marks where `{number}` and `{{ .Date }}` stand. Shortcodes stay, comments go, any other `{{ … }}` is a problem at its line. */
export function markPlaceholders(text: string): MarkedText {
	let problem: MarkedText | undefined;
	const marked = text.replace(token, (whole: string, shortcode: string | undefined, expression: string | undefined, offset: number) => {
		const mark = markOf(whole, shortcode, expression);
		if (mark === undefined) {
			const line = text.slice(0, offset).split('\n').length;
			problem ??= { kind: 'problem', line, message: unknownVariable(whole) };
		}
		return mark ?? whole;
	});
	return problem ?? { kind: 'marked', text: marked };
}

function markOf(whole: string, shortcode: string | undefined, expression: string | undefined): string | undefined {
	const own = templatePlaceholders.find(name => name === ownPlaceholder.exec(whole)?.[1]);
	if (own !== undefined) {
		return marks[own];
	}
	if (shortcode !== undefined || !whole.startsWith('{{')) {
		return whole;
	}
	if (whole.includes('/*') && expression === undefined) {
		return '';
	}
	const words = expression?.trim().replace(/\s+/g, ' ');
	const known = variables.find(([pattern]) => words !== undefined && pattern.test(words));
	return known && marks[known[1]];
}

function unknownVariable(whole: string): string {
	const known = ['{{ .Date }}', '{{ .Name }}', '{{ .File.ContentBaseName }}', '{{ .Title }}'].join(', ');
	return t(
		"'{0}' is not known here: of Hugo's variables there are {1} and {2}.",
		whole.slice(0, 60),
		known,
		'{{ replace .Name "-" " " | title }}',
	);
}

/** Whether a placeholder stands in the text. */
export function hasMarks(text: string): boolean {
	return text.search(anyMark) >= 0;
}

/** The offset of the first placeholder from `start` on; `start` where there is none. */
export function firstMark(text: string, start: number): number {
	return start + Math.max(text.slice(start).search(anyMark), 0);
}

/** The text with `{number}` for the number's mark, and so on. */
export function fromMarks(text: string): string {
	return text.replace(anyMark, mark => `{${placeholderOfMark.get(mark) ?? ''}}`);
}

/** Text outside of values, in which placeholders are filled in as they are. */
export function rawPiece(text: string): TemplatePiece {
	return hasMarks(text) ? { kind: 'derived', pattern: fromMarks(text), digits: 1, scalar: rawForm } : { kind: 'text', text };
}

/** A value with placeholders, quoted in that form. */
export function scalarPiece(value: string, scalar: ScalarForm): TemplatePiece {
	const pattern = fromMarks(value);
	const bareDate = scalar.style === 'plain' && /^\{date(?:Time)?\}$/.test(pattern);
	return { kind: 'derived', pattern, digits: 1, scalar: bareDate ? rawForm : scalar };
}

/** How a value of that style is written; a date that stands bare needs no quotes. */
export function formOf(format: FrontMatterFormat, style: FieldStyle, type: 'text' | 'date' = 'text'): ScalarForm {
	const quotes = style === 'single' || style === 'double' ? style : 'plain';
	return type === 'date' && quotes === 'plain' && format !== 'json' ? rawForm : { format, style: quotes };
}
