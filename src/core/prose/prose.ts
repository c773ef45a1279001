import { codeSpans } from './codeSpans.ts';
import { findFrontMatter } from '../frontMatter/frontMatter.ts';
import { blocksOf } from './proseBlocks.ts';
import { shortcodesIn } from './shortcodeSpans.ts';
import type { Skipped } from './skipped.ts';

/**
 * What to leave alone in a note: front matter, fenced and indented code, inline code, HTML comments, blocks between `$$`, shortcodes. In order, none touching
 * another; where two overlap they are one, of the kind of the first. What stands between `{{% tags %}}` is Markdown, and so prose; between `{{< tags >}}` it is not.
 * One pass over the text. Sources: https://spec.commonmark.org/0.31.2/, https://gohugo.io/content-management/shortcodes/
 */
export function skippedIn(text: string): readonly Skipped[] {
	const bodyStart = findFrontMatter(text)?.bodyStart ?? 0;
	const shortcodes = shortcodesIn(text, bodyStart);
	const { skipped, paragraphs } = blocksOf(text, bodyStart, shortcodes);
	const inline = codeSpans(text, paragraphs, shortcodes);
	const frontMatter: readonly Skipped[] = bodyStart === 0 ? [] : [{ kind: 'frontMatter', start: 0, end: bodyStart }];
	return merged([...frontMatter, ...shortcodes, ...skipped, ...inline]);
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
