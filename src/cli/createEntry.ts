import { realpathSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
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
import { staysWithin } from './confine.ts';
import type { LogFolder } from './logFolder.ts';

/** How the next entry of a log is to be. */
export interface Wanted {
	/** Without the number; `''` for one to be filled in. */
	readonly title: string;
	/** RFC 3339 with seconds and offset; undefined for now. */
	readonly date: string | undefined;
	/** Milliseconds since 1970 UTC. */
	readonly now: number;
}

/** A log on the disk that gets an entry. */
export interface Creator {
	/** Absolute path of the vault's folder. */
	readonly root: string;
	/** Reads the log as it is now. */
	readonly open: () => Promise<LogFolder>;
	/** What is wanted in a log that looks so; may throw where nothing is, and nothing is created then. */
	readonly want: (log: LogFolder) => Wanted;
	/** Whether the entry may have that vault-relative path; any, if it is left out. */
	readonly accept?: (path: string) => boolean;
}

/** Creates the next entry, by the log as it is while no other run of ours on this computer writes into it; nothing is overwritten. */
export function createEntry({ root, open, want, accept = () => true }: Creator): Promise<NextCreation> {
	return holdingLogLock(root, () =>
		createNext(
			(path, text) => createFile(root, path, text),
			async taken => {
				const log = await open();
				const plan = planIn(log, want(log), taken);
				const isOutside = plan.kind === 'plan' && (!accept(plan.path) || (log.isConfined && !staysWithin(root, plan.path)));
				return isOutside
					? { kind: 'problem', message: `'${plan.path}' leads out of the folder that may be written. Nothing was created.` }
					: plan;
			},
		),
	);
}

/** Runs the work while no other run of this user writes into the log. */
export function holdingLogLock<T>(root: string, work: () => Promise<T>): Promise<T> {
	return preferringLock(join(tmpdir(), `daily-log-locks-${userName()}`), realpathSync(root), work);
}

/** By number where users have one: in a container there may be no name to it, and asking for it then fails. */
function userName(): string {
	return process.getuid === undefined ? userInfo().username : String(process.getuid());
}

function planIn(log: LogFolder, { title, date, now }: Wanted, taken: string | undefined): EntryPlan {
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
	return latestEntries(log.vault.entries()).flatMap(entry => samplesFrom(entry, log.textOf(entry.path)));
}

type TemplateFound = PlanTemplate | { readonly kind: 'problem'; readonly message: string };

function templateOf(log: LogFolder, entryPath: string | undefined): TemplateFound {
	const setting = log.settings.template;
	const source = templateSource(setting, entryPath === undefined ? firstFolderOf(log.vault.shape, log.site) : homeOf(entryPath));
	if (source.kind === 'outside') {
		return { kind: 'problem', message: `dailyLog.template names '${setting}', which is outside of ${log.root}. Name a file inside it.` };
	}
	for (const path of source.kind === 'named' ? [source.path] : source.paths) {
		const text = log.textOf(path);
		if (text !== undefined) {
			return { kind: 'template', path, text, strict: source.kind === 'named' };
		}
	}
	return source.kind === 'named'
		? { kind: 'problem', message: `The template '${source.path}' cannot be read. Create it, or correct dailyLog.template.` }
		: { kind: 'none' };
}

/** A sentence that says why nothing was created. */
export function whyNotCreated(creation: Exclude<NextCreation, { kind: 'created' }>): string {
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
