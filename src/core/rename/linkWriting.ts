import { readFields } from '../frontMatter/fields.ts';
import type { FieldStyle } from '../frontMatter/field.ts';
import type { Scan } from '../prose/scan.ts';
import type { Span } from '../text.ts';

/** Where a link stands, as far as it decides what can be written in it. */
export interface LinkSurroundings {
	/** The quotation marks around the text in front matter that holds it; undefined in the body. */
	readonly style: FieldStyle | undefined;
	/** Whether the link writes a sign as `\#`, `\[` or `\]`. */
	readonly isEscaped: boolean;
}

/** How the text around each link in the front matter is quoted; asks for the fields only where there is such a link. */
export function styleAt(text: string, { block }: Pick<Scan, 'block'>, { start }: Span): FieldStyle | undefined {
	if (block === undefined || start >= block.bodyStart) {
		return undefined;
	}
	return readFields(text, block)
		.fields.flatMap(({ style, valueSpan, items }) => [{ style, span: valueSpan }, ...items])
		.findLast(({ span }) => span.start <= start && start < span.end)?.style;
}

/**
 * The ways in which a target or heading can be written in a link, the most like the others first; `[]` where it cannot: `|` ends a target, a line end the link, and a
 * backtick or shortcode hides it.
 */
export function writtenForms(meant: string, { style, isEscaped }: LinkSurroundings): readonly string[] {
	if (meant === '' || meant.trim() !== meant || /[|\r\n`]|<!--|\{\{[<%]|\\$/u.test(meant)) {
		return [];
	}
	const escaped = meant.replace(/[#[\]]/gu, '\\$&');
	const bare = /[[\]]/u.test(meant) ? [] : [meant];
	const forms = isEscaped ? [escaped, ...bare] : [...bare, escaped];
	return [...new Set(forms)].filter(form => isSafeIn(style, form));
}

/** Whether the characters read in the front matter as they stand. */
function isSafeIn(style: FieldStyle | undefined, form: string): boolean {
	switch (style) {
		case undefined:
			return true;
		case 'double':
			return !/["\\]/u.test(form);
		case 'single':
			return !form.includes("'");
		default:
			return !/:(?:\s|$)|\s#|[,{}]/u.test(form);
	}
}
