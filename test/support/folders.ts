import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A temporary folder with these files, as long as one test runs. */
export async function inFolder(
	files: Readonly<Record<string, string | Uint8Array>>,
	work: (root: string) => Promise<void> | void,
): Promise<void> {
	const root = mkdtempSync(join(tmpdir(), 'daily-log-test-'));
	try {
		for (const [path, text] of Object.entries(files)) {
			mkdirSync(dirname(join(root, path)), { recursive: true });
			writeFileSync(join(root, path), text);
		}
		await work(root);
	} finally {
		// A worker may still keep what it read there.
		rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
	}
}
