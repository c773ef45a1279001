import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
	activate,
	at,
	closeEditors,
	describeLog,
	list,
	pause,
	read,
	remove,
	run,
	set,
	until,
	write,
	type Api,
	type Files,
} from '../logDriver.ts';

/** A folder of its own for each test: what the file system tells late of one concerns no other. */
let log = '';
let logs = 0;

function entry(number: number, body = ''): string {
	return `---\ntitle: "${number} - Entry"\n---\n${body}`;
}

/** The text of a note, of its editor where it is open. */
async function textOf(path: string): Promise<string> {
	const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === at(path).toString());
	return open?.getText() ?? read(path);
}

describeLog('dailyLog.renumber', () => {
	let api: Api;

	before(async () => {
		api = await activate();
	});

	/** A log of its own, with just these files. */
	async function start(files: Files): Promise<void> {
		await closeEditors();
		log = `renumbered-${++logs}`;
		for (const [name, text] of Object.entries(files)) {
			await write(`${log}/${name}`, text);
		}
		await set({ folder: log });
		const numbered = Object.keys(files).filter(name => /^\d+(?:\.md|\/index\.md)$/u.test(name)).length;
		await until(
			'the log to be read',
			() => api.entries().length === numbered,
			() => api.entries().map(({ path }) => path),
		);
		// The preview takes files that change while it is open for a conflict, and news of those just written come late.
		await pause(1000);
	}

	afterEach(async () => {
		await closeEditors();
		await remove(log);
	});

	/** Calls the command, applies or discards what the preview shows, returns all files and what was said. */
	async function renumber(
		given: unknown,
		answer: 'apply' | 'discard' = 'apply',
	): Promise<{ readonly files: Files; readonly told: string }> {
		const before = api.told.length;
		const state = { running: true };
		const running = run('dailyLog.renumber', given).finally(() => {
			state.running = false;
		});
		// The first preview of a window may take longer than `until` waits.
		for (const end = Date.now() + 15_000; state.running && Date.now() < end;) {
			await run(`refactorPreview.${answer}`);
			await pause(400);
		}
		await running;
		const names = await list(log);
		const files = Object.fromEntries(await Promise.all(names.map(async name => [name, await textOf(`${log}/${name}`)] as const)));
		return { files, told: api.told.slice(before).join('\n') };
	}

	// Numbers that the sample log beside it does not have.
	const chain: Files = {
		'101.md': entry(101, '[[102]] [[103 - Entry]] `[[102]]`\n'),
		'102.md': entry(102),
		'103/index.md': entry(103, '[[104]]\n').replaceAll('\n', '\r\n'),
		'103/more.md': '[[../102]]\n',
		'104.md': '---\ntitle: Without a number\n---\n',
		'105.md': '---\ntitle: Neither\n---\n',
		'note.md': '| [[103\\|three]] | ![[102.md#H]] |\n',
	};

	const shifted: Files = {
		'101.md': entry(101, '[[103]] [[104 - Entry]] `[[102]]`\n'),
		'103.md': entry(103),
		'104/index.md': entry(104, '[[105]]\n').replaceAll('\n', '\r\n'),
		'104/more.md': '[[../103]]\n',
		'105.md': '---\ntitle: Without a number\n---\n',
		'106.md': '---\ntitle: Neither\n---\n',
		'note.md': '| [[104\\|three]] | ![[103.md#H]] |\n',
	};

	it('shifts numbers up: titles, names, links, although each name is taken by the next entry', async () => {
		await start(chain);
		assert.deepEqual(await renumber({ mode: 'shift', from: 102, by: 1 }), {
			files: shifted,
			told: 'Renumbered 4 entries: 4 files or folders renamed, 6 links changed.',
		});
		await until(
			'the index to follow',
			() =>
				api
					.entries()
					.map(({ number }) => number)
					.join() === '101,103,104,105,106',
		);
	});

	it('takes back what it did, names, titles and links', async () => {
		await start(chain);
		await renumber({ mode: 'shift', from: 102, by: 1 });
		const { files, told } = await renumber({ mode: 'undo' });
		assert.deepEqual(files, chain);
		assert.equal(told, 'Renumbered 4 entries: 4 files or folders renamed, 6 links changed.');
	});

	it('closes the gap again, which a quick fix asks for', async () => {
		await start(shifted);
		const { files } = await renumber({ mode: 'closeGaps', from: 103 });
		assert.deepEqual(files, chain);
	});

	it('closes all gaps, and takes the text of unsaved editors', async () => {
		await start({ '1.md': entry(1), '3.md': entry(3), '7.md': entry(7), 'note.md': 'x' });
		const editor = await vscode.window.showTextDocument(at(`${log}/note.md`));
		await editor.edit(edit => {
			edit.insert(new vscode.Position(0, 0), '[[7]] ');
		});
		const { files } = await renumber({ mode: 'closeGaps' });
		assert.deepEqual(files, { '1.md': entry(1), '2.md': entry(2), '3.md': entry(3), 'note.md': '[[3]] x' });
	});

	it('changes nothing when the preview is discarded, and blames no file', async () => {
		const files = { '1.md': entry(1, '[[3]]\n'), '3.md': entry(3), '4.md': entry(4) };
		await start(files);
		await vscode.window.showTextDocument(at(`${log}/3.md`));
		assert.deepEqual(await renumber({ mode: 'closeGaps' }, 'discard'), { files, told: 'Nothing was renumbered.' });
	});

	it('does nothing but say why where a name is taken, or there is nothing to do', async () => {
		const files = { '1.md': entry(1), '3.md': entry(3) };
		await start(files);
		await write(`${log}/2.md/file.txt`, 'x');
		assert.equal(
			(await renumber({ mode: 'closeGaps' })).told,
			`Nothing was renumbered: “${log}/2.md” is the name that an entry would get, and something else has it.`,
		);
		assert.equal(
			(await renumber({ mode: 'shift', from: 9, by: 1 })).told,
			'There is nothing to renumber: no entry has number 9 or a higher one.',
		);
		assert.equal(
			(await renumber({ mode: 'shift', from: 3, by: -2 })).told,
			'Nothing was renumbered: entry 1 is in the way of the entries above it.',
		);
		assert.deepEqual(await list(log), ['1.md', '2.md/file.txt', '3.md']);
	});
});
