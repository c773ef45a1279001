import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFile } from '../../src/platform/node/createFile.ts';
import { holdingLock } from '../../src/platform/node/lock.ts';
import { inFolder } from '../support/folders.ts';

function tree(root: string): readonly string[] {
	return readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
}

describe('creating a file', () => {
	it('writes all its text, and the folders it needs', () =>
		inFolder({}, async root => {
			assert.deepEqual(await createFile(root, 'content/log/1.md', 'text\r\n'), { kind: 'created' });
			assert.equal(readFileSync(join(root, 'content/log/1.md'), 'utf8'), 'text\r\n');
			assert.deepEqual(tree(root), ['content', 'content/log', 'content/log/1.md']);
		}));

	it('never overwrites, be it a file or a leaf bundle', () =>
		inFolder({ '1.md': 'mine', '2/picture.txt': 'mine' }, async root => {
			assert.deepEqual(await createFile(root, '1.md', 'new'), { kind: 'exists' });
			assert.deepEqual(await createFile(root, '2/index.md', 'new'), { kind: 'exists' });
			assert.deepEqual([readFileSync(join(root, '1.md'), 'utf8'), tree(root)], ['mine', ['1.md', '2', '2/picture.txt']]);
		}));

	it('lets one of many at once win', () =>
		inFolder({}, async root => {
			const outcomes = await Promise.all([...Array(12).keys()].map(i => createFile(root, '1.md', `text ${i}`)));
			assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['created', ...Array<string>(11).fill('exists')]);
			assert.deepEqual(tree(root), ['1.md']);
		}));

	it('leaves nothing where the name is too long or a file is in the way', () =>
		inFolder({ 'file.md': '' }, async root => {
			const long = await createFile(root, `a/b/${'x'.repeat(300)}.md`, 'text');
			const blocked = await createFile(root, 'file.md/1.md', 'text');
			assert.deepEqual([long.kind === 'failed' && long.reason, blocked.kind === 'failed' && blocked.reason], ['badName', 'badName']);
			assert.deepEqual(tree(root), ['file.md']);
		}));

	it('leaves nothing on a full disk', async function () {
		if (process.platform !== 'linux' || process.getuid?.() !== 0) {
			this.skip();
		}
		await inFolder({ 'disk/.keep': '' }, async root => {
			const disk = join(root, 'disk');
			try {
				execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk], { stdio: 'ignore' });
			} catch {
				this.skip(); // a container without the right to mount
			}
			try {
				const outcome = await createFile(disk, 'log/1.md', 'x'.repeat(200_000));
				assert.equal(outcome.kind === 'failed' && outcome.reason, 'diskFull');
				assert.deepEqual(tree(disk), []);
			} finally {
				execFileSync('umount', [disk]);
			}
		});
	});

	it('leaves nothing in a read-only folder', async function () {
		if (process.platform !== 'linux') {
			this.skip();
		}
		const outcome = await createFile('/proc/self', 'log/1.md', 'text');
		assert.equal(outcome.kind, 'failed');
	});
});

describe('the lock', () => {
	it('lets one window after the other work', () =>
		inFolder({}, async root => {
			let working = 0;
			let most = 0;
			const work = async (): Promise<void> => {
				most = Math.max(most, ++working);
				await new Promise(resolve => setTimeout(resolve, 5));
				working--;
			};
			await Promise.all([...Array(8).keys()].map(() => holdingLock(root, 'vault', work)));
			assert.deepEqual([most, tree(root)], [1, []]);
		}));

	it('is given back when the work fails', () =>
		inFolder({}, async root => {
			await assert.rejects(holdingLock(root, 'vault', () => Promise.reject(new Error('failed'))));
			assert.equal(await holdingLock(root, 'vault', () => Promise.resolve('next')), 'next');
		}));

	it('of a window that crashed is broken', () =>
		inFolder({}, async root => {
			await holdingLock(root, 'vault', () => {
				const [name = ''] = tree(root);
				const crashed = join(root, 'crashed');
				mkdirSync(crashed);
				writeFileSync(join(crashed, name), 'another window');
				utimesSync(join(crashed, name), new Date(0), new Date(0));
				return Promise.resolve();
			});
			const started = Date.now();
			assert.equal(await holdingLock(join(root, 'crashed'), 'vault', () => Promise.resolve('mine')), 'mine');
			assert.ok(Date.now() - started < 5000);
		}));
});
