import type { Position, Span } from '../text.ts';
import type { Lines } from './lines.ts';
import { spanAround, type Skipped } from './skipped.ts';

/** A name that a paragraph, list item or row carries at its end, `^so`, and that a link can call: `[[62#^so]]`. */
export interface BlockId {
	/** Without `^`. */
	readonly id: string;
	/** With `^`. */
	readonly span: Span;
	readonly at: Position;
}

const form = /\^([\p{L}\p{N}_-]+)(?=[ \t]*(?:[\r\n]|$))/uy;

/** The block ids of a note in order: each at the end of a line of prose, behind a blank or what a link ends with. @see https://help.obsidian.md/links#Link+to+a+block+in+a+note */
export function blockIdsIn(text: string, skipped: readonly Skipped[], lines: Lines): readonly BlockId[] {
	const found: BlockId[] = [];
	for (let at = text.indexOf('^'); at >= 0; at = text.indexOf('^', at + 1)) {
		form.lastIndex = at;
		const id = at === 0 || /[\s\])]/u.test(text.charAt(at - 1)) ? form.exec(text)?.[1] : undefined;
		if (id !== undefined && spanAround(skipped, at) === undefined) {
			found.push({ id, span: { start: at, end: at + id.length + 1 }, at: lines.positionOf(at) });
		}
	}
	return found;
}
