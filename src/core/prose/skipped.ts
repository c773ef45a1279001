import type { Span } from '../text.ts';

/** Why a stretch of a note is not its prose. `shortcode` is a call's tag, and what stands between two tags of the kind `{{< >}}`. */
export type SkippedKind = 'frontMatter' | 'fence' | 'indented' | 'code' | 'comment' | 'math' | 'shortcode';

/** A stretch in which a link is no link. */
export interface Skipped extends Span {
	readonly kind: SkippedKind;
}

/** The last of some ordered stretches that begins at or before the offset and ends behind it; undefined where the offset is in none. */
export function spanAround<T extends Span>(spans: readonly T[], offset: number): T | undefined {
	let low = 0;
	let high = spans.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((spans[middle]?.start ?? Infinity) <= offset) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	const span = spans[low - 1];
	return span !== undefined && offset < span.end ? span : undefined;
}
