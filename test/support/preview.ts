import MarkdownIt from 'markdown-it';
import { fileCandidates } from '../../src/core/preview/embeddedFile.ts';
import type { PreviewPage } from '../../src/core/preview/previewPage.ts';
import type { PreviewWords } from '../../src/core/preview/words.ts';
import { extendMarkdownIt, type PageOf } from '../../src/preview/markdownPlugin.ts';
import { noteAt, vaultOf } from './notes.ts';

/** Short words, easy to tell apart. */
export const words: PreviewWords = {
	missing: target => `no ${target}`,
	ambiguous: (target, paths) => `${target}: ${paths.join(' or ')}`,
	missingPlace: (place, title) => `no ${place} in ${title}`,
	missingFile: name => `no file ${name}`,
	circle: title => `circle ${title}`,
	tooDeep: title => `too deep ${title}`,
	loading: title => `loading ${title}`,
	unreadable: title => `unreadable ${title}`,
	draft: 'Draft',
	input: 'Input',
	output: 'Output',
	day: day => `(${day})`,
};

/** A vault by texts, and what a preview of it is set to. */
export interface PreviewSample {
	readonly texts?: Readonly<Record<string, string>>;
	/** Paths of files that are no notes. */
	readonly files?: readonly string[];
	readonly wikiLinks?: boolean;
	readonly header?: boolean;
	/** Paths of notes whose texts are not there yet. */
	readonly loading?: readonly string[];
}

/** The page of the text at a path in such a vault. */
export function pageOf(
	path: string,
	text: string,
	{ texts = {}, files = [], wikiLinks = true, header = true, loading = [] }: PreviewSample,
): PreviewPage {
	const vault = vaultOf({ ...texts, [path]: text });
	const note = noteAt(path, text);
	return {
		vault,
		note,
		headed: header ? vault.entry(note.uri) : undefined,
		wikiLinks,
		words,
		textOf: ({ path: of }) => (loading.includes(of) ? 'loading' : { text: texts[of] }),
		fileOf: (name, from) => ({ path: fileCandidates(name, from.path).find(each => files.includes(each)) }),
	};
}

/** A markdown-it as VS Code sets it up, with the plugin for one page. */
export function engineFor(path: string, text: string, sample: PreviewSample = {}): MarkdownIt {
	const page = pageOf(path, text, sample);
	return engineWith(document => (document === path ? page : undefined));
}

function engineWith(pageOfDocument: PageOf): MarkdownIt {
	const md = new MarkdownIt({ html: true, linkify: true });
	md.linkify.set({ fuzzyLink: false });
	extendMarkdownIt(md, pageOfDocument);
	md.core.ruler.push('source_map', ({ tokens }) => {
		for (const token of tokens) {
			if (token.map !== null && token.type !== 'inline') {
				token.attrSet('data-line', String(token.map[0]));
			}
		}
	});
	return md;
}

/** Making an engine takes longer than any text: one for all, and what it is asked for. */
let asked: PreviewPage | undefined;
const shared = engineWith(() => asked);

/** The HTML that the preview shows for a text at a path; `data-line` is left out where not asked for. */
export function previewOf(text: string, sample: PreviewSample & { readonly path?: string; readonly lines?: boolean } = {}): string {
	const path = sample.path ?? 'here.md';
	asked = pageOf(path, text, sample);
	const html = shared.render(text, { currentDocument: path });
	return sample.lines === true ? html.trim() : html.trim().replace(/ data-line="\d+"/gu, '');
}
