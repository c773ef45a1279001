import type { Entry } from './entry.ts';

/**
 * The entries that a person may mean, likeliest first, at most `limit`: the one of that number, then those whose number begins with it, then those whose title,
 * and last those whose date, tags or output have every word that was typed. Among equals the newest comes first. An empty query gives the newest.
 */
export function findEntries(entries: readonly Entry[], query: string, limit: number): readonly Entry[] {
	const words = fold(query).split(/\s+/u).filter(Boolean);
	const ranks: Entry[][] = [[], [], [], []];
	for (let i = entries.length - 1; i >= 0; i--) {
		const entry = entries[i];
		const rank = entry && rankOf(entry, words);
		if (entry !== undefined && rank !== undefined) {
			ranks[rank]?.push(entry);
		}
		if (words.length === 0 && (ranks[3]?.length ?? 0) >= limit) {
			break;
		}
	}
	return ranks.flat().slice(0, limit);
}

/** 0 is best; undefined for an entry that does not match. */
function rankOf(entry: Entry, words: readonly string[]): 0 | 1 | 2 | 3 | undefined {
	const number = String(entry.number ?? '');
	const [first = ''] = words;
	const title = fold(entry.title);
	if (words.length === 1 && /^#?0*\d+$/u.test(first) && number === first.replace(/^#?0*(?=\d)/u, '')) {
		return 0;
	}
	if (words.length > 0 && words.every(word => title.includes(word))) {
		return number.startsWith(first) ? 1 : 2;
	}
	const rest = `${title} ${fold(entry.date ?? '')} ${fold(entry.tags.join(' '))} ${fold(entry.output)}`;
	return words.every(word => rest.includes(word)) ? 3 : undefined;
}

/** Letters that have one Unicode form only. */
const isPlain = /^[ -~]*$/u;

function fold(text: string): string {
	return (isPlain.test(text) ? text : text.normalize('NFC')).toLowerCase();
}
