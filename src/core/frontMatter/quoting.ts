/** How a text is put into quotation marks; `plain` only where it reads back as exactly that text. */
export type QuoteStyle = 'plain' | 'single' | 'double';

/** Where a value stands: on its field's line, or between the brackets of a list. */
export type Place = 'line' | 'brackets';

/**
 * A text as a YAML 1.2 scalar: in the style wanted where that can hold it, else in double quotation marks.
 * `plain` is refused to what YAML 1.1 or 1.2 would read as something else: `yes`, `on`, `010`, `1:30`, `2022-12-02`.
 */
export function quoteYaml(value: string, style: QuoteStyle = 'plain', place: Place = 'line'): string {
	if (style === 'plain' && isPlainYaml(value, place)) {
		return value;
	}
	return style === 'single' && !unprintable.test(value) ? `'${value.replaceAll("'", "''")}'` : doubleQuoted(value);
}

/** A text as a TOML string: literal where wanted and possible, else basic. */
export function tomlString(value: string, style: 'single' | 'double' = 'double'): string {
	return style === 'single' && !unprintable.test(value) && !value.includes("'") ? `'${value}'` : doubleQuoted(value);
}

/** A text as a JSON string. */
export function jsonString(value: string): string {
	return JSON.stringify(value);
}

const unprintable = /[^\t\x20-\x7e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\u2028\u2029\ufeff]/u;

/** JSON's escapes are YAML's and TOML's too; these have more characters that must not stand bare. */
function doubleQuoted(value: string): string {
	return JSON.stringify(value).replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, escaped);
}

function escaped(character: string): string {
	return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function isPlainYaml(value: string, place: Place): boolean {
	const isBroken =
		value === '' || value !== value.trim() || unprintable.test(value) || /^[-?:,[\]{}#&*!|>'"%@`]|:(?:\s|$)|\s#|\t/.test(value);
	return !isBroken && !(place === 'brackets' && /[,[\]{}]/.test(value)) && !readsAsOther.some(pattern => pattern.test(value));
}

/** Sources: https://yaml.org/type/ for 1.1, https://yaml.org/spec/1.2.2/#1032-tag-resolution for 1.2. */
const readsAsOther: readonly RegExp[] = [
	/^(?:~|null|true|false|yes|no|on|off|y|n|<<|=|\.{3})$/i,
	/^[-+]?(?:0b[01_]+|0o[0-7_]+|0x[\da-f_]+|[\d_]+)$/i,
	/^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/,
	/^[-+]?(?:\d[\d_]*)?\.?[\d_]*(?:e[-+]?\d+)?$/i,
	/^[-+]?\.(?:inf|nan)$/i,
	/^\d{4}-\d\d?-\d\d?(?:(?:t|[ \t]+)\d.*)?$/i,
];
