import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { holdingLogLock } from '../../src/cli/createEntry.ts';
import { newEntry, type NewRequest } from '../../src/cli/newEntry.ts';
import { createNext } from '../../src/platform/createNext.ts';
import { inFolder } from '../support/folders.ts';
import { entryText } from '../support/notes.ts';

async function create(currentFolder: string, request: Partial<NewRequest> = {}): Promise<readonly [number, string, string]> {
	let out = '';
	let err = '';
	const now = Date.UTC(2022, 11, 5, 13, 21, 40);
	const code = await newEntry(
		{ folder: '.', currentFolder, title: '', date: undefined, now, ...request },
		{ out: text => (out += text), err: text => (err += text) },
	);
	return [code, out.replaceAll('\\', '/'), err];
}

const date = '2022-12-05T06:21:40-07:00';
const log = {
	'hugo.toml': '',
	'content/daily-log/08.md': entryText(8, { output: 'x', draft: 'false' }),
	'content/daily-log/09.md': entryText(9, { output: 'x', draft: 'false' }),
};

describe('daily-log new', () => {
	it('takes its lock also for a user who has no name, as in many containers', async function () {
		if (process.geteuid?.() !== 0) {
			this.skip(); // only root can be somebody else
		}
		await inFolder(log, async root => {
			process.seteuid?.(54_321);
			try {
				assert.throws(() => userInfo());
				assert.equal(await holdingLogLock(root, () => Promise.resolve('done')), 'done');
			} finally {
				process.seteuid?.(0);
			}
		});
	});

	it('creates the next entry as the latest ones are, and prints its path', () =>
		inFolder(log, async root => {
			assert.deepEqual(await create(root, { title: 'On "craft": a tour', date }), [0, 'content/daily-log/10.md\n', '']);
			const text = readFileSync(join(root, 'content/daily-log/10.md'), 'utf8');
			assert.match(text, /^title: "10 - On \\"craft\\": a tour"$/mu);
			assert.match(text, new RegExp(`^date: "?${date}"?$`, 'mu'));
			assert.match(text, /^output: $/mu);
		}));

	it('finds the site from any folder of it, and takes now in the zone of the log', () =>
		inFolder({ ...log, '.vscode/settings.json': '{ "dailyLog.timeZone": "Asia/Tokyo" }' }, async root => {
			assert.deepEqual(await create(join(root, 'content/daily-log')), [0, '10.md\n', '']);
			assert.match(readFileSync(join(root, 'content/daily-log/10.md'), 'utf8'), /^date: "?2022-12-05T22:21:40\+09:00"?$/mu);
		}));

	it('begins a log with entry 1', () =>
		inFolder({ 'hugo.toml': '' }, async root => {
			assert.deepEqual(await create(root, { title: 'Hello' }), [
				0,
				'content/daily-log/1.md\n',
				'There was no entry yet: this is the first one.\n',
			]);
		}));

	it('never overwrites what the log does not know of', () =>
		inFolder({ ...log, 'content/daily-log/.gitignore': '10.md\n', 'content/daily-log/10.md': 'mine' }, async root => {
			const [code, , err] = await create(root);
			assert.equal(code, 2);
			assert.match(err, /^'content\/daily-log\/10\.md' is there already and was left as it is\./u);
			assert.equal(readFileSync(join(root, 'content/daily-log/10.md'), 'utf8'), 'mine');
			assert.deepEqual(readdirSync(join(root, 'content/daily-log')).sort(), ['.gitignore', '08.md', '09.md', '10.md']);
		}));

	it('says what is wrong with the folder', () =>
		inFolder(log, async root => {
			assert.deepEqual(await create(root, { folder: 'nowhere' }), [2, '', 'There is no folder nowhere.\n']);
			assert.deepEqual(await create(root, { folder: 'hugo.toml' }), [2, '', 'There is no folder hugo.toml.\n']);
		}));

	it('heeds dailyLog.template', () =>
		inFolder({ ...log, '.vscode/settings.json': '{ "dailyLog.template": "../mine.md" }' }, async root => {
			const [code, , err] = await create(root);
			assert.equal(code, 2);
			assert.match(err, /^dailyLog\.template names '\.\.\/mine\.md', which is outside of .+\n$/u);
			assert.equal(existsSync(join(root, 'content/daily-log/10.md')), false);
		}));

	it('creates nothing outside the folder, whatever the settings say', () =>
		inFolder({ 'site/.vscode/settings.json': '{ "dailyLog.folder": "../other" }', 'other/a.txt': '' }, async root => {
			const [code, out, err] = await create(join(root, 'site'));
			assert.deepEqual([code, out, readdirSync(join(root, 'other'))], [2, '', ['a.txt']]);
			assert.match(err, /'\.\.\/other\/1\.md' cannot be created, and nothing was written: No file is created outside the folder\./u);
		}));

	it('uses the archetype of the section', () =>
		inFolder(
			{ ...log, 'archetypes/daily-log.md': '---\ntitle: "{{ .Name }}"\ndate: {{ .Date }}\nseries: ["Daily Log"]\nmood: good\n---\n' },
			async root => {
				assert.equal((await create(root))[0], 0);
				assert.match(readFileSync(join(root, 'content/daily-log/10.md'), 'utf8'), /^mood: good$/mu);
			},
		));
});

describe('the next entry', () => {
	const planned = (number: number): ReturnType<Parameters<typeof createNext>[1]> =>
		Promise.resolve({ kind: 'plan', path: `${number}.md`, text: '', stops: [] });

	it('gets another number where somebody was quicker, and none where that never ends', async () => {
		let number = 0;
		const tried: string[] = [];
		const creation = await createNext(
			path => {
				tried.push(path);
				return Promise.resolve({ kind: path === '3.md' ? 'created' : 'exists' });
			},
			() => planned(++number),
		);
		assert.deepEqual([creation.kind, tried], ['created', ['1.md', '2.md', '3.md']]);
		const crowded = await createNext(
			() => Promise.resolve({ kind: 'exists' }),
			() => planned(++number),
		);
		assert.deepEqual(crowded, { kind: 'crowded' });
	});

	it('is given up where the same name would be tried again', async () => {
		const taken = await createNext(
			() => Promise.resolve({ kind: 'exists' }),
			() => planned(5),
		);
		assert.deepEqual(taken, { kind: 'taken', path: '5.md' });
	});
});
