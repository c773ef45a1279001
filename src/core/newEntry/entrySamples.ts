import type { Entry, LogShape } from '../entry.ts';
import { joinPath } from '../notePath.ts';
import type { PlanSample } from './planEntry.ts';

/** How many of the latest entries a new one learns from. */
const samplesRead = 10;

/** The entries that a new one learns from, newest first; those whose front matter cannot be read teach nothing. */
export function latestEntries(entries: readonly Entry[]): readonly Entry[] {
	return entries
		.filter(entry => entry.problem === undefined)
		.slice(-samplesRead)
		.reverse();
}

/** The entry with its text as a sample; none where the text cannot be read or the entry has no number. */
export function samplesFrom({ path, number, title, day }: Entry, text: string | undefined): readonly PlanSample[] {
	return text === undefined || number === undefined ? [] : [{ path, text, number, title, day }];
}

/** Where the log begins if there is none: the folder that is set, `content/daily-log` of a Hugo site (its folder, `''` for the vault), `daily-log` elsewhere. */
export function firstFolderOf({ folder }: LogShape, site: string | undefined): string {
	return folder === '' ? (site === undefined ? 'daily-log' : joinPath(site, 'content/daily-log')) : folder;
}
