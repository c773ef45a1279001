import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: true });

/** Where a page points: its pictures and links, in Markdown and HTML. */
export function addressesIn(page: string): readonly string[] {
	const tokens = markdown.parse(page, {}).flatMap(token => [token, ...(token.children ?? [])]);
	return tokens.flatMap(token => {
		const html = token.type.startsWith('html_') ? [...token.content.matchAll(/\s(?:src|href)="([^"]+)"/gu)] : [];
		return [token.attrGet('href') ?? '', token.attrGet('src') ?? '', ...html.map(match => match[1] ?? '')].filter(Boolean);
	});
}

/** The links of a page that lead nowhere. `pageAt` gives the text of a page of the project, `''` for any other file, undefined where there is nothing. */
export function deadLinks(page: string, pageAt: (path: string) => string | undefined): readonly string[] {
	return addressesIn(page).filter(address => {
		if (/^[a-z][a-z+.-]*:/iu.test(address)) {
			return !/^(?:https|mailto):/iu.test(address);
		}
		const [path = '', heading] = decodeURIComponent(address).split('#');
		const text = path === '' ? page : pageAt(path);
		return text === undefined || (heading !== undefined && !anchorsIn(text).includes(heading));
	});
}

/** The anchors that GitHub and the Marketplace give to headings: small letters, hyphens for blanks, no punctuation. */
function anchorsIn(page: string): readonly string[] {
	const tokens = markdown.parse(page, {});
	return tokens.flatMap(({ type }, index) => {
		const words = tokens[index + 1]?.children?.map(({ content }) => content).join('') ?? '';
		return type === 'heading_open'
			? [
					words
						.toLowerCase()
						.replace(/[^\p{L}\p{N} _-]/gu, '')
						.replaceAll(' ', '-'),
				]
			: [];
	});
}
