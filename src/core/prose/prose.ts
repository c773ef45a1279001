import { codeSpans } from './codeSpans.ts';
import { findFrontMatter } from '../frontMatter/frontMatter.ts';
import { blocksOf, type HeadingPlace } from './proseBlocks.ts';
import { shortcodesIn } from './shortcodeSpans.ts';
import type { Skipped } from './skipped.ts';

/** What of a text is prose, and which of its lines are headings. */
export interface Prose {
	/**
	 * What to leave alone: front matter, fenced and indented code, inline code, HTML comments, blocks between `$$`, shortcodes. In order, none touching another; where two
	 * overlap they are one, of the kind of the first. What stands between `{{% tags %}}` is Markdown, and so prose; between `{{< tags >}}` it is not.
	 */
	readonly skipped: readonly Skipped[];
	/** In order; none within what is skipped. */
	readonly headings: readonly HeadingPlace[];
}

/** Reads a text whose body begins at an offset; one pass. Sources: https://spec.commonmark.org/0.31.2/, https://gohugo.io/content-management/shortcodes/ */
export function readProse(text: string, bodyStart: number): Prose {
	const shortcodes = shortcodesIn(text, bodyStart);
	const { skipped, paragraphs, headings } = blocksOf(text, bodyStart, shortcodes);
	const inline = codeSpans(text, paragraphs, shortcodes);
	const frontMatter: readonly Skipped[] = bodyStart === 0 ? [] : [{ kind: 'frontMatter', start: 0, end: bodyStart }];
	return { skipped: merged([...frontMatter, ...shortcodes, ...skipped, ...inline]), headings };
}

/** What to leave alone in a text with front matter. */
export function skippedIn(text: string): readonly Skipped[] {
	return readProse(text, findFrontMatter(text)?.bodyStart ?? 0).skipped;
}

function merged(all: readonly Skipped[]): readonly Skipped[] {
	const result: Skipped[] = [];
	for (const next of all.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
		const last = result.at(-1);
		if (last === undefined || next.start >= last.end) {
			result.push(next);
		} else if (next.end > last.end) {
			result[result.length - 1] = { ...last, end: next.end };
		}
	}
	return result;
}
