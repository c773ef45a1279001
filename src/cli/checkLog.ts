import { dirname, join, relative, sep } from 'node:path';
import { isChecked, problemsIn, severityOf, type SeverityWishes } from '../core/problems/checking.ts';
import { mend } from '../core/problems/certainFixes.ts';
import { readPage } from '../core/problems/page.ts';
import { lineStartsOf, rangeAt } from '../core/text.ts';
import type { Note } from '../core/note.ts';
import { isTemporaryNote, removeLeftovers } from '../platform/node/leftovers.ts';
import { readFile } from '../platform/node/nodeFolders.ts';
import { findTarget, isPartOf, type Target } from './findVault.ts';
import { openLogFolder, whatEntriesAre, type LogFolder } from './logFolder.ts';
import type { Output } from './output.ts';
import { replaceFile } from './replaceFile.ts';
import { print, type Finding, type Format } from './report.ts';

/** What `daily-log check` was asked. */
export interface CheckRequest {
	/** Files and folders, at least one. Relative ones begin at `currentFolder`. */
	readonly targets: readonly string[];
	/** Absolute; the paths of findings are relative to it. */
	readonly currentFolder: string;
	readonly format: Format;
	readonly fix: boolean;
	/** Severities by code, which win over those of the settings. */
	readonly severity: SeverityWishes;
}

/** What was found in one vault, or in several. */
interface Outcome {
	readonly findings: readonly Finding[];
	readonly entries: number;
	readonly mended: number;
	/** Sentences about what could not be done. */
	readonly failures: readonly string[];
	/** Sentences about files that were passed over. */
	readonly skipped: readonly string[];
}

/**
 * Prints what is wrong with a log, or with some files of it; resolves to 0 where there is no error, 1 where there are, 2 where nothing could be checked
 * or a file could not be mended. Files that are no entries are passed over with a sentence: a hook hands over whatever was changed.
 */
export async function checkLog(request: CheckRequest, { out, err }: Output): Promise<0 | 1 | 2> {
	const found = request.targets.map(name => ({ name, target: findTarget(name, request.currentFolder) }));
	const missing = found.filter(({ target }) => target === undefined);
	missing.forEach(({ name }) => {
		err(`There is no file or folder ${name}.\n`);
	});
	if (missing.length > 0) {
		return 2;
	}
	const targets = found.flatMap(({ target }) => target ?? []);
	const outcomes: Outcome[] = [];
	for (const root of new Set(targets.map(target => target.root))) {
		outcomes.push(await checkVault(root, { ...request, within: targets.filter(target => target.root === root) }));
	}
	const whole = together(outcomes);
	out(print(whole.findings, request.format));
	err([...whole.skipped.map(sentence => `Passed over ${sentence}\n`), ...whole.failures.map(sentence => `${sentence}\n`)].join(''));
	if (whole.entries > 0) {
		err(summary(whole, request.fix));
	}
	return whole.findings.some(({ severity }) => severity === 'error') ? 1 : whole.failures.length > 0 ? 2 : 0;
}

function together(outcomes: readonly Outcome[]): Outcome {
	return {
		findings: outcomes.flatMap(({ findings }) => findings),
		entries: outcomes.reduce((sum, { entries }) => sum + entries, 0),
		mended: outcomes.reduce((sum, { mended }) => sum + mended, 0),
		failures: outcomes.flatMap(({ failures }) => failures),
		skipped: outcomes.flatMap(({ skipped }) => skipped),
	};
}

/** `3 entries checked: 1 mended, 2 errors, 1 other remark.` */
function summary({ findings, entries, mended }: Outcome, fix: boolean): string {
	const errors = findings.filter(({ severity }) => severity === 'error').length;
	const others = findings.length - errors;
	const parts = [
		...(fix ? [`${mended} mended`] : []),
		counted(errors, 'error', 'errors'),
		...(others > 0 ? [counted(others, 'other remark', 'other remarks')] : []),
	];
	return `${counted(entries, 'entry', 'entries')} checked: ${parts.join(', ')}.\n`;
}

function counted(count: number, one: string, several: string): string {
	return `${count === 0 ? 'no' : count} ${count === 1 ? one : several}`;
}

type VaultRequest = CheckRequest & { readonly within: readonly Target[] };

async function checkVault(root: string, request: VaultRequest): Promise<Outcome> {
	const { within, fix } = request;
	const log = await openLogFolder(root);
	const { count, failures } = fix ? await mendAll(log, request) : { count: 0, failures: [] };
	const now = count > 0 ? await openLogFolder(root) : log;
	const texts = [...checkedTexts(now, request)];
	const empty = within.filter(target => !texts.some(({ path }) => isPartOf(path, target)));
	const isHopeless = (target: Target): boolean => target.kind === 'folder' || now.vault.entries().length === 0;
	return {
		findings: [...texts, ...linkedTexts(now, request)].flatMap(text => findingsIn(text, now, request)),
		entries: texts.length,
		mended: count,
		failures: [
			...failures,
			...empty
				.filter(isHopeless)
				.map(({ name }) => `There is no entry in ${name === '.' ? 'this folder' : name}. ${whatEntriesAre(now.vault.shape)}`),
		],
		skipped: [...log.skipped, ...empty.filter(target => !isHopeless(target)).map(({ name }) => `${name}: it is no entry of the log.`)],
	};
}

interface CheckedText {
	readonly uri: string;
	readonly path: string;
	readonly text: string;
}

/** The entries that were asked for, in the order of their paths. */
function checkedTexts(log: LogFolder, request: VaultRequest): Iterable<CheckedText> {
	return textsOf(log, request, note => isChecked(log.vault, log.facts, note));
}

/** The notes that are no entries and whose links are checked all the same, as the settings wish. */
function linkedTexts(log: LogFolder, request: VaultRequest): Iterable<CheckedText> {
	const { vault, facts, settings } = log;
	const isWanted = settings['wikiLinks.enabled'] && settings['wikiLinks.checkAllNotes'];
	return isWanted ? textsOf(log, request, note => note.links.length > 0 && !isChecked(vault, facts, note)) : [];
}

function* textsOf({ root, vault }: LogFolder, { within }: VaultRequest, isWanted: (note: Note) => boolean): Iterable<CheckedText> {
	const notes = [...vault.notes()].filter(note => within.some(target => isPartOf(note.path, target)) && isWanted(note));
	for (const note of notes.sort((a, b) => (a.path < b.path ? -1 : 1))) {
		const reading = readFile(join(root, note.path), undefined);
		if (reading.kind === 'text') {
			yield { uri: note.uri, path: note.path, text: reading.text };
		}
	}
}

function wishesFor({ settings }: LogFolder, { severity }: VaultRequest): SeverityWishes {
	return { ...settings['validation.severity'], ...severity };
}

function findingsIn(entry: CheckedText, log: LogFolder, request: VaultRequest): readonly Finding[] {
	const wishes = wishesFor(log, request);
	const lineStarts = lineStartsOf(entry.text);
	const path = printedPath(entry, log, request);
	return problemsIn(entry, log.facts, wishes).flatMap((problem): readonly Finding[] => {
		const severity = severityOf(problem, wishes);
		const { code, message, span } = problem;
		return severity === 'off' ? [] : [{ path, code, severity, message, range: rangeAt(lineStarts, span) }];
	});
}

function printedPath({ path }: CheckedText, { root }: LogFolder, { currentFolder }: VaultRequest): string {
	return relative(currentFolder, join(root, path)).split(sep).join('/');
}

interface Mending {
	/** How many problems were mended. */
	readonly count: number;
	readonly failures: readonly string[];
}

/** Mends what needs no decision in every entry that was asked for; a file that cannot be written keeps no other from being mended. */
async function mendAll(log: LogFolder, request: VaultRequest): Promise<Mending> {
	const wishes = wishesFor(log, request);
	const failures: string[] = [];
	const written = new Set<string>();
	let count = 0;
	for (const entry of checkedTexts(log, request)) {
		const { text, mended } = mend(readPage(entry, entry.text), log.facts, code => severityOf({ code }, wishes) !== 'off');
		if (text === entry.text) {
			continue;
		}
		const replacement = replaceFile(join(log.root, entry.path), entry.text, text);
		if (replacement.kind === 'replaced') {
			count += mended;
			written.add(dirname(join(log.root, entry.path)));
		} else {
			failures.push(`${printedPath(entry, log, request)} was not mended: ${replacement.reason}`);
		}
	}
	for (const folder of written) {
		await removeLeftovers(folder, isTemporaryNote);
	}
	return { count, failures };
}
