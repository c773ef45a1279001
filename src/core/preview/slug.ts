import type { Heading } from '../prose/heading.ts';

/** The two ways in which versions of VS Code make an id of a heading in their preview: as GitHub does, or, up to 2025, without certain signs only. */
export type SlugStyle = 'github' | 'signs';

/** The id that VS Code's preview gives a heading, as it stands in the page. Hugo's is another: `Heading.anchor`. */
export function previewSlug(text: string, style: SlugStyle): string {
	const lower = text.trim().toLowerCase();
	if (style === 'github') {
		return lower.replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \n\t]/gu, '').replace(/\s/gu, '-');
	}
	const kept = lower.replace(/\s+/gu, '-').replace(knownSigns, '');
	return encodeURI(kept.replace(/^-+|-+$/gu, '').toWellFormed());
}

/** @see https://github.com/microsoft/vscode/blob/1.100.0/extensions/markdown-language-features/src/slugify.ts */
const knownSigns = /[\][!/'"#$%&()*+,./:;<=>?@\\^{|}~`。，、；：？！…—·ˉ¨‘’“”々～‖∶＂＇｀｜〃〔〕〈〉《》「」『』．〖〗【】（）［］｛｝]/gu;

/** The ids of the headings of a note in their order: a second `Notes` is `notes-1`. */
export function previewAnchors(headings: readonly Pick<Heading, 'text'>[], style: SlugStyle): readonly string[] {
	const counts = new Map<string, number>();
	return headings.map(({ text }) => {
		const slug = previewSlug(text, style);
		const count = counts.get(slug);
		counts.set(slug, (count ?? -1) + 1);
		return count === undefined ? slug : previewSlug(`${slug}-${count + 1}`, style);
	});
}

type AnchorByHeading = ReadonlyMap<Heading, string>;

const anchorsByHeadings = {
	github: new WeakMap<readonly Heading[], AnchorByHeading>(),
	signs: new WeakMap<readonly Heading[], AnchorByHeading>(),
};

/** The id that the preview gives to one of a note's headings; empty for a heading that is none of them. */
export function previewAnchorOf(headings: readonly Heading[], heading: Heading, style: SlugStyle): string {
	const anchors = anchorsByHeadings[style].get(headings) ?? anchorsOf(headings, style);
	anchorsByHeadings[style].set(headings, anchors);
	return anchors.get(heading) ?? '';
}

function anchorsOf(headings: readonly Heading[], style: SlugStyle): AnchorByHeading {
	const anchors = previewAnchors(headings, style);
	return new Map(headings.map((heading, index) => [heading, anchors[index] ?? '']));
}
