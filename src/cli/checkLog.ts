import { renameSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isChecked, problemsIn, severityOf } from '../core/problems/checking.ts';
import { mend } from '../core/problems/certainFixes.ts';
import { readPage } from '../core/problems/page.ts';
import { lineStartsOf, rangeAt } from '../core/text.ts';
import { readFile } from '../platform/node/nodeFolders.ts';
import { openLogFolder, type LogFolder } from './logFolder.ts';
import { print, type Finding, type Format } from './report.ts';

/** What `daily-log check` was asked. */
export interface CheckRequest {
	readonly folder: string;
	readonly format: Format;
	readonly fix: boolean;
}

/** Where the answer goes. */
export interface Output {
	readonly out: (text: string) => void;
	readonly err: (text: string) => void;
}

/** Prints what is wrong with a log; resolves to 0 where there is no error, 1 where there are, 2 where there is no such folder. */
export async function checkLog({ folder, format, fix }: CheckRequest, { out, err }: Output): Promise<0 | 1 | 2> {
	const log = await openLogFolder(folder);
	if (log === undefined) {
		err(`There is no folder ${folder}.\n`);
		return 2;
	}
	const mended = fix ? mendAll(log) : 0;
	const now = mended > 0 ? ((await openLogFolder(folder)) ?? log) : log;
	const findings = findingsIn(now);
	out(print(findings, format));
	log.skipped.forEach(sentence => {
		err(`Passed over ${sentence}\n`);
	});
	const errors = findings.filter(({ severity }) => severity === 'error').length;
	const fixed = fix ? `${mended} mended, ` : '';
	err(`${now.vault.entries().length} entries checked: ${fixed}${errors} errors, ${findings.length - errors} other remarks.\n`);
	return errors > 0 ? 1 : 0;
}

interface CheckedText {
	readonly uri: string;
	readonly path: string;
	readonly text: string;
}

function* checkedTexts({ root, vault, facts }: LogFolder): Iterable<CheckedText> {
	for (const note of [...vault.notes()].sort((a, b) => (a.path < b.path ? -1 : 1))) {
		const reading = isChecked(vault, facts, note) ? readFile(join(root, note.path), undefined) : undefined;
		if (reading?.kind === 'text') {
			yield { uri: note.uri, path: note.path, text: reading.text };
		}
	}
}

function findingsIn(log: LogFolder): readonly Finding[] {
	const wishes = log.settings['validation.severity'];
	return [...checkedTexts(log)].flatMap(entry => {
		const lineStarts = lineStartsOf(entry.text);
		return problemsIn(entry, log.facts, wishes).flatMap((problem): readonly Finding[] => {
			const severity = severityOf(problem, wishes);
			const { code, message, span } = problem;
			return severity === 'off' ? [] : [{ path: entry.path, code, severity, message, range: rangeAt(lineStarts, span) }];
		});
	});
}

/** Mends what needs no decision in every entry; returns how many problems that were. */
function mendAll(log: LogFolder): number {
	const wishes = log.settings['validation.severity'];
	let sum = 0;
	for (const entry of checkedTexts(log)) {
		const { text, mended } = mend(readPage(entry, entry.text), log.facts, code => severityOf({ code }, wishes) !== 'off');
		if (text !== entry.text && rewrite(join(log.root, entry.path), entry.text, text)) {
			sum += mended;
		}
	}
	return sum;
}

/**
 * Replaces a file's text, its byte order mark kept, by way of a new file beside it, so that the old or the new text stands there whatever happens.
 * False, with nothing written, for a file whose bytes are not those of its text in UTF-8.
 */
function rewrite(path: string, before: string, after: string): boolean {
	const bytes = readFileSync(path);
	const mark = bytes.subarray(0, 3).equals(Buffer.from('\uFEFF')) ? '\uFEFF' : '';
	if (!bytes.equals(Buffer.from(mark + before))) {
		return false;
	}
	const temporary = `${path}.daily-log.tmp`;
	try {
		writeFileSync(temporary, mark + after, { flag: 'wx', mode: statSync(path).mode });
		renameSync(temporary, path);
		return true;
	} finally {
		rmSync(temporary, { force: true });
	}
}
