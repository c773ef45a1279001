import { applyEdits, type Span, type TextEdit } from './text.ts';

/**
 * The edits of a text that leave what two rounds of edits leave: the spans of `first` count in `text`, those of `second` in the text that
 * the first leave. Each change keeps its own edit, so that a preview shows what was meant; only those that touch one another become one.
 */
export function composeEdits(text: string, first: readonly TextEdit[], second: readonly TextEdit[]): readonly TextEdit[] {
	const middle = applyEdits(text, first);
	let done = 0;
	return groupsOf([...inMiddle(first), ...second.map(({ span, newText }) => ({ span, growth: 0, newText }))]).map(group => {
		const start = Math.min(...group.map(({ span }) => span.start));
		const end = Math.max(...group.map(({ span }) => span.end));
		const moved = done;
		done += group.reduce((sum, { growth }) => sum + growth, 0);
		return { span: { start: start - moved, end: end - done }, newText: rewritten(middle.slice(start, end), start, group) };
	});
}

/** An edit as seen from the text between the rounds. */
interface Change {
	readonly span: Span;
	/** By how many UTF-16 units it has made the text longer already. */
	readonly growth: number;
	/** What is still to be put there; undefined where it stands there already. */
	readonly newText: string | undefined;
}

function inMiddle(edits: readonly TextEdit[]): readonly Change[] {
	let moved = 0;
	return edits
		.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
		.map(({ span, newText }) => {
			const start = span.start + moved;
			const growth = newText.length - (span.end - span.start);
			moved += growth;
			return { span: { start, end: start + newText.length }, growth, newText: undefined };
		});
}

/** Those that touch one another together, in the order of the text. */
function groupsOf(changes: readonly Change[]): readonly (readonly Change[])[] {
	const groups: Change[][] = [];
	let end = -1;
	for (const change of changes.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
		const group = groups.at(-1);
		if (group !== undefined && change.span.start <= end) {
			group.push(change);
		} else {
			groups.push([change]);
		}
		end = Math.max(end, change.span.end);
	}
	return groups;
}

function rewritten(piece: string, start: number, group: readonly Change[]): string {
	const edits = group.flatMap(({ span, newText }) =>
		newText === undefined ? [] : [{ span: { start: span.start - start, end: span.end - start }, newText }],
	);
	return applyEdits(piece, edits);
}
