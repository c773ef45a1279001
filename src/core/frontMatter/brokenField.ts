import type { Field } from './field.ts';
import { lineEndAt, skipBlanks } from '../lines.ts';
import type { Span } from '../text.ts';

/** The span moved along: from offsets in a piece to offsets in the whole. */
export function shifted({ start, end }: Span, by: number): Span {
	return { start: start + by, end: end + by };
}

const keys = {
	':': /^[ \t]*(?:"([^"]*)"|'([^']*)'|([^:"'][^:]*))[ \t]*:/,
	'=': /^[ \t]*(?:"([^"]*)"|'([^']*)'|([\w.-]+))[ \t]*=/,
};

/**
 * A field whose value cannot be read, found by the sign behind its key alone. `source` begins with the field's line and ends with its last.
 * Undefined where the line has no such sign.
 */
export function brokenField(source: string, base: number, sign: ':' | '='): Field | undefined {
	const lineEnd = lineEndAt(source, 0);
	const written = keys[sign].exec(source.slice(0, lineEnd));
	if (written === null) {
		return undefined;
	}
	const key = written.slice(1).join('').trim();
	const valueStart = skipBlanks(source, written[0].length, lineEnd);
	const valueEnd = valueStart + source.slice(valueStart, lineEnd).trimEnd().length;
	const keyStart = skipBlanks(source, 0);
	const keyEnd = keyStart + source.slice(keyStart, written[0].length - 1).trimEnd().length;
	return {
		key,
		name: key.toLowerCase(),
		keySpan: shifted({ start: keyStart, end: keyEnd }, base),
		valueSpan: shifted({ start: valueStart, end: valueEnd }, base),
		span: { start: base, end: base + source.length },
		value: undefined,
		style: 'plain',
		items: [],
	};
}
