import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'jsonc-parser';
import type { LogShape } from '../core/entry.ts';
import { globsOfPath, NoteFiles } from '../core/noteFiles.ts';
import { tidyPath } from '../core/notePath.ts';
import { logShapeOf, settingsFrom, type Settings } from '../core/settings.ts';
import { isTimeZone } from '../core/time/writtenDate.ts';
import { factsOf, type LogFacts } from '../core/problems/logFacts.ts';
import { siteShortcodes } from '../core/siteShortcodes.ts';
import { Vault } from '../core/vault.ts';
import { noteOf } from '../core/loadedNote.ts';
import { loadNotes, type LoadReport } from '../platform/loadNotes.ts';
import { nodeFolders } from '../platform/node/nodeFolders.ts';

/** A folder on the disk, read as a vault. */
export interface LogFolder {
	readonly root: string;
	readonly settings: Settings;
	readonly vault: Vault;
	readonly facts: LogFacts;
	/** IANA name of the zone that the log is kept in; `''` for this computer's. */
	readonly timeZone: string;
	/** The vault-relative folder of the Hugo site, `''` for the vault itself; undefined where there is none. */
	readonly site: string | undefined;
	/** A sentence for each file or folder that was passed over. */
	readonly skipped: readonly string[];
}

/** Reads all notes of a folder, which is given as an absolute path, with the settings that VS Code has for it. */
export async function openLogFolder(root: string): Promise<LogFolder> {
	const { settings, hidden } = workspaceSettings(root);
	const vault = new Vault(logShapeOf(settings));
	const request = {
		folderUri: pathToFileURL(root).href.replace(/\/$/u, ''),
		below: '',
		globs: [...hidden, ...settings.exclude, ...globsOfPath(tidyPath(settings.template))],
		known: new Map(),
	};
	const report = await loadNotes(nodeFolders(root), request, notes => {
		vault.update({ set: notes.map(note => noteOf(note, request.folderUri)) });
	});
	const timeZone = isTimeZone(settings.timeZone) ? settings.timeZone : '';
	const tagFields = settings['tags.fields'].map(name => name.toLowerCase());
	const wikiLinks = settings['wikiLinks.enabled'];
	const facts = factsOf(vault, { now: Date.now(), timeZone, shortcodes: siteShortcodes(report.site), tagFields, wikiLinks });
	return { root, settings, vault, facts, timeZone, site: siteOf(report), skipped: report.skipped };
}

function siteOf({ folders }: LoadReport): string | undefined {
	const files = new NoteFiles([]);
	folders.forEach(folder => {
		files.learn(folder);
	});
	return files.site();
}

/** A sentence for a person who finds that there are no entries. */
export function whatEntriesAre({ folder, series }: LogShape): string {
	return folder === ''
		? `An entry is a Markdown page with series: ["${series}"] in its front matter; the setting dailyLog.series names another series.`
		: `An entry is a Markdown page in ${folder} with a number in its title or name; the setting dailyLog.folder names that folder.`;
}

/** What the folder's `.vscode/settings.json` says, comments allowed; a file that is broken says nothing. */
function workspaceSettings(root: string): { readonly settings: Settings; readonly hidden: readonly string[] } {
	const file = join(root, '.vscode', 'settings.json');
	const parsed: unknown = existsSync(file) ? parse(readFileSync(file, 'utf8')) : {};
	const all = new Map(Object.entries(typeof parsed === 'object' && parsed !== null ? parsed : {}));
	const excluded: unknown = all.get('files.exclude');
	const globs = Object.entries(typeof excluded === 'object' && excluded !== null ? excluded : {});
	return {
		settings: settingsFrom(name => all.get(`dailyLog.${name}`)),
		hidden: globs.filter(([, value]) => value === true).map(([glob]) => glob),
	};
}
