import type { Token } from 'markdown-it';
import type { PreviewPage } from '../core/preview/previewPage.ts';
import type { SlugStyle } from '../core/preview/slug.ts';
import type { NewToken } from './markTokens.ts';

/** How Markdown is read and shown: by VS Code's own engine. */
export interface Engine {
	readonly page: PreviewPage;
	readonly slugs: SlugStyle;
	readonly newToken: NewToken;
	readonly parse: (text: string) => Token[];
	readonly render: (tokens: Token[]) => string;
	/** The same without what other plugins put around a page. */
	readonly renderEmbedded: (tokens: Token[]) => string;
}
