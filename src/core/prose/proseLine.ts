import { lineEndAt } from '../lines.ts';

/** A line behind its `>` marks: how many there are, where its first character stands and at which column, where it ends. */
export interface Line {
	readonly quotes: number;
	readonly first: number;
	readonly column: number;
	readonly end: number;
}

const [space, tab] = [32, 9];

/** Whether the character code is that of a blank or a tab. */
export function isBlank(code: number): boolean {
	return code === space || code === tab;
}

/** Reads the line that begins at the offset; whoever knows where it ends says so. */
export function readLine(text: string, at: number, end = lineEndAt(text, at)): Line {
	let quotes = 0;
	let place = afterBlanks(text, { at, column: 0, end });
	while (text[place.first] === '>' && place.column < 4) {
		quotes++;
		const behind = place.first + (text[place.first + 1] === ' ' ? 2 : 1);
		place = afterBlanks(text, { at: behind, column: 0, end });
	}
	return { quotes, ...place, end };
}

interface Blanks {
	readonly at: number;
	readonly column: number;
	readonly end: number;
}

/** The first character that is no blank, and its column; tabs go to the next column that 4 divides. */
export function afterBlanks(text: string, { at, column, end }: Blanks): Pick<Line, 'first' | 'column'> {
	let first = at;
	let reached = column;
	while (first < end && (text[first] === ' ' || text[first] === '\t')) {
		reached = text[first] === '\t' ? reached + 4 - (reached % 4) : reached + 1;
		first++;
	}
	return { first, column: reached };
}
