import type { NoteFiles } from '../core/noteFiles.ts';
import { isWithin } from '../core/notePath.ts';
import { isSiteConfiguration, type Site, type SiteFile } from '../core/siteFiles.ts';
import type { Folders } from './folders.ts';

/** What the vault's site has of its own, of the files that tell of it; a vault that is no site has nothing. */
export async function readSite(folders: Folders, rules: NoteFiles, telling: readonly string[]): Promise<Site> {
	const root = rules.site();
	const inside =
		root === undefined ? [] : telling.filter(path => isWithin(path, root)).map(path => (root === '' ? path : path.slice(root.length + 1)));
	const configuration: SiteFile[] = [];
	for (const path of inside.filter(isConfigurationOfRoot)) {
		const reading = await folders.read(root === '' || root === undefined ? path : `${root}/${path}`, undefined);
		if (reading.kind === 'text') {
			configuration.push({ path, text: reading.text });
		}
	}
	return { paths: inside, configuration };
}

/** A theme has configuration of its own, which is not the site's. */
function isConfigurationOfRoot(path: string): boolean {
	return isSiteConfiguration(path) && !path.startsWith('themes/');
}
