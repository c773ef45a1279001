import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFile } from '../../src/cli/replaceFile.ts';
import { createFile } from '../../src/platform/node/createFile.ts';
import { isTemporaryNote, removeLeftovers } from '../../src/platform/node/leftovers.ts';
import { nodeSharedText } from '../../src/platform/node/nodeSharedText.ts';
import { killAtEachStep } from '../support/killed.ts';

const text = 'A line of an entry.\n'.repeat(5000);

function tree(folder: string): readonly string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

/** As if an hour had passed since. */
function age(folder: string): void {
	for (const path of ['.', ...tree(folder)]) {
		utimesSync(join(folder, path), new Date(Date.now() - 3_600_000), new Date(Date.now() - 3_600_000));
	}
}

/** A process killed at any moment: what it wrote is there as a whole or not at all, and what it left goes away. */
describe('a process that is killed', () => {
	let folder = '';

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'daily-log-killed-'));
	});

	afterEach(() => {
		rmSync(folder, { recursive: true, force: true });
	});

	/** An empty disk but for these files. */
	const fresh = (files: Readonly<Record<string, string>>): void => {
		rmSync(folder, { recursive: true, force: true });
		for (const [path, content] of Object.entries(files)) {
			mkdirSync(join(folder, path, '..'), { recursive: true });
			writeFileSync(join(folder, path), content);
		}
	};

	const create = { source: "export { createFile } from './src/platform/node/createFile.ts';", name: 'createFile' };

	it('while it creates an entry', async () => {
		const steps = await killAtEachStep(
			create,
			(): [string, string, string] => {
				fresh({ 'log/62.md': 'mine' });
				return [folder, 'log/63.md', text];
			},
			async (_, step) => {
				const left = readdirSync(join(folder, 'log')).filter(name => !isTemporaryNote(name));
				const entry = left.includes('63.md') ? readFileSync(join(folder, 'log/63.md'), 'utf8') : text;
				assert.equal(entry === text, true, `step ${step}: ${entry.length} of ${text.length} characters`);
				assert.equal(readFileSync(join(folder, 'log/62.md'), 'utf8'), 'mine');
				age(folder);
				assert.deepEqual(await createFile(folder, 'log/64.md', 'next'), { kind: 'created' });
				assert.deepEqual(readdirSync(join(folder, 'log')).sort(), [...left, '64.md'].sort(), `step ${step}`);
			},
		);
		assert.ok(steps >= 8, `${steps} steps`);
	});

	it('while it creates a leaf bundle, in folders that are new', async () => {
		await killAtEachStep(
			create,
			(): [string, string, string] => {
				fresh({ 'hugo.toml': '' });
				return [folder, 'content/log/63/index.md', text];
			},
			async (_, step) => {
				const page = 'content/log/63/index.md';
				const isThere = tree(folder).includes(page);
				assert.ok(!isThere || readFileSync(join(folder, page), 'utf8') === text, `step ${step}`);
				age(folder);
				assert.equal((await createFile(folder, page, text)).kind, isThere ? 'exists' : 'created', `step ${step}`);
				await createFile(folder, 'content/log/64/index.md', text);
				assert.deepEqual(
					tree(folder).filter(path => /\.(?:md|tmp)$/u.test(path)),
					[page, 'content/log/64/index.md'],
					`step ${step}`,
				);
			},
		);
	});

	it('while it changes the timer, and nobody waits for the lock it held', async () => {
		const source = `import { nodeSharedText } from './src/platform/node/nodeSharedText.ts';
			export const change = (place, text) => nodeSharedText(place).update(() => ({ kind: 'write', text }));`;
		const steps = await killAtEachStep(
			{ source, name: 'change' },
			(): [Parameters<typeof nodeSharedText>[0], string] => {
				fresh({ 'shared/timer.json': 'old' });
				return [{ uri: 'file:///x', path: join(folder, 'shared/timer.json'), lockFolder: join(folder, 'locks') }, text];
			},
			async ([place], step) => {
				const shared = nodeSharedText(place);
				assert.ok(['old', text].includes((await shared.read()) ?? ''), `step ${step}`);
				ageNameless(join(folder, 'locks'));
				age(join(folder, 'shared'));
				await shared.update(() => ({ kind: 'write', text: 'mine' }));
				assert.deepEqual([await shared.read(), readdirSync(join(folder, 'shared'))], ['mine', ['timer.json']], `step ${step}`);
				assert.deepEqual(readdirSync(join(folder, 'locks')), [], `step ${step}`);
			},
		);
		assert.ok(steps >= 10, `${steps} steps`);
	}).timeout(9_000);

	it('while `check --fix` mends an entry', async function () {
		if (process.platform === 'win32') {
			this.skip(); // no modes there
		}
		const victim = { source: "export { replaceFile } from './src/cli/replaceFile.ts';", name: 'replaceFile' };
		const steps = await killAtEachStep(
			victim,
			(): [string, string, string] => {
				fresh({ '1.md': 'old' });
				return [join(folder, '1.md'), 'old', text];
			},
			async ([path], step) => {
				const now = readFileSync(path, 'utf8');
				assert.ok(now === 'old' || now === text, `step ${step}: ${now.length} characters`);
				assert.equal(statSync(path).mode & 0o777, 0o644, `step ${step}`);
				assert.deepEqual(replaceFile(path, now, 'mended'), { kind: 'replaced' });
				age(folder);
				await removeLeftovers(folder, isTemporaryNote);
				assert.deepEqual(readdirSync(folder), ['1.md'], `step ${step}`);
			},
		);
		assert.ok(steps >= 6, `${steps} steps`);
	});
});

/** A lock whose owner was killed between making it and writing its name into it is waited for until it is ten seconds old. */
function ageNameless(locks: string): void {
	const names = existsSync(locks) ? readdirSync(locks) : [];
	for (const path of names.map(name => join(locks, name))) {
		if (!readFileSync(path, 'utf8').endsWith('}')) {
			utimesSync(path, 0, 0);
		}
	}
}
