import { entryOf } from '../entry.ts';
import type { Note } from '../note.ts';
import { baseName, folderOf, homeOf, isWithin, joinPath, tidyPath } from '../notePath.ts';
import { companyIn, isMissed, strayOf } from '../stray.ts';
import type { Vault } from '../vault.ts';

/**
 * The folder of reviews: the one that is set, else `reviews` beside the log, `content/reviews` for a log in `content/daily-log`. Folders of years within the log do not count,
 * and of a log that is all of a site's `content` it is one in it: beside, Hugo would not see it.
 */
export function reviewFolder(vault: Vault, setting: string): string {
	const wished = tidyPath(setting);
	if (wished !== '') {
		return wished;
	}
	const log = vault.shape.folder === '' ? commonFolder(vault.entries().map(({ path }) => homeOf(path))) : vault.shape.folder;
	const whole = log.replace(/(?:(?:^|\/)\d+)+$/u, '');
	return joinPath(baseName(whole) === 'content' ? whole : folderOf(whole), 'reviews');
}

/** The deepest folder that has all of them in it. */
function commonFolder(folders: readonly string[]): string {
	const [first = '', ...others] = folders;
	let common = first;
	for (const folder of others) {
		while (!isWithin(folder, common)) {
			common = folderOf(common);
		}
	}
	return common;
}

/** Whether the note would count as an entry of the log, or its number as taken: no review may. */
export function disturbsNumbers(vault: Vault, note: Note): boolean {
	const stray = strayOf(note, vault.shape);
	return entryOf(note, vault.shape) !== undefined || (stray !== undefined && isMissed(stray, companyIn(vault)));
}
