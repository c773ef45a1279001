import type { Token } from 'markdown-it';

/** Tokens of a note that is shown within another, made fit for that: `folder` is the way from the page's folder to the note's, with a slash at its end or empty; `file` the way to the note. */
export function asEmbedded(tokens: readonly Token[], place: { readonly folder: string; readonly file: string }): void {
	for (const token of tokens) {
		// A heading of another note gets no id, and takes none from those of the page.
		if (token.type === 'heading_open' || token.type === 'heading_close') {
			token.type = `daily_log_${token.type}`;
		}
		token.attrs = withoutLines(token.attrs);
		const address = token.type === 'image' ? 'src' : token.type === 'link_open' ? 'href' : undefined;
		const written = address === undefined ? null : token.attrGet(address);
		if (address !== undefined && written !== null) {
			token.attrSet(address, moved(written, place));
		}
		asEmbedded(token.children ?? [], place);
	}
}

/** The lines of an embedded note are none of the page's: VS Code would scroll to them. */
function withoutLines(attributes: Token['attrs']): Token['attrs'] {
	const kept = (attributes ?? []).flatMap(([name, value]): [string, string][] => {
		if (name !== 'class') {
			return name === 'data-line' ? [] : [[name, value]];
		}
		const classes = value.split(' ').filter(each => each !== 'code-line');
		return classes.length === 0 ? [] : [[name, classes.join(' ')]];
	});
	return kept.length === 0 ? null : kept;
}

/** `a.png` as the note means it, seen from the page; what is no relative address stays. */
function moved(address: string, { folder, file }: { readonly folder: string; readonly file: string }): string {
	if (address.startsWith('#')) {
		return file + address;
	}
	return /^(?:[a-z][a-z\d+.-]*:|[/?])/iu.test(address) || address === '' ? address : folder + address;
}
