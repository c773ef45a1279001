import { spanAround, type Skipped } from './skipped.ts';
import type { Span } from '../text.ts';

/** Inline code and HTML comments within each of some paragraphs; neither reaches beyond its paragraph. Shortcodes, in order, are jumped over. */
export function codeSpans(text: string, paragraphs: readonly Span[], shortcodes: readonly Skipped[]): readonly Skipped[] {
	return paragraphs.flatMap(paragraph => {
		const piece = text.slice(paragraph.start, paragraph.end);
		return piece.includes('`') || piece.includes('<!--') ? spansIn(text, paragraph, shortcodes) : [];
	});
}

function spansIn(text: string, { start, end }: Span, shortcodes: readonly Skipped[]): readonly Skipped[] {
	const runs = new BacktickRuns(text, { start, end });
	const found: Skipped[] = [];
	const stop = /\\[\s\S]|`+|<!--|\{\{[<%]/gu;
	const lastComment = start + text.slice(start, end).lastIndexOf('-->');
	stop.lastIndex = start;
	for (let match = stop.exec(text); match !== null && match.index < end; match = stop.exec(text)) {
		const token = match[0];
		const next = endOfToken({ text, at: match.index, token, lastComment, runs, shortcodes });
		if (next !== undefined) {
			stop.lastIndex = next;
			if (!token.startsWith('{{')) {
				found.push({ kind: token.startsWith('`') ? 'code' : 'comment', start: match.index, end: next });
			}
		}
	}
	return found;
}

interface Token {
	readonly text: string;
	readonly at: number;
	readonly token: string;
	/** Where the paragraph's last `-->` stands; before the paragraph for nowhere. */
	readonly lastComment: number;
	readonly runs: BacktickRuns;
	readonly shortcodes: readonly Skipped[];
}

/** Where what the token opens ends; undefined where it opens nothing. */
function endOfToken({ text, at, token, lastComment, runs, shortcodes }: Token): number | undefined {
	if (token.startsWith('`')) {
		return runs.endOfSpan(at, token.length);
	}
	if (token === '<!--') {
		return at + 4 <= lastComment ? text.indexOf('-->', at + 4) + 3 : undefined;
	}
	return token.startsWith('{{') ? spanAround(shortcodes, at)?.end : undefined;
}

/** The runs of backticks in a paragraph by their length: a span is closed by the next run that is exactly as long. */
class BacktickRuns {
	readonly #starts = new Map<number, number[]>();

	constructor(text: string, { start, end }: Span) {
		const piece = text.slice(start, end);
		for (const { 0: run, index } of piece.matchAll(/`+/gu)) {
			const starts = this.#starts.get(run.length);
			if (starts === undefined) {
				this.#starts.set(run.length, [start + index]);
			} else {
				starts.push(start + index);
			}
		}
		this.#starts.forEach(starts => starts.reverse());
	}

	/** Asked from the beginning of the paragraph to its end: runs that lie behind are forgotten on the way. */
	endOfSpan(at: number, length: number): number | undefined {
		const starts = this.#starts.get(length) ?? [];
		while ((starts.at(-1) ?? Infinity) <= at) {
			starts.pop();
		}
		const close = starts.at(-1);
		return close === undefined ? undefined : close + length;
	}
}
