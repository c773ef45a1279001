import type { FieldStyle } from './field.ts';
import type { FrontMatterFormat } from './fieldLines.ts';
import { jsonString, quoteYaml, tomlString, type Place, type QuoteStyle } from './quoting.ts';

/** A date as it is to be written: bare in YAML and TOML, a string in JSON. */
export interface DateValue {
	readonly kind: 'date';
	/** For example `2022-12-02T06:21:40-07:00`. */
	readonly text: string;
}

/** A single value of a field. */
export type ScalarValue = string | number | boolean | DateValue;

/** What an edit can put into a field. */
export type FieldValue = ScalarValue | readonly string[];

/** Whether the value is a list. */
export function isList(value: FieldValue): value is readonly string[] {
	return Array.isArray(value);
}

/** A value as it is written in the format, text in the style wanted where the format can. */
export function scalarText(value: ScalarValue, format: FrontMatterFormat, style: QuoteStyle = 'plain', place: Place = 'line'): string {
	if (typeof value === 'number' || typeof value === 'boolean') {
		return String(value);
	}
	if (typeof value === 'string') {
		return stringText(value, format, style, place);
	}
	return format === 'json' ? jsonString(value.text) : value.text;
}

function stringText(value: string, format: FrontMatterFormat, style: QuoteStyle, place: Place): string {
	switch (format) {
		case 'yaml':
			return quoteYaml(value, style, place);
		case 'toml':
			return tomlString(value, style === 'single' ? 'single' : 'double');
		case 'json':
			return jsonString(value);
	}
}

/** A list in brackets on one line. */
export function listText(items: readonly string[], format: FrontMatterFormat, style: QuoteStyle): string {
	return `[${items.map(item => scalarText(item, format, style, 'brackets')).join(', ')}]`;
}

/** A value that is new to the front matter: `"..."` for the items of lists, text as plain as can be. */
export function valueText(value: FieldValue, format: FrontMatterFormat, style: QuoteStyle = 'plain'): string {
	return isList(value) ? listText(value, format, style === 'plain' ? 'double' : style) : scalarText(value, format, style);
}

/** A key as it is written in the format, quoted where it must be. */
export function keyText(key: string, format: FrontMatterFormat): string {
	switch (format) {
		case 'yaml':
			return quoteYaml(key, 'plain', 'brackets');
		case 'toml':
			return /^[\w-]+$/.test(key) ? key : tomlString(key);
		case 'json':
			return jsonString(key);
	}
}

/** The quotation marks in which a value of this style stands; undefined for lists, blocks and what is not written. */
export function quoteStyleOf(style: FieldStyle): QuoteStyle | undefined {
	return style === 'plain' || style === 'single' || style === 'double' ? style : undefined;
}
