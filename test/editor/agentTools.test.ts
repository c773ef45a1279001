import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activate, at, describeLog, instant, list, read, until, withLog } from './logDriver.ts';

const now = instant('2022-12-02T10:00:00-07:00');

function entry(number: number, fields: string, day = '2022-12-02'): string {
	return `---\ntitle: "${number} - a"\ndate: ${day}T06:21:40-07:00\n${fields}\noutput: x\n---\nProse.\n`;
}

/** What the tool answers a model, or `failed: ` and the sentence. A dialog that asks is answered with yes: under test VS Code shows none. */
async function ask(tool: string, input: object, token?: vscode.CancellationToken): Promise<string> {
	try {
		const { content } = await vscode.lm.invokeTool(`dailyLog_${tool}`, { input, toolInvocationToken: undefined }, token);
		return content.map(part => (part instanceof vscode.LanguageModelTextPart ? part.value : JSON.stringify(part))).join('\n');
	} catch (error) {
		return `failed: ${error instanceof Error ? error.message : String(error)}`;
	}
}

describeLog('The tools of language models', () => {
	it('are there, each with a schema', async () => {
		await activate();
		const names = ['search_entries', 'read_entry', 'read_statistics', 'create_entry', 'add_input_time'].map(name => `dailyLog_${name}`);
		const ours = (): readonly vscode.LanguageModelToolInformation[] => vscode.lm.tools.filter(({ name }) => name.startsWith('dailyLog_'));
		// The editor looks at their `when` after the log was found.
		await until('the tools', () => ours().length === names.length);
		assert.deepEqual(
			ours().map(({ name, inputSchema }) => [name, typeof inputSchema]),
			names.map(name => [name, 'object']),
		);
	});

	it('search, read and add up, unsaved changes included', () =>
		withLog({ '61.md': entry(61, 'input: 30', '2022-12-01'), '62.md': entry(62, 'input: 90') }, {}, async ({ api, folder }) => {
			await api.clock.set(now);
			const editor = await vscode.window.showTextDocument(at(`${folder}/62.md`));
			await editor.edit(builder => {
				builder.insert(new vscode.Position(6, 0), 'Unsaved ');
			});
			const [, ...found] = (await ask('search_entries', { query: '62' })).split('\n');
			assert.deepEqual(found, [`2022-12-02 | 90 min | 62 - a | output: x | ${folder}/62.md`]);
			assert.match(await ask('read_entry', {}), /\n1\t---\n2\ttitle: "62 - a"\n(?:.*\n){4}7\tUnsaved Prose\.\n8\t$/u);
			assert.match(
				await ask('read_statistics', { period: 'month' }),
				/\n2022-12-01 to 2022-12-31: 2 h \(120 min\), 2 entries on 2 days, 3 words\.\n/u,
			);
		}));

	it('create the next entry in the shape of the log, and a second one of today only when told to', () =>
		withLog({ '62.md': entry(62, 'input: 90') }, {}, async ({ api, folder, told }) => {
			await api.clock.set(now);
			assert.match(await ask('create_entry', { title: 'By a model' }), /^failed: .*The log has an entry for today already/u);
			assert.deepEqual(await list(folder), ['62.md']);
			assert.equal(await ask('create_entry', { title: 'By a: model', another: true }), `Entry 63 was created: ${folder}/63.md`);
			assert.match(await read(`${folder}/63.md`), /^---\ntitle: "63 - By a: model"\ndate: 2022-12-02T10:00:00-07:00\n/u);
			assert.deepEqual(told(), []);
		}));

	it('add time to today’s entry or the one that is named, and change nothing else', () =>
		withLog({ '61.md': entry(61, 'input: 30', '2022-12-01'), '62.md': entry(62, 'input: 90 # min') }, {}, async ({ api, folder }) => {
			await api.clock.set(now);
			assert.equal(await ask('add_input_time', { time: '1h30' }), `The input of ${folder}/62.md went from 90 to 180 min.`);
			assert.equal(await ask('add_input_time', { time: '-10', number: 61 }), `The input of ${folder}/61.md went from 30 to 20 min.`);
			assert.equal(await read(`${folder}/62.md`), entry(62, 'input: 180 # min'));
			assert.equal(await read(`${folder}/61.md`), entry(61, 'input: 20', '2022-12-01'));
		}));

	it('say in a sentence what stands in the way, and change nothing', () =>
		withLog({ '62.md': entry(62, 'input: 90 min') }, {}, async ({ api, folder }) => {
			await api.clock.set(now);
			const answers = [
				await ask('add_input_time', { time: '5' }),
				await ask('add_input_time', { time: 'long' }),
				await ask('read_entry', { number: 7 }),
				await ask('search_entries', { path: '../..' }),
			];
			assert.deepEqual(
				answers.map(answer => /^failed: (?:Error: |ToolRefusal: |Tool .*? error: )?(.+)$/su.exec(answer)?.[1]),
				[
					'“62 - a” has `input: 90 min`, which is no number to add to. Correct it first.',
					"The input 'time' has to be minutes or hours, such as 25, 1h30, 1:30 or -10.",
					'There is no entry 7. The latest is 62.',
					"There is no input 'path'; there is query, from, to, tag, limit.",
				],
			);
			assert.equal(await read(`${folder}/62.md`), entry(62, 'input: 90 min'));
		}));

	it('write nothing once they are cancelled', () =>
		withLog({ '62.md': entry(62, 'input: 90') }, {}, async ({ api, folder }) => {
			await api.clock.set(now);
			const source = new vscode.CancellationTokenSource();
			source.cancel();
			assert.match(await ask('create_entry', { another: true }, source.token), /^failed: /u);
			assert.match(await ask('add_input_time', { time: '5' }, source.token), /^failed: /u);
			assert.deepEqual([await list(folder), await read(`${folder}/62.md`)], [['62.md'], entry(62, 'input: 90')]);
		}));
});
