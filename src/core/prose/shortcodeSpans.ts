import { readShortcodes, type ShortcodeCall } from './shortcode.ts';
import type { Skipped } from './skipped.ts';

/**
 * The shortcodes of a text from an offset on, in order, none within another: calls of both kinds, commented ones too, and pairs of `{{< name >}}` as a whole, since Hugo
 * does not read what is between those as Markdown. A call that does not end is text.
 */
export function shortcodesIn(text: string, from: number): readonly Skipped[] {
	const calls = readShortcodes(text, from).filter(({ end }) => end === 'closed');
	const closers = closersOf(calls);
	const result: Skipped[] = [];
	for (let i = 0; i < calls.length; i++) {
		const call = calls[i];
		const closer = closers.get(i) ?? i;
		if (call !== undefined) {
			result.push({ kind: 'shortcode', start: call.span.start, end: calls[closer]?.span.end ?? call.span.end });
			i = closer;
		}
	}
	return result;
}

/** For each call `{{< name >}}` that is closed, the place of its closer in the list; a closer belongs to the last open call of its name. */
function closersOf(calls: readonly ShortcodeCall[]): ReadonlyMap<number, number> {
	const closers = new Map<number, number>();
	const open = new Map<string, number[]>();
	calls.forEach(({ kind, name, closing, selfClosing, commented }, index) => {
		const waiting = open.get(name) ?? [];
		if (kind === 'percent' || commented || selfClosing) {
			return;
		}
		if (!closing) {
			waiting.push(index);
			open.set(name, waiting);
			return;
		}
		const opener = waiting.pop();
		if (opener !== undefined) {
			closers.set(opener, index);
		}
	});
	return closers;
}
