import { randomUUID } from 'node:crypto';
import {
	accessSync,
	closeSync,
	constants,
	fchmodSync,
	fsyncSync,
	openSync,
	readFileSync,
	realpathSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { reasonOfError } from '../platform/node/fileErrors.ts';

/** What became of a text that was to be replaced; where it failed, the file is as it was. */
export type Replacement = { readonly kind: 'replaced' } | { readonly kind: 'failed'; readonly reason: string };

/**
 * Replaces a file's text, its byte order mark and permissions kept, by way of a new file beside it, so that the old or the new text stands there whatever
 * happens. A symbolic link stays one: what it leads to is replaced. Fails where the file's bytes are not those of `before` in UTF-8.
 */
export function replaceFile(path: string, before: string, after: string): Replacement {
	try {
		const target = realpathSync(path);
		const bytes = readFileSync(target);
		const mark = bytes.subarray(0, 3).equals(Buffer.from('\uFEFF')) ? '\uFEFF' : '';
		if (!bytes.equals(Buffer.from(mark + before))) {
			return { kind: 'failed', reason: 'it is not UTF-8, or was changed meanwhile' };
		}
		accessSync(target, constants.W_OK);
		writeBeside(target, mark + after);
		return { kind: 'replaced' };
	} catch (error) {
		return { kind: 'failed', reason: reasonOfError(error) };
	}
}

function writeBeside(target: string, text: string): void {
	const { mode } = statSync(target);
	const temporary = join(dirname(target), `.daily-log-${randomUUID()}.tmp`);
	const file = openSync(temporary, 'wx', 0o600);
	try {
		try {
			writeFileSync(file, text);
			fchmodSync(file, mode & 0o7777);
			fsyncSync(file);
		} finally {
			closeSync(file);
		}
		renameSync(temporary, target);
	} catch (error) {
		rmSync(temporary, { force: true });
		throw error;
	}
}
