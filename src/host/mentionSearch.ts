import { lineExcerpt, type LineExcerpt } from '../core/lineExcerpt.ts';
import { MentionMatcher, type Mention } from '../core/links/mentions.ts';
import type { Note } from '../core/note.ts';
import type { FolderVault } from './folderVault.ts';
import { Slice } from './slice.ts';

/** A mention with the line it stands on, as the note's text was when it was searched. */
export interface FoundMention extends Mention {
	readonly excerpt: LineExcerpt;
}

/** A note that mentions another one. */
export interface MentioningNote {
	readonly from: Note;
	/** In the order of the text; never empty. */
	readonly mentions: readonly FoundMention[];
}

/** So many mentions are looked for. */
export const mostMentions = 500;

/** So many notes are read before others get their turn. */
const atOnce = 32;

/** What is looked for. */
export interface WantedMentions {
	readonly folder: FolderVault;
	/** Uri of the note. */
	readonly uri: string;
	/** As `mentionNames` gives them. */
	readonly names: readonly string[];
}

/** The search for places that name a note without linking to it: begun when first asked, in slices, and kept in step with the notes that change later. */
export class MentionSearch {
	readonly #wanted: WantedMentions;
	readonly #matcher: MentionMatcher;
	readonly #found = new Map<string, MentioningNote>();
	#count = 0;
	#work: Promise<void> | undefined;
	#isThrough = false;
	#isCancelled = false;

	constructor(wanted: WantedMentions) {
		this.#wanted = wanted;
		this.#matcher = new MentionMatcher(wanted.names);
	}

	/** Whether there are more than were looked for. */
	get isCut(): boolean {
		return this.#count >= mostMentions;
	}

	/** How many were found; undefined until the search is through. */
	get count(): number | undefined {
		return this.#isThrough ? this.#count : undefined;
	}

	/** The notes that mention it, in the order in which they were searched; part of them where the search was cancelled meanwhile. */
	async results(): Promise<readonly MentioningNote[]> {
		this.#work ??= this.#search(this.#inOrder());
		await this.#work;
		this.#isThrough = !this.#isCancelled;
		return [...this.#found.values()];
	}

	/** Searches these notes again, if they were searched at all; whether anything is different then. */
	async update(uris: Iterable<string>): Promise<boolean> {
		if (this.#work === undefined) {
			return false;
		}
		const concerned = [...uris].filter(uri => this.#found.has(uri) || !this.isCut);
		const before = concerned.map(uri => JSON.stringify(this.#found.get(uri)?.mentions));
		this.#work = this.#work.then(() => this.#search(concerned));
		await this.#work;
		return concerned.some((uri, index) => JSON.stringify(this.#found.get(uri)?.mentions) !== before[index]);
	}

	cancel(): void {
		this.#isCancelled = true;
	}

	/** Newest entries first: where the search is cut, they are what counts. */
	#inOrder(): readonly string[] {
		const { vault } = this.#wanted.folder;
		const entries = vault.entries().map(({ uri }) => uri);
		const others = [...vault.notes()].map(({ uri }) => uri).filter(uri => vault.entry(uri) === undefined);
		return [...entries.reverse(), ...others];
	}

	async #search(uris: readonly string[]): Promise<void> {
		const slice = new Slice();
		for (let next = 0; next < uris.length && !this.isCut; next += atOnce) {
			for (const { uri, from, text } of await this.#read(uris.slice(next, next + atOnce))) {
				if (this.#isCancelled) {
					return;
				}
				this.#take(uri, from, text);
				await slice.yield();
			}
		}
	}

	#read(uris: readonly string[]): Promise<readonly ReadText[]> {
		const { folder, uri: own } = this.#wanted;
		return Promise.all(
			uris
				.filter(uri => uri !== own)
				.map(async uri => {
					const from = folder.vault.note(uri);
					return { uri, from, text: from && (await folder.textOf(from.path)) };
				}),
		);
	}

	#take(uri: string, from: Note | undefined, text = ''): void {
		this.#count -= this.#found.get(uri)?.mentions.length ?? 0;
		const mentions = this.#matcher
			.find(text)
			.slice(0, mostMentions - this.#count)
			.map(mention => ({ ...mention, excerpt: lineExcerpt(text, mention.span) }));
		this.#count += mentions.length;
		if (from === undefined || mentions.length === 0) {
			this.#found.delete(uri);
		} else {
			this.#found.set(uri, { from, mentions });
		}
	}
}

interface ReadText {
	readonly uri: string;
	/** Undefined where the note is gone. */
	readonly from: Note | undefined;
	/** Undefined where it cannot be read. */
	readonly text: string | undefined;
}
