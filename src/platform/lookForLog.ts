import { findFrontMatter, readValues } from '../core/frontMatter/frontMatter.ts';
import { foldTerm, termsOf } from '../core/term.ts';
import { isMarkdownName, joinPath } from '../core/notePath.ts';
import { NoteFiles } from '../core/noteFiles.ts';
import type { FolderItem, Folders } from './folders.ts';
import type { Look } from './noteStore.ts';

/** The bounds of the look: what a repository that holds no log has to bear, once. */
export const lookBounds = { foldersListed: 48, filesRead: 48, filesReadInFolder: 6, largestFile: 256 * 1024 } as const;

/**
 * Whether a log might be kept in a folder: looks into a few folders, the likeliest first, and there into the files with the highest numbers or latest dates
 * in their names. A log that is missed by this appears as soon as one of its entries is opened, or a command or view of ours is used.
 */
export async function lookForLog(folders: Folders, series: string, globs: readonly string[]): Promise<Look> {
	const files = new NoteFiles(globs);
	const wanted = foldTerm(series);
	let open = [''];
	let foldersListed = 0;
	let filesRead = 0;
	while (open.length > 0 && foldersListed < lookBounds.foldersListed) {
		const path = open.shift() ?? '';
		const items = await folders.list(path);
		foldersListed++;
		if (typeof items === 'string') {
			continue;
		}
		files.learn({ path, files: namesOf(items, 'file'), folders: namesOf(items, 'folder'), ignoreText: undefined });
		for (const file of likeliestNotes(path, items).slice(0, Math.min(lookBounds.filesReadInFolder, lookBounds.filesRead - filesRead))) {
			filesRead++;
			if (await isEntry(folders, file, wanted)) {
				return { found: true, foldersListed, filesRead };
			}
		}
		const inside = namesOf(items, 'folder').map(name => joinPath(path, name));
		open = [...open, ...inside.filter(folder => !files.isFolderExcluded(folder))].sort(likeliestFirst);
	}
	return { found: false, foldersListed, filesRead };
}

function namesOf(items: readonly FolderItem[], kind: FolderItem['kind']): readonly string[] {
	return items.filter(item => item.kind === kind).map(item => item.name);
}

/** The notes with the highest numbers or latest dates in their names, highest first; others where there are not so many. One pass, for a folder may hold very many. */
function likeliestNotes(path: string, items: readonly FolderItem[]): readonly string[] {
	const best: Numbered[] = [];
	for (const { name, kind } of items) {
		if (kind === 'file' && isMarkdownName(name) && !name.startsWith('_')) {
			const digits = /\d[\d-]*/u.exec(name)?.[0].replaceAll('-', '');
			const number = digits === undefined ? -1 : Number(digits);
			if (best.length < lookBounds.filesReadInFolder || number > (best.at(-1)?.number ?? -1)) {
				best.push({ name, number });
				best.sort((a, b) => b.number - a.number);
				best.length = Math.min(best.length, lookBounds.filesReadInFolder);
			}
		}
	}
	return best.map(({ name }) => joinPath(path, name));
}

interface Numbered {
	readonly name: string;
	/** -1 without digits; that of `2022-12-02` is 20221202. */
	readonly number: number;
}

function likeliestFirst(a: string, b: string): number {
	return likelihood(b) - likelihood(a);
}

/** Names under which people keep logs come first, numbered leaf bundles latest first, deep folders last. */
function likelihood(path: string): number {
	const name = path.slice(path.lastIndexOf('/') + 1);
	const depth = path.split('/').length;
	const likely = /daily|log|journal|diary|content|notes|posts|blog/iu.test(name) ? 20 : 0;
	const numbered = /^\d+/u.exec(name)?.[0];
	return likely - depth + (numbered === undefined ? 0 : 5 + Number(numbered) / 10_000_000);
}

async function isEntry(folders: Folders, path: string, series: string): Promise<boolean> {
	const reading = await folders.read(path, undefined, lookBounds.largestFile);
	if (reading.kind !== 'text') {
		return false;
	}
	const block = findFrontMatter(reading.text);
	const named = block === undefined ? undefined : readValues(reading.text, block).values.get('series');
	return termsOf(named).some(term => foldTerm(term) === series);
}
