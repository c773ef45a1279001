import type { LogFacts } from '../core/problems/logFacts.ts';
import type { FolderVault } from './folderVault.ts';

/** What every entry's problems rest on, as a text that is the same as long as it is. */
export function basisOf({ settings }: FolderVault, facts: LogFacts): string {
	const { usualFields, shape, shortcodes, timeZone } = facts;
	const wished = [
		settings['validation.enabled'],
		settings['validation.severity'],
		settings['wikiLinks.enabled'],
		settings['wikiLinks.checkAllNotes'],
	];
	return JSON.stringify([usualFields, shape, shortcodes === undefined ? null : [...shortcodes], timeZone, wished]);
}
