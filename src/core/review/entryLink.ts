import { nameOf } from '../notePath.ts';
import { meaningOf } from '../links/linkMeaning.ts';
import { targetFor, type Linked } from '../links/linkText.ts';
import { linkPathOf } from '../links/resolve.ts';
import { wikiLinksIn } from '../prose/wikiLink.ts';
import type { Vault } from '../vault.ts';
import { markdownText } from './markdownText.ts';

/**
 * A wiki link to an entry from the note at the path `from`: by its title, else by its name or path, the first that leads there and that neither Hugo nor Markdown takes for
 * something else. Where nothing of it can stand in a link, its title as text.
 */
export function entryLink(vault: Vault, entry: Linked, from: string): string {
	const path = linkPathOf(entry.path);
	const links = [targetFor(vault, entry), nameOf(entry.path), path, `/${path}`].map(target => `[[${target}]]`);
	return links.find(link => isPlain(link) && leadsTo(vault, entry, link, from)) ?? markdownText(entry.title);
}

/** Nothing in it is code, HTML, a formula or the beginning of a shortcode, and no table is parted by it. */
function isPlain(link: string): boolean {
	return !/[`<{|$\\&]/u.test(link);
}

function leadsTo(vault: Vault, { uri }: Linked, text: string, from: string): boolean {
	const [link] = wikiLinksIn(text);
	if (link?.span.start !== 0 || link.span.end !== text.length) {
		return false;
	}
	const { resolution, heading } = meaningOf(vault, link, from);
	return resolution.kind === 'resolved' && resolution.note.uri === uri && heading === undefined;
}
