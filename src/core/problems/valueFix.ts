import type { Field } from '../frontMatter/field.ts';
import { replaceValue, type FieldValue } from '../frontMatter/fieldEdits.ts';
import { isList, valueText } from '../frontMatter/fieldText.ts';
import { t } from '../l10n.ts';
import { slice, type Span, type TextEdit } from '../text.ts';
import { isTooLongToMend, type Page } from './page.ts';
import type { Fix } from './problem.ts';

/** What a fix is called, and whether it needs no decision. */
export type Wording = Pick<Extract<Fix, { readonly kind: 'edit' }>, 'title' | 'certain'>;

/** `Write 90`: puts another value into the field, with its comment and quotation marks left. Empty where that cannot be done without harm. */
export function writeFix(page: Page, field: Field, value: FieldValue, certain: boolean): readonly Fix[] {
	return valueFix(page, field, value, edit => ({ title: t('Write {0}', titleOf(value, edit)), certain }));
}

/** As `writeFix`, in words of its own. */
export function valueFix(page: Page, field: Field, value: FieldValue, wordingOf: (edit: TextEdit) => Wording): readonly Fix[] {
	const edit = page.block && !isTooLongToMend(page) ? replaceValue(page.text, page.block, field.name, value) : undefined;
	return edit === undefined ? [] : [{ kind: 'edit', ...wordingOf(edit), edits: [edit] }];
}

/** A list as it will stand there; all else without quotation marks. */
function titleOf(value: FieldValue, { newText }: TextEdit): string {
	const written = newText.trim();
	if (isList(value) && written.startsWith('[')) {
		return shortened(written);
	}
	return shortened(typeof value === 'string' ? value : valueText(value, 'yaml'));
}

/** A date as the field can hold it: without quotation marks where there are none. */
export function dateValue({ style }: Field, text: string): FieldValue {
	return style === 'single' || style === 'double' ? text : { kind: 'date', text };
}

/** Where a problem of a value is shown: the value, or the key where none is written. */
export function placeOf({ keySpan, valueSpan }: Field): Span {
	return valueSpan.end > valueSpan.start ? valueSpan : keySpan;
}

/** A value as it stands, without its quotation marks, for a message. */
export function shownValue({ text }: Page, { valueSpan, style }: Field): string {
	const marks = style === 'single' || style === 'double' ? 1 : 0;
	return shortened(slice(text, { start: valueSpan.start + marks, end: valueSpan.end - marks }));
}

const mostShown = 60;

/** A text for a message: what is long or has several lines is cut. */
export function shortened(text: string): string {
	const line = /^[^\r\n]*/.exec(text.slice(0, mostShown + 1))?.[0] ?? '';
	return line.length < text.length ? `${line.slice(0, mostShown)}…` : line;
}
