import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkLog, type CheckRequest } from '../../src/cli/checkLog.ts';
import { inFolder } from '../support/folders.ts';
import { entryText } from '../support/notes.ts';

interface Answer {
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

/** In that folder, unless the request names another. */
async function check(folder: string, request: Partial<CheckRequest> = {}): Promise<Answer> {
	let out = '';
	let err = '';
	const code = await checkLog(
		{ targets: ['.'], currentFolder: folder, format: 'text', fix: false, severity: {}, ...request },
		{ out: text => (out += text), err: text => (err += text) },
	);
	return { code, out, err };
}

/** A small log with one mistake of each kind that the tests below look at. */
const log = {
	'log/1.md': entryText(1, { output: 'x', draft: 'false' }),
	'log/2.md': entryText(2, { output: 'x', draft: 'yes', date: '2022-12-03T06:21:40-07:00' }),
	'log/3.md': entryText(3, { output: 'x', draft: 'false', input: '1h30', date: '2022-12-04T06:21:40-07:00' }),
};

describe('daily-log check', () => {
	it('prints file, line, column, severity and code, and exits with 1 on an error', () =>
		inFolder(log, async root => {
			const { code, out, err } = await check(root);
			assert.equal(code, 1);
			assert.deepEqual(
				out.split('\n').map(line => line.split(': ').slice(0, 2).join(': ')),
				['log/2.md:7:8: error draft.notBoolean', 'log/3.md:5:8: error input.invalid', ''],
			);
			assert.equal(err, '3 entries checked: 2 errors.\n');
		}));

	it('exits with 0 where nothing is an error, and with 2 where there is no folder', () =>
		inFolder({ 'log/1.md': log['log/1.md'] }, async root => {
			assert.deepEqual(await check(root), { code: 0, out: '', err: '1 entry checked: no errors.\n' });
			assert.equal((await check(root, { targets: ['nowhere'] })).code, 2);
		}));

	it('heeds the settings of the folder', () => {
		const settings = '{\n// comments are fine\n"dailyLog.validation.severity": { "draft.notBoolean": "hint", "input.invalid": "off" },\n}';
		return inFolder({ ...log, '.vscode/settings.json': settings }, async root => {
			const { code, out } = await check(root);
			assert.equal(code, 0);
			assert.match(out, /^log\/2\.md:7:8: hint draft\.notBoolean: .+\n$/u);
		});
	});

	it('reports links that lead nowhere, of other notes too where the settings wish it', () => {
		const right = entryText(1, { output: 'x', draft: 'false' }, 'See [[nobody]] and [[2]].\n');
		const files = {
			'log/1.md': right,
			'log/2.md': entryText(2, { output: 'x', draft: 'false', date: '2022-12-03T06:21:40-07:00' }),
			'a.md': '[[nothing]]\n',
		};
		const checks = (settings: string): Promise<void> =>
			inFolder({ ...files, '.vscode/settings.json': settings }, async root => {
				const { out } = await check(root);
				assert.deepEqual(
					out
						.split('\n')
						.filter(Boolean)
						.map(line => line.split(': ').slice(0, 2).join(': ')),
					expected.get(settings),
				);
			});
		const inEntry = 'log/1.md:9:7: information link.unresolved';
		const expected = new Map([
			['{}', [inEntry]],
			['{ "dailyLog.wikiLinks.checkAllNotes": true }', [inEntry, 'a.md:1:3: information link.unresolved']],
			['{ "dailyLog.wikiLinks.enabled": false, "dailyLog.wikiLinks.checkAllNotes": true }', []],
		]);
		return Promise.all([...expected.keys()].map(checks));
	});

	it('mends what needs no decision, and not a byte more', () => {
		const marked = {
			'log/4.md': '\uFEFF' + entryText(4, { output: 'x # y', draft: 'on', date: '2022-12-05T06:21:40-07:00' }).replaceAll('\n', '\r\n'),
		};
		return inFolder({ ...log, ...marked }, async root => {
			const before = statSync(join(root, 'log/1.md')).mtimeMs;
			const { code, out, err } = await check(root, { fix: true });
			assert.deepEqual([code, out], [0, '']);
			assert.match(err, /4 entries checked: 3 mended, no errors/u);
			const text = (path: string): string => readFileSync(join(root, path), 'utf8');
			assert.equal(text('log/2.md'), log['log/2.md'].replace('draft: yes', 'draft: true'));
			assert.equal(text('log/3.md'), log['log/3.md'].replace('input: 1h30', 'input: 90'));
			assert.equal(text('log/4.md'), marked['log/4.md'].replace('draft: on', 'draft: true'));
			assert.equal(statSync(join(root, 'log/1.md')).mtimeMs, before);
			assert.deepEqual(readdirSync(join(root, 'log')).sort(), ['1.md', '2.md', '3.md', '4.md']);
		});
	});

	it('answers as JSON', () =>
		inFolder(log, async root => {
			const [first] = JSON.parse((await check(root, { format: 'json' })).out) as readonly Record<string, unknown>[];
			const { message, ...place } = first ?? {};
			assert.equal(typeof message, 'string');
			assert.deepEqual(place, {
				path: 'log/2.md',
				line: 7,
				column: 8,
				endLine: 7,
				endColumn: 11,
				severity: 'error',
				code: 'draft.notBoolean',
			});
		}));

	it('answers as SARIF', () =>
		inFolder(log, async root => {
			const sarif = JSON.parse((await check(root, { format: 'sarif' })).out) as {
				version: string;
				runs: { tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string; ruleIndex: number; level: string }[] }[];
			};
			const [run] = sarif.runs;
			assert.equal(sarif.version, '2.1.0');
			assert.deepEqual(
				run?.results.map(({ ruleId, ruleIndex, level }) => [ruleId, run.tool.driver.rules[ruleIndex]?.id, level]),
				[
					['draft.notBoolean', 'draft.notBoolean', 'error'],
					['input.invalid', 'input.invalid', 'error'],
				],
			);
		}));
});
