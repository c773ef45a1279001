import { realpathSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, relative } from 'node:path';
import { nextNumber } from '../core/entryNumber.ts';
import { takenNumbers } from '../core/stray.ts';
import { firstFolderOf, latestEntries, samplesFrom } from '../core/newEntry/entrySamples.ts';
import { homeOf } from '../core/notePath.ts';
import { planEntry, type EntryPlan, type PlanSample, type PlanTemplate } from '../core/newEntry/planEntry.ts';
import { templateSource } from '../core/newEntry/templateSource.ts';
import { logDayAt, logDayOf, readDate, writeInstant } from '../core/time/writtenDate.ts';
import { createNext, type NextCreation } from '../platform/createNext.ts';
import { createFile } from '../platform/node/createFile.ts';
import { preferringLock } from '../platform/node/lock.ts';
import { readFile } from '../platform/node/nodeFolders.ts';
import { findTarget } from './findVault.ts';
import { openLogFolder, type LogFolder } from './logFolder.ts';
import type { Output } from './output.ts';

/** What `daily-log new` was asked. */
export interface NewRequest {
	/** A folder of the log's site, or the site's; relative ones begin at `currentFolder`. */
	readonly folder: string;
	/** Absolute; the path that is printed is relative to it. */
	readonly currentFolder: string;
	/** Without the number; `''` for one to be filled in. */
	readonly title: string;
	/** RFC 3339 with seconds and offset; undefined for now. */
	readonly date: string | undefined;
	/** Milliseconds since 1970 UTC. */
	readonly now: number;
}

/** Creates the next entry and prints its path; resolves to 0, or to 2 where nothing was created, which a sentence then explains. */
export async function newEntry(request: NewRequest, { out, err }: Output): Promise<0 | 2> {
	const target = findTarget(request.folder, request.currentFolder);
	if (target?.kind !== 'folder') {
		err(`There is no folder ${request.folder}.\n`);
		return 2;
	}
	const { root } = target;
	const entriesSeen: number[] = [];
	const creation = await preferringLock(lockFolder(), realpathSync(root), () =>
		createNext(
			(path, text) => createFile(root, path, text),
			async taken => {
				const log = await openLogFolder(root);
				entriesSeen.push(log.vault.entries().length);
				return planIn(log, request, taken);
			},
		),
	);
	if (creation.kind !== 'created') {
		err(`${sentenceFor(creation)}\n`);
		return 2;
	}
	if (entriesSeen.at(-1) === 0) {
		err('There was no entry yet: this is the first one.\n');
	}
	out(`${relative(request.currentFolder, join(root, creation.plan.path))}\n`);
	return 0;
}

/** Where all runs of one user on this computer find each other's locks. */
function lockFolder(): string {
	return join(tmpdir(), `daily-log-locks-${userInfo().username}`);
}

function planIn(log: LogFolder, { title, date, now }: NewRequest, taken: string | undefined): EntryPlan {
	const { vault, settings, timeZone } = log;
	const samples = samplesOf(log);
	const template = templateOf(log, samples[0]?.path);
	if (template.kind === 'problem') {
		return template;
	}
	const written = date === undefined ? undefined : readDate(date);
	return planEntry({
		samples,
		firstFolder: firstFolderOf(vault.shape, log.site),
		shape: vault.shape,
		template,
		fileName: settings.fileName,
		taken,
		values: {
			number: nextNumber(takenNumbers(vault)),
			title,
			date: date ?? writeInstant(now, timeZone),
			day: written === undefined ? logDayAt(now, timeZone, settings.dayStartsAt) : logDayOf(written, settings.dayStartsAt),
		},
	});
}

function samplesOf(log: LogFolder): readonly PlanSample[] {
	return latestEntries(log.vault.entries()).flatMap(entry => samplesFrom(entry, textOf(log, entry.path)));
}

function textOf({ root }: LogFolder, path: string): string | undefined {
	const reading = readFile(join(root, path), undefined);
	return reading.kind === 'text' ? reading.text : undefined;
}

type TemplateFound = PlanTemplate | { readonly kind: 'problem'; readonly message: string };

function templateOf(log: LogFolder, entryPath: string | undefined): TemplateFound {
	const setting = log.settings.template;
	const source = templateSource(setting, entryPath === undefined ? firstFolderOf(log.vault.shape, log.site) : homeOf(entryPath));
	if (source.kind === 'outside') {
		return { kind: 'problem', message: `dailyLog.template names '${setting}', which is outside of ${log.root}. Name a file inside it.` };
	}
	for (const path of source.kind === 'named' ? [source.path] : source.paths) {
		const text = textOf(log, path);
		if (text !== undefined) {
			return { kind: 'template', path, text, strict: source.kind === 'named' };
		}
	}
	return source.kind === 'named'
		? { kind: 'problem', message: `The template '${source.path}' cannot be read. Create it, or correct dailyLog.template.` }
		: { kind: 'none' };
}

function sentenceFor(creation: Exclude<NextCreation, { kind: 'created' }>): string {
	switch (creation.kind) {
		case 'problem':
			return creation.message;
		case 'taken':
			return `'${creation.path}' is there already and was left as it is. Rename it, or set dailyLog.fileName.`;
		case 'failed':
			return `'${creation.path}' cannot be created, and nothing was written: ${creation.detail}`;
		case 'crowded':
			return 'Other programs keep taking the next number. Nothing was created; try again in a moment.';
	}
}
