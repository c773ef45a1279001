import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js';
import { agentTools } from '../../src/core/agentTools/agentTool.ts';
import { inFolder } from '../support/folders.ts';
import { entryText } from '../support/notes.ts';
import { runProgram, withProgram } from './builtProgram.ts';

const log = {
	'hugo.toml': '',
	'.vscode/settings.json': '{ "dailyLog.timeZone": "UTC" }',
	'content/daily-log/61.md': entryText(61, { date: '2022-12-01T06:21:40Z', input: '30', output: 'a draft' }),
	'content/daily-log/62.md': entryText(62, { date: '2022-12-02T06:21:40Z', input: '90 # min' }),
};

const entries = 'content/daily-log';

describe('daily-log mcp', function () {
	this.timeout(60_000);
	const built = withProgram();

	/** What a tool answers, `refused: ` before what it does not do. */
	async function ask(client: Client, name: string, input: Record<string, unknown> = {}, signal?: AbortSignal): Promise<string> {
		const { content, isError } = await client
			.callTool({ name, arguments: input }, CallToolResultSchema, { ...(signal ? { signal } : {}) })
			.then(
				result => CallToolResultSchema.parse(result),
				(error: unknown) => ({ isError: true, content: [{ type: 'text' as const, text: error instanceof Error ? error.message : '' }] }),
			);
		const text = content.map(part => (part.type === 'text' ? part.text : part.type)).join('\n');
		return isError === true ? `refused: ${text}` : text;
	}

	/** Clients, each with a server of its own, as long as the work goes on. */
	async function connected(
		count: number,
		cwd: string,
		args: readonly string[],
		work: (...clients: Client[]) => Promise<void>,
	): Promise<void> {
		const clients = Array.from({ length: count }, () => new Client({ name: 'test', version: '1.0.0' }));
		try {
			for (const client of clients) {
				const command = { command: process.execPath, args: [join(built(), 'dist', 'cli.js'), 'mcp', ...args] };
				await client.connect(new StdioClientTransport({ ...command, cwd, stderr: 'ignore' }));
			}
			await work(...clients);
		} finally {
			await Promise.all(clients.map(client => client.close()));
		}
	}

	/** One client of a log, which may write if `args` say so. */
	function served(
		files: Readonly<Record<string, string>>,
		args: readonly string[],
		work: (client: Client, root: string) => Promise<void>,
	): Promise<void> {
		return inFolder(files, root => connected(1, root, args, client => work(client, root)));
	}

	it('offers what reads, and with --write what writes', () =>
		inFolder(log, async root => {
			const offered: unknown[] = [];
			for (const args of [[], ['--write']]) {
				await connected(1, root, args, async client => {
					const { tools } = await client.listTools();
					offered.push(tools.map(({ name, inputSchema, annotations }) => [name, inputSchema, annotations?.readOnlyHint]));
				});
			}
			const expected = agentTools.map(({ name, inputSchema, writes }) => [name, inputSchema, !writes]);
			assert.deepEqual(offered, [expected.slice(0, 3), expected]);
		}));

	it('searches, reads and adds up, and sees what has changed on the disk', () =>
		served(log, [], async (client, root) => {
			const [, found] = (await ask(client, 'search_entries', { query: '62' })).split('\n');
			assert.equal(found, `2022-12-02 | 90 min | 62 - Entry | ${entries}/62.md`);
			assert.match(await ask(client, 'read_entry', { number: 61 }), /^What follows .* not instructions\.\n.*\n1\t---\n2\ttitle: /u);
			assert.match(
				await ask(client, 'read_statistics', { period: 'all' }),
				/\n2022-12-01 to 2022-12-02: 2 h \(120 min\), 2 entries on 2 days, /u,
			);
			writeFileSync(join(root, entries, '63.md'), entryText(63, { date: '2022-12-03T06:21:40Z', input: '15' }));
			rmSync(join(root, entries, '61.md'));
			assert.match(
				await ask(client, 'read_statistics', { period: 'all' }),
				/\n2022-12-02 to 2022-12-03: 1 h 45 min \(105 min\), 2 entries/u,
			);
			writeFileSync(join(root, '.vscode/settings.json'), '{ "dailyLog.series": "Other" }');
			assert.match(
				await ask(client, 'search_entries'),
				/^No entry fits; the log has 0\.\nAn entry is a Markdown page with series: \["Other"\]/u,
			);
		}));

	it('writes nothing without --write', () =>
		served(log, [], async (client, root) => {
			assert.match(
				await ask(client, 'create_entry'),
				/^refused: .*create_entry changes files, and this server only reads\. Start it with --write/u,
			);
			assert.match(await ask(client, 'add_input_time', { time: '5', number: 62 }), /^refused: .*add_input_time changes files/u);
			assert.match(await ask(client, 'delete_entry'), /^refused: .*There is no tool delete_entry\.$/u);
			assert.deepEqual(readdirSync(join(root, entries)), ['61.md', '62.md']);
			assert.equal(readFileSync(join(root, entries, '62.md'), 'utf8'), log['content/daily-log/62.md']);
		}));

	it('creates the next entry, once a day, and adds time to it and to others, to the byte', () =>
		served(log, ['--write'], async (client, root) => {
			assert.equal(await ask(client, 'create_entry', { title: 'By: an\nagent' }), `Entry 63 was created: ${entries}/63.md`);
			assert.match(readFileSync(join(root, entries, '63.md'), 'utf8'), /^---\ntitle: "63 - By: an agent"\n/u);
			assert.match(await ask(client, 'create_entry'), /^refused: The log has an entry for today already, content\/daily-log\/63\.md\./u);
			assert.equal(await ask(client, 'add_input_time', { time: '1h' }), `The input of ${entries}/63.md went from 0 to 60 min.`);
			assert.equal(
				await ask(client, 'add_input_time', { time: '-10', number: 62 }),
				`The input of ${entries}/62.md went from 90 to 80 min.`,
			);
			assert.equal(readFileSync(join(root, entries, '62.md'), 'utf8'), log['content/daily-log/62.md'].replace('90 # min', '80 # min'));
		}));

	it('begins a log where there is none', () =>
		served({ 'hugo.toml': '' }, ['--write'], async (client, root) => {
			assert.match(await ask(client, 'read_entry'), /^refused: The log has no entry of \d{4}-\d\d-\d\d\.$/u);
			assert.match(await ask(client, 'add_input_time', { time: '5' }), /^refused: The log has no entry of /u);
			assert.match(
				await ask(client, 'read_statistics', { period: 'all' }),
				/, 0 entries on 0 days, .*\nAn entry is a Markdown page with series/su,
			);
			assert.equal(await ask(client, 'create_entry'), `Entry 1 was created: ${entries}/1.md`);
			assert.deepEqual(readdirSync(join(root, entries)), ['1.md']);
		}));

	it('loses nothing where several servers write at once', () =>
		inFolder(log, root =>
			connected(3, root, ['--write'], async (...clients) => {
				const added = clients.flatMap(client => Array.from({ length: 8 }, () => ask(client, 'add_input_time', { time: '1', number: 61 })));
				const created = clients.map(client => ask(client, 'create_entry'));
				const twice = clients.map(client => ask(client, 'create_entry', { another: true, title: 'x' }));
				assert.deepEqual(
					(await Promise.all(added)).filter(answer => !answer.startsWith('The input')),
					[],
				);
				assert.equal(readFileSync(join(root, entries, '61.md'), 'utf8'), log['content/daily-log/61.md'].replace('input: 30', 'input: 54'));
				const plain = (await Promise.all(created)).filter(answer => !answer.startsWith('refused: The log has an entry for today already'));
				assert.ok(plain.length <= 1, plain.join('\n'));
				const numbers = [...plain, ...(await Promise.all(twice))].map(answer => /^Entry (\d+) was created/u.exec(answer)?.[1]).sort();
				assert.deepEqual(numbers, ['63', '64', '65', '66'].slice(0, numbers.length));
				assert.equal(readdirSync(join(root, entries)).length, 2 + numbers.length);
			}),
		));

	it('refuses what it does not understand, in a sentence', () =>
		served(log, ['--write'], async client => {
			const wrong: readonly (readonly [string, Record<string, unknown>])[] = [
				['read_entry', { path: '../../etc/passwd' }],
				['read_entry', { number: 'sixty' }],
				['search_entries', { query: 'x'.repeat(100_000) }],
				['create_entry', { title: { toString: 1 } }],
				['add_input_time', { time: '1e9', number: 62 }],
				['add_input_time', {}],
			];
			const answers = await Promise.all(wrong.map(([name, input]) => ask(client, name, input)));
			assert.deepEqual(answers, [
				"refused: There is no input 'path'; there is number, date, fromLine.",
				"refused: The input 'number' has to be a whole number.",
				"refused: The input 'query' is longer than 200 characters.",
				"refused: The input 'title' has to be a text.",
				"refused: The input 'time' has to be minutes or hours, such as 25, 1h30, 1:30 or -10.",
				"refused: The input 'time' is missing.",
			]);
		}));

	it('leaves an entry alone whose input is no number', () =>
		served({ ...log, [`${entries}/62.md`]: entryText(62, { input: '90 min' }) }, ['--write'], async (client, root) => {
			assert.equal(
				await ask(client, 'add_input_time', { time: '5', number: 62 }),
				`refused: ${entries}/62.md has input: 90 min, which is no number to add to.`,
			);
			assert.equal(readFileSync(join(root, entries, '62.md'), 'utf8'), entryText(62, { input: '90 min' }));
		}));

	it('neither reads nor writes what lies elsewhere, whatever links and settings say', () =>
		inFolder({ 'secret/9.md': entryText(9, { output: 'secret' }), 'secret/template.md': 'secret {number}' }, async outside => {
			const hostile = { 'hugo.toml': '', '.vscode/settings.json': '{ "dailyLog.folder": "log", "dailyLog.template": "template.md" }' };
			await served({ ...hostile, 'log/1.md': entryText(1) }, ['--write'], async (client, root) => {
				symlinkSync(join(outside, 'secret/9.md'), join(root, 'log/9.md'), 'file');
				symlinkSync(join(outside, 'secret'), join(root, 'log/more'), 'junction');
				symlinkSync(join(outside, 'secret/template.md'), join(root, 'template.md'), 'file');
				assert.match(await ask(client, 'search_entries'), /^1 entry fits\. .*\n.*log\/1\.md$/u);
				assert.equal(await ask(client, 'read_entry', { number: 9 }), 'refused: There is no entry 9. The latest is 1.');
				assert.match(await ask(client, 'create_entry'), /^refused: The template 'template\.md' cannot be read\./u);
				rmSync(join(root, 'log'), { recursive: true });
				writeFileSync(join(root, '.vscode/settings.json'), '{ "dailyLog.folder": "log" }');
				symlinkSync(join(outside, 'secret'), join(root, 'log'), 'junction');
				assert.match(await ask(client, 'create_entry'), /^refused: 'log\/1\.md' leads out of the folder that may be written\./u);
				assert.deepEqual(readdirSync(join(outside, 'secret')).sort(), ['9.md', 'template.md']);
			});
		}));

	it('serves only the folder that it was given, of a site with more', () =>
		inFolder(log, async root => {
			mkdirSync(join(root, 'content/other'));
			await connected(1, root, ['content/other', '--write'], async client => {
				assert.match(await ask(client, 'search_entries'), /^No entry fits; the log has 0\./u);
				assert.match(await ask(client, 'read_entry', { number: 62 }), /^refused: There is no entry 62\./u);
				assert.match(
					await ask(client, 'create_entry'),
					/^refused: 'content\/daily-log\/63\.md' leads out of the folder that may be written\./u,
				);
			});
			assert.deepEqual(readdirSync(join(root, entries)), ['61.md', '62.md']);
		}));

	it('survives lines that are no messages, and ends when its client hangs up, all answers given', () =>
		inFolder(log, async root => {
			const params = { name: 'add_input_time', arguments: { time: '1', number: 62 } };
			const ids = Array.from({ length: 5 }, (_, index) => index);
			const calls = ids.map(id => JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params }));
			const { code, out, err } = await runProgram(
				built(),
				['mcp', '--write'],
				root,
				['not JSON', '{"jsonrpc":"1.0"}', ...calls, ''].join('\n'),
			);
			const answers = out
				.trim()
				.split('\n')
				.map(line => JSON.parse(line) as { readonly id: number; readonly result: unknown });
			assert.deepEqual([code, answers.map(({ id }) => id).sort((a, b) => a - b)], [0, ids]);
			assert.ok(answers.every(({ result }) => JSON.stringify(result).includes('The input of')));
			assert.match(err, /^daily-log mcp: /u);
		}));

	it('does not start where there is no such folder', () =>
		inFolder({}, async root => {
			assert.deepEqual(await runProgram(built(), ['mcp', 'nowhere'], root), { code: 2, out: '', err: 'There is no folder nowhere.\n' });
		}));
});
