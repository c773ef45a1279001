import { IdGroups } from '../idGroups.ts';
import { NameIndex } from './nameIndex.ts';

/** So many letters of a word are looked up; what follows is compared. */
const longestStart = 3;

/** Things by their ids, in no order. */
export interface IdGroup {
	/** How many at most: one that belongs to it in several ways may count as often. */
	readonly size: number;
	/** Each once. */
	ids(): Iterable<string>;
}

/**
 * Finds things by the beginnings of words in their texts, however many there are: each word is kept under its first letters, and a question looks at one such group. Letter
 * case and Unicode form do not count. In scripts without blanks each character begins a word.
 */
export class WordIndex {
	/** By the first letters of their words. */
	readonly #groups = new IdGroups();
	/** Which first letters begin with fewer of them. */
	readonly #longer = new IdGroups();
	readonly #texts = new Map<string, readonly string[]>();

	/** All things. */
	get all(): IdGroup {
		return { size: this.#texts.size, ids: () => this.#texts.keys() };
	}

	/** Keeps a thing by its texts; texts that it had before are forgotten. */
	set(id: string, texts: readonly string[]): void {
		const before = this.#texts.get(id);
		if (before !== undefined && before.length === texts.length && before.every((text, index) => text === texts[index])) {
			return;
		}
		this.delete(id);
		for (const beginning of beginningsIn(texts)) {
			this.#groups.add(beginning, id);
			for (const fewer of shorter(beginning)) {
				this.#longer.add(fewer, beginning);
			}
		}
		this.#texts.set(id, texts);
	}

	delete(id: string): void {
		for (const beginning of beginningsIn(this.#texts.get(id) ?? [])) {
			if (this.#groups.delete(beginning, id)) {
				shorter(beginning).forEach(fewer => this.#longer.delete(fewer, beginning));
			}
		}
		this.#texts.delete(id);
	}

	/** Those that may have a word for each of these beginnings, folded as `NameIndex.fold` does: the smallest group of any of them. */
	mayHave(words: readonly string[]): IdGroup {
		const groups = words.map(word => this.#group(beginningOf(word)));
		return groups.reduce((least, group) => (group.size < least.size ? group : least), groups[0] ?? nothing);
	}

	#group(beginning: string): IdGroup {
		const longer = [...this.#longer.get(beginning)];
		const all = this.#groups.count(beginning) > 0 ? [beginning, ...longer] : longer;
		const size = all.reduce((sum, each) => sum + this.#groups.count(each), 0);
		return { size, ids: () => (all.length === 1 ? this.#groups.get(all[0] ?? '') : this.#idsOf(all)) };
	}

	*#idsOf(beginnings: readonly string[]): Iterable<string> {
		const seen = new Set<string>();
		for (const beginning of beginnings) {
			for (const id of this.#groups.get(beginning)) {
				if (!seen.has(id)) {
					seen.add(id);
					yield id;
				}
			}
		}
	}
}

const nothing: IdGroup = { size: 0, ids: () => [] };

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

function beginningsIn(texts: readonly string[]): ReadonlySet<string> {
	return new Set(texts.flatMap(text => wordsOf(NameIndex.fold(text)).map(beginningOf)));
}

/** `m` and `mo` for `mor`. */
function shorter(beginning: string): readonly string[] {
	const letters = Array.from(beginning);
	return letters.slice(1).map((_, index) => letters.slice(0, index + 1).join(''));
}
