import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import type { Context } from 'mocha';
import { join } from 'node:path';
import { replaceFile } from '../../src/cli/replaceFile.ts';
import { createFile } from '../../src/platform/node/createFile.ts';
import { holdingLock, preferringLock } from '../../src/platform/node/lock.ts';
import { nodeSharedText } from '../../src/platform/node/nodeSharedText.ts';
import { inFolder } from '../support/folders.ts';
import { filler, refuse, type DiskTrouble } from '../support/refusingDisk.ts';

const big = 'A line of an entry.\n'.repeat(1000);

/** Runs the work on files of a disk that refuses; skipped where the machine does not let us make one. */
async function onDisk(
	test: Context,
	trouble: DiskTrouble,
	files: Readonly<Record<string, string>>,
	work: (disk: string) => Promise<void>,
): Promise<void> {
	await inFolder(Object.fromEntries(Object.entries(files).map(([path, text]) => [`disk/${path}`, text])), async root => {
		const end = refuse(join(root, 'disk'), trouble);
		if (end === undefined) {
			test.skip(); // no right to mount here
		}
		try {
			await work(join(root, 'disk'));
		} finally {
			end();
		}
	});
}

function tree(root: string): readonly string[] {
	return readdirSync(root, { recursive: true, encoding: 'utf8' })
		.filter(path => path !== filler)
		.sort();
}

for (const trouble of ['readOnly', 'full'] as const) {
	describe(trouble === 'full' ? 'a disk that is full' : 'a disk that is read-only', () => {
		it('gets no file, and says why', async function () {
			await onDisk(this, trouble, { 'log/62.md': 'mine' }, async disk => {
				const outcomes = [await createFile(disk, 'log/63.md', big), await createFile(disk, 'a/b/63/index.md', big)];
				const reason = trouble === 'full' ? 'diskFull' : 'readOnly';
				assert.deepEqual(
					outcomes.map(outcome => outcome.kind === 'failed' && outcome.reason),
					[reason, reason],
				);
				assert.deepEqual(tree(disk), ['log', 'log/62.md']);
			});
		});

		it('keeps the timer as it is', async function () {
			await onDisk(this, trouble, { 'timer.json': 'old' }, async disk => {
				const shared = nodeSharedText({ uri: 'file:///x', path: join(disk, 'timer.json'), lockFolder: join(disk, '../locks') });
				await assert.rejects(shared.update(() => ({ kind: 'write', text: big })));
				assert.equal(await shared.read(), 'old');
				assert.deepEqual(tree(disk), ['timer.json']);
			});
		});

		it('keeps an entry that `check --fix` would mend', async function () {
			await onDisk(this, trouble, { '1.md': 'old' }, disk => {
				const reason =
					trouble === 'full'
						? 'the disk is full'
						: process.getuid?.() === 0
							? 'its disk is read-only'
							: 'its file or folder is read-only for you';
				assert.deepEqual(replaceFile(join(disk, '1.md'), 'old', big), { kind: 'failed', reason });
				assert.equal(readFileSync(join(disk, '1.md'), 'utf8'), 'old');
				assert.deepEqual(tree(disk), ['1.md']);
				return Promise.resolve();
			});
		});

		it('with the locks on it: an entry is created all the same, the timer is not touched', async function () {
			await onDisk(this, trouble, { 'mine.md': 'mine' }, async disk => {
				assert.equal(await preferringLock(join(disk, 'locks'), 'vault', () => Promise.resolve('done')), 'done');
				let begun = false;
				await assert.rejects(
					holdingLock(join(disk, 'locks'), 'vault', () => {
						begun = true;
						return Promise.resolve();
					}),
				);
				assert.deepEqual([begun, tree(disk).filter(path => path !== 'locks')], [false, ['mine.md']]);
			});
		});
	});
}

describe('a folder', () => {
	it('that was renamed under us does not come to life again', () =>
		inFolder({ 'vault/log/62.md': 'mine' }, async root => {
			renameSync(join(root, 'vault'), join(root, 'moved'));
			const outcome = await createFile(join(root, 'vault'), 'log/63.md', 'text');
			assert.equal(outcome.kind === 'failed' && outcome.reason, 'gone');
			assert.deepEqual(tree(root), ['moved', 'moved/log', 'moved/log/62.md']);
		}));

	it('of locks that is taken away in the middle keeps no entry from being created', () =>
		inFolder({}, async root => {
			const work = (): Promise<string> => {
				rmSync(join(root, 'locks'), { recursive: true });
				return Promise.resolve('done');
			};
			assert.equal(await preferringLock(join(root, 'locks'), 'vault', work), 'done');
			assert.equal(existsSync(join(root, 'locks')), false);
		}));

	it('that may not be written: the reason says so', async function () {
		if (process.platform === 'win32' || process.getuid?.() === 0) {
			this.skip(); // root may write everywhere
		}
		await inFolder({}, async root => {
			mkdirSync(join(root, 'log'));
			chmodSync(join(root, 'log'), 0o555);
			const outcome = await createFile(root, 'log/63.md', 'text');
			assert.equal(outcome.kind === 'failed' && outcome.reason, 'readOnly');
		});
	});
});
