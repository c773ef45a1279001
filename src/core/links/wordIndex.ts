import { NameIndex } from './nameIndex.ts';

/** So many letters of a word are looked up; what follows is compared. */
const longestStart = 3;

/**
 * Finds things by the beginnings of words in their texts, however many there are: each word is kept under its first letters, and a question looks at one such group. Letter
 * case and Unicode form do not count. In scripts without blanks each character begins a word.
 */
export class WordIndex {
	readonly #groups = new Map<string, Set<string>>();
	readonly #starts = new Map<string, ReadonlySet<string>>();

	/** Keeps a thing by its texts; texts that it had before are forgotten. */
	set(id: string, texts: readonly string[]): void {
		this.delete(id);
		const starts = new Set(texts.flatMap(text => wordsOf(NameIndex.fold(text)).flatMap(startsOf)));
		for (const start of starts) {
			const group = this.#groups.get(start) ?? new Set();
			this.#groups.set(start, group.add(id));
		}
		this.#starts.set(id, starts);
	}

	delete(id: string): void {
		for (const start of this.#starts.get(id) ?? []) {
			const group = this.#groups.get(start);
			group?.delete(id);
			if (group?.size === 0) {
				this.#groups.delete(start);
			}
		}
		this.#starts.delete(id);
	}

	/** Those that may have a word for each of these beginnings, folded as `NameIndex.fold` does: the smallest group of any of them. */
	mayHave(words: readonly string[]): ReadonlySet<string> {
		const groups = words.map(word => this.#groups.get(beginningOf(word)) ?? nothing);
		return groups.reduce((least, group) => (group.size < least.size ? group : least), groups[0] ?? nothing);
	}
}

const nothing: ReadonlySet<string> = new Set();

const words = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+/gu;
const eachBegins = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u;

/** The words of a text: runs of letters and digits, and single characters of scripts without blanks. */
export function wordsOf(text: string): readonly string[] {
	return text.match(words) ?? [];
}

/** Whether the character begins a word wherever it stands. */
export function beginsAnywhere(character: string): boolean {
	return eachBegins.test(character);
}

/** Its first letters, as many as are looked up. */
function beginningOf(word: string): string {
	return Array.from(word.slice(0, longestStart * 2))
		.slice(0, longestStart)
		.join('');
}

function startsOf(word: string): readonly string[] {
	const letters = Array.from(beginningOf(word));
	return letters.map((_, index) => letters.slice(0, index + 1).join(''));
}
