import { calledNames, linksOf } from '../links/linkIndex.ts';
import { writtenTitle, type Note } from '../note.ts';
import { nameOf } from '../notePath.ts';
import { plainNote } from '../packedNote.ts';
import { Vault } from '../vault.ts';
import { pathAfter, type Move } from './moves.ts';

/** A vault before and after notes move or get other titles, headings, blocks: links are to lead afterwards where they led before. */
export interface Relinking {
	readonly before: Vault;
	/** The same notes, by the same uris; a note in which nothing changes is the very same object. */
	readonly after: Vault;
}

/** What becomes of a vault's notes. */
export interface NoteChanges {
	/** By what they move. */
	readonly moves?: ReadonlyMap<string, Move>;
	/** By uri: notes that will say something else. They are given at the path that they have now. */
	readonly notes?: ReadonlyMap<string, Note>;
	/** Uris of notes that leave the vault. */
	readonly gone?: ReadonlySet<string>;
}

/** The vault before and after the changes. */
export function relinkingOf(before: Vault, { moves = new Map(), notes = new Map(), gone = new Set() }: NoteChanges): Relinking {
	const after = new Vault(before.shape);
	const kept = [...before.notes()].filter(({ uri }) => !gone.has(uri));
	after.update({ set: kept.map(note => movedNote(notes.get(note.uri) ?? note, pathAfter(note.path, moves))) });
	return { before, after };
}

/** A note without a title of its own goes by its name, and so gets another title with it. */
function movedNote(note: Note, path: string): Note {
	if (path === note.path) {
		return note;
	}
	const isNamed = note.title === nameOf(note.path) && writtenTitle(note.values) === undefined && note.headings[0]?.text !== note.title;
	return { ...plainNote(note), path, title: isNamed ? nameOf(path) : note.title };
}

/** Whether the note moves, says something else, or leaves. */
export function isConcerned({ after }: Relinking, note: Note): boolean {
	return after.note(note.uri) !== note;
}

/**
 * The notes whose links may have to change: those that move or change themselves, those with a link that may mean one of these by its old names or its new ones, and those
 * that call `ref` or `relref`, of which there is no index. All others need not be read.
 */
export function concernedNotes(relinking: Relinking): readonly Note[] {
	const { before } = relinking;
	const names = new Set<string>();
	const found = new Map<string, Note>();
	for (const note of before.notes()) {
		const isChanged = isConcerned(relinking, note);
		if (isChanged) {
			namesIn(relinking, note).forEach(name => names.add(name));
		}
		if (isChanged || note.refs.length > 0) {
			found.set(note.uri, note);
		}
	}
	for (const note of linksOf(before).mayMean(names)) {
		found.set(note.uri, note);
	}
	return [...found.values()];
}

function namesIn({ before, after }: Relinking, note: Note): readonly string[] {
	const now = after.note(note.uri);
	return [
		...calledNames(note, before.entry(note.uri)?.number),
		...(now === undefined ? [] : calledNames(now, after.entry(note.uri)?.number)),
	];
}
