import type MarkdownIt from 'markdown-it';
import type { Options, Token } from 'markdown-it';
import type { PreviewPage } from '../core/preview/previewPage.ts';
import { previewSlug, type SlugStyle } from '../core/preview/slug.ts';
import { renderPage } from './renderPage.ts';
import { markType, type NewToken } from './markTokens.ts';

/** What VS Code hands to the renderer. */
export interface RenderEnvironment {
	readonly currentDocument?: unknown;
}

/** The page that a document of a log is, by what VS Code calls it (a `Uri`) and its text; undefined for every other document. */
export type PageOf = (document: unknown, text: string) => PreviewPage | undefined;

/**
 * Teaches VS Code's Markdown preview wiki links, embeds, shortcodes and entries. A text is parsed as ever, for its language service reads the result, too, and nobody knows then
 * what document it is of. When a document of a log is rendered, its text is parsed a second time, with placeholders for what Markdown does not know.
 */
export function extendMarkdownIt(md: MarkdownIt, pageOf: PageOf): MarkdownIt {
	const texts = new WeakMap<object, string>();
	let slugs: SlugStyle | undefined;
	let newToken: NewToken | undefined;
	md.core.ruler.push('daily_log_text', state => {
		texts.set(state.tokens, state.src);
		newToken ??= (type, tag) => new state.Token(type, tag, 0);
	});
	md.renderer.rules[markType] = (tokens, index) => tokens[index]?.content ?? '';
	const render = md.renderer.render.bind(md.renderer);
	md.renderer.render = (tokens, options, env?: RenderEnvironment) => {
		const text = texts.get(tokens);
		const page = text === undefined || env?.currentDocument === undefined ? undefined : pageOf(env.currentDocument, text);
		if (env === undefined || text === undefined || page === undefined || newToken === undefined) {
			return render(tokens, options, env);
		}
		slugs ??= slugStyleOf(md);
		return renderPage(text, {
			page,
			slugs,
			newToken,
			parse: masked => md.parse(masked, {}),
			render: parsed => render(parsed, options, env),
			renderEmbedded: parsed => parsed.map((_, index) => renderToken(md, parsed, index, { options, env })).join(''),
		});
	};
	return md;
}

interface Rendering {
	readonly options: Options;
	readonly env: RenderEnvironment;
}

/** What `renderer.render` does with each token; plugins wrap that to put something of their own around a page. */
function renderToken({ renderer }: MarkdownIt, tokens: Token[], index: number, { options, env }: Rendering): string {
	const token = tokens[index];
	if (token?.type === 'inline') {
		return renderer.renderInline(token.children ?? [], options, env);
	}
	const rule = renderer.rules[token?.type ?? ''];
	return rule === undefined ? renderer.renderToken(tokens, index, options) : rule(tokens, index, options, env, renderer);
}

/** Which ids this VS Code gives to headings: asked once, with a heading that no note has. */
function slugStyleOf(md: MarkdownIt): SlugStyle {
	const probe = '\u2013daily-log-probe';
	const tokens = md.parse(`# ${probe}`, {});
	md.renderer.rules['heading_open']?.(tokens, 0, md.options, {}, md.renderer);
	return tokens[0]?.attrGet('id') === previewSlug(probe, 'signs') ? 'signs' : 'github';
}
