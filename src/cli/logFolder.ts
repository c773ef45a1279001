import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'jsonc-parser';
import type { LogShape } from '../core/entry.ts';
import { globsOfPath, NoteFiles } from '../core/noteFiles.ts';
import { tidyPath, uriBelow } from '../core/notePath.ts';
import { logShapeOf, settingsFrom, type Settings } from '../core/settings.ts';
import { isTimeZone } from '../core/time/writtenDate.ts';
import { factsOf, type LogFacts } from '../core/problems/logFacts.ts';
import { siteShortcodes } from '../core/siteShortcodes.ts';
import { Vault } from '../core/vault.ts';
import { unpackNotes } from '../core/loadedNote.ts';
import { loadNotes, type LoadReport } from '../platform/loadNotes.ts';
import { nodeFolders, readFile } from '../platform/node/nodeFolders.ts';
import { confinedFolders, staysWithin } from './confine.ts';

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
	/** Whether nothing is read or written that lies outside of the folder, for instance behind a symbolic link. */
	readonly isConfined: boolean;
	/** The text of a file of the vault as it is now; undefined where it cannot be read. */
	readonly textOf: (path: string) => string | undefined;
}

/** Reads all notes of a folder, which is given as an absolute path, with the settings that VS Code has for it. */
export function openLogFolder(root: string): Promise<LogFolder> {
	return new LogReader(root, false).read();
}

/** Reads one folder again and again; what has not changed since is not read twice. */
export class LogReader {
	readonly #root: string;
	readonly #isConfined: boolean;
	#known: Known | undefined;
	#last: Promise<unknown> = Promise.resolve();

	/** `root` is an absolute path. */
	constructor(root: string, isConfined: boolean) {
		this.#root = root;
		this.#isConfined = isConfined;
	}

	/** The log as it is now; its vault is the same object as before, unless the settings have changed. */
	read(): Promise<LogFolder> {
		const reading = this.#last.then(() => this.#read());
		this.#last = reading.catch(() => undefined);
		return reading;
	}

	async #read(): Promise<LogFolder> {
		const [root, isConfined] = [this.#root, this.#isConfined];
		const { settings, hidden } = workspaceSettings(root);
		const { vault, stamps } = this.#knownFor(settings, hidden);
		const request = {
			folderUri: pathToFileURL(root).href.replace(/\/$/u, ''),
			globs: [...hidden, ...settings.exclude, ...globsOfPath(tidyPath(settings.template))],
			known: stamps,
		};
		const report = await loadNotes(isConfined ? confinedFolders(root) : nodeFolders(root), request, notes => {
			vault.update({ set: unpackNotes(notes, request.folderUri).notes });
			notes.forEach(({ path, stamp }) => stamps.set(path, stamp));
		});
		vault.update({ remove: report.gone.map(path => uriBelow(request.folderUri, path)) });
		report.gone.forEach(path => stamps.delete(path));
		const timeZone = isTimeZone(settings.timeZone) ? settings.timeZone : '';
		const tagFields = settings['tags.fields'].map(name => name.toLowerCase());
		const wikiLinks = settings['wikiLinks.enabled'];
		const facts = factsOf(vault, { now: Date.now(), timeZone, shortcodes: siteShortcodes(report.site), tagFields, wikiLinks });
		const textOf = (path: string): string | undefined => (isConfined && !staysWithin(root, path) ? undefined : textAt(root, path));
		return { root, settings, vault, facts, timeZone, site: siteOf(report), skipped: report.skipped, isConfined, textOf };
	}

	#knownFor(settings: Settings, hidden: readonly string[]): Known {
		const key = JSON.stringify([settings, hidden]);
		if (this.#known?.key !== key) {
			this.#known = { key, vault: new Vault(logShapeOf(settings)), stamps: new Map() };
		}
		return this.#known;
	}
}

/** What a reader has read under the same settings. */
interface Known {
	readonly key: string;
	readonly vault: Vault;
	/** By path; see `LoadRequest`. */
	readonly stamps: Map<string, string>;
}

function textAt(root: string, path: string): string | undefined {
	const reading = readFile(join(root, path), undefined);
	return reading.kind === 'text' ? reading.text : undefined;
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
