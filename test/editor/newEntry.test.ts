import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
	at,
	closeEditors,
	describeLog,
	instant,
	lines,
	list,
	read,
	run,
	shown,
	until,
	withLog,
	write,
	type Files,
	type LogSettings,
} from './logDriver.ts';

const now = '2022-12-03T07:00:00-07:00';

/** An entry as the real log has them. */
function entry(number: string | number, title: string, ...changes: readonly (readonly [from: string, to: string])[]): string {
	const day = String(1 + (Number(number) % 28)).padStart(2, '0');
	const text = lines(
		...['---', `title: "${number} - ${title}"`, `date: 2022-11-${day}T06:21:40-07:00`, 'series: ["Daily Log"]', 'tags: ["daily-log"]'],
		...['toc: false', 'input: 90', 'output: The same every day', 'draft: false', '---', `Prose about ${title}.`, '', '{{% subscribe %}}'],
	);
	return changes.reduce((changed, [from, to]) => changed.replace(from, to), text);
}

/** What comes after such entries. */
function newEntry(title: string): string {
	return lines(
		...['---', `title: ${title}`, `date: ${now}`, 'series: ["Daily Log"]', 'tags: ["daily-log"]'],
		...['toc: false', 'input: 0', 'output: ', 'draft: false', '---', '', '', '{{% subscribe %}}'],
	);
}

/** The path and the text that come after these files. */
async function next(files: Files, title = 'Reading about craft', settings: LogSettings = {}): Promise<readonly [string, string]> {
	let created: readonly [string, string] = ['', ''];
	await withLog(files, settings, async log => {
		log.api.clock.set(instant(now));
		created = await log.create(title);
	});
	return created;
}

describeLog('New Daily Log learns the name', () => {
	const names: readonly (readonly [habit: string, files: Files, expected: string])[] = [
		['62.md', { '61.md': entry(61, 'Hexes'), '62.md': entry(62, 'Restarting') }, '63.md'],
		['62-slug.md', { '61-hexes.md': entry(61, 'Hexes'), '62-restarting.md': entry(62, 'Restarting') }, '63-reading-about-craft.md'],
		[
			'62 - Title.md',
			{ '61 - Hexes.md': entry(61, 'Hexes'), '62 - So it goes.md': entry(62, 'So it goes') },
			'63 - Reading about craft.md',
		],
		['062.md', { '061.md': entry('061', 'Hexes'), '062.md': entry('062', 'Restarting') }, '063.md'],
		['62_slug.md', { '61_old_hexes.md': entry(61, 'Old hexes'), '62_so_it_goes.md': entry(62, 'So it goes') }, '63_reading_about_craft.md'],
		['62/index.md', { '61/index.md': entry(61, 'Hexes'), '62/index.md': entry(62, 'Restarting') }, '63/index.md'],
		[
			'62-slug/index.md',
			{ '61-hexes/index.md': entry(61, 'Hexes'), '62-restarting/index.md': entry(62, 'Restarting') },
			'63-reading-about-craft/index.md',
		],
		[
			'2022-11-30.md',
			{
				'2022-11-29.md': entry(61, 'Hexes', ['2022-11-06', '2022-11-29']),
				'2022-11-30.md': entry(62, 'Restarting', ['2022-11-07', '2022-11-30']),
			},
			'2022-12-03.md',
		],
		['2022/11/62.md', { '2022/11/61.md': entry(61, 'Hexes'), '2022/11/62.md': entry(62, 'Restarting') }, '2022/12/63.md'],
		[
			'the newest habit',
			{ '1-a.md': entry(1, 'a'), '2-b.md': entry(2, 'b'), '3.md': entry(3, 'c'), '4.md': entry(4, 'd'), '5.md': entry(5, 'e') },
			'6.md',
		],
	];
	for (const [habit, files, expected] of names) {
		it(habit, async () => {
			assert.equal((await next(files))[0], expected);
		});
	}

	it('or takes dailyLog.fileName', async () => {
		const files = { '61.md': entry(61, 'Hexes'), '62.md': entry(62, 'Restarting') };
		const name = async (fileName: string) => (await next(files, 'Reading about craft', { fileName }))[0];
		assert.deepEqual(
			[await name('{number:4}-{slug}'), await name('{number} - {title}.md'), await name('{year}/{date}/index.md')],
			['0063-reading-about-craft.md', '63 - Reading about craft.md', '2022/2022-12-03/index.md'],
		);
	});

	it('and refuses a pattern that cannot be', () =>
		withLog({ '62.md': entry(62, 'Restarting') }, { fileName: '../{number}' }, async log => {
			await run('dailyLog.new', { title: 'x' });
			assert.deepEqual([await list(log.folder), log.told().length], [['62.md'], 1]);
			assert.match(log.told()[0] ?? '', /'\.\.\/\{number\}' leads out of the log's folder/);
		}));
});

describeLog('New Daily Log learns the text', () => {
	const two = { '61.md': entry(61, 'Hexes'), '62.md': entry(62, 'Restarting') };

	it('fields, order, quoting, tail; input 0 and output empty although all agree', async () => {
		assert.deepEqual(await next(two), ['63.md', newEntry('"63 - Reading about craft"')]);
	});

	it('and quotes a title that needs it', async () => {
		const plain = Object.fromEntries(Object.entries(two).map(([path, text]) => [path, text.replace(/title: "(.*)"/u, 'title: $1')]));
		assert.deepEqual(
			[(await next(two, 'Say "hi": a \\ b #1'))[1], (await next(plain, 'Plain words'))[1], (await next(plain, 'C#: [a] {b} # c'))[1]].map(
				text => text.split('\n')[1],
			),
			['title: "63 - Say \\"hi\\": a \\\\ b #1"', 'title: 63 - Plain words', 'title: "63 - C#: [a] {b} # c"'],
		);
	});

	it('of a TOML log', async () => {
		const toml = (number: number) =>
			lines(
				...[
					'+++',
					`title = '${number} - a${number}'`,
					`date = 2022-11-${number - 40}T06:21:40-07:00`,
					'series = ["Daily Log"]',
					'input = 90',
				],
				...['output = "x"', 'draft = true', '+++', '', `Prose ${number}.`],
			);
		assert.deepEqual(await next({ '61.md': toml(61), '62.md': toml(62) }), [
			'63.md',
			lines(
				...['+++', "title = '63 - Reading about craft'", `date = ${now}`, 'series = ["Daily Log"]', 'input = 0'],
				...['output = ""', 'draft = true', '+++', '', ''],
			),
		]);
	});

	it('with its line ends', async () => {
		const windows = (text: string) => text.replaceAll('\n', '\r\n');
		const files = Object.fromEntries(Object.entries(two).map(([path, text]) => [path, windows(text)]));
		assert.equal((await next(files))[1], windows(newEntry('"63 - Reading about craft"')));
	});

	it('with renamed fields', async () => {
		const renamed = (text: string) => text.replace('input:', 'minutes:').replace('output:', 'result:');
		const files = Object.fromEntries(Object.entries(two).map(([path, text]) => [path, renamed(text)]));
		const [, text] = await next(files, 'Reading about craft', { fields: { input: 'minutes', output: 'result' } });
		assert.equal(text, renamed(newEntry('"63 - Reading about craft"')));
	});
});

describeLog('New Daily Log leaves', () => {
	const two = { '61.md': entry(61, 'Hexes'), '62.md': entry(62, 'Restarting') };
	const afterTab = async () => {
		await run('jumpToNextSnippetPlaceholder');
		return shown().text;
	};

	it('the caret at the output, then in the body; the file saved', () =>
		withLog(two, {}, async log => {
			log.api.clock.set(instant(now));
			const [path, text] = await log.create('Reading about craft');
			const editor = shown();
			assert.deepEqual([editor.path, editor.dirty], [`${log.folder}/${path}`, false]);
			assert.equal(editor.text, text.replace('output: ', 'output: |'));
			assert.equal(await afterTab(), text.replace('---\n\n', '---\n|\n'));
		}));

	it('the caret at the title, where none was typed', () =>
		withLog(two, {}, async log => {
			log.api.clock.set(instant(now));
			const [, text] = await log.create('');
			assert.equal(text, newEntry('"63 - "'));
			assert.equal(shown().text, text.replace('63 - ', '63 - |'));
			await run('type', { text: 'Craft' });
			const typed = text.replace('63 - ', '63 - Craft');
			assert.equal(await afterTab(), typed.replace('output: ', 'output: |'));
			assert.equal(await afterTab(), typed.replace('---\n\n', '---\n|\n'));
		}));

	it('the entry in the list at once, with its number', () =>
		withLog(two, {}, async log => {
			await log.create('Reading about craft');
			assert.deepEqual(
				log.api.entries().map(({ number, title, input, draft }) => ({ number, title, input, draft })),
				[
					{ number: 61, title: '61 - Hexes', input: 90, draft: false },
					{ number: 62, title: '62 - Restarting', input: 90, draft: false },
					{ number: 63, title: '63 - Reading about craft', input: 0, draft: false },
				],
			);
		}));

	it('a caret in CRLF files where it is in others', () =>
		withLog({ '62.md': entry(62, 'Restarting').replaceAll('\n', '\r\n') }, {}, async log => {
			const [, text] = await log.create('Reading about craft');
			assert.equal(shown().text, text.replace('output: ', 'output: |'));
			assert.equal(shown().dirty, false);
			assert.ok(!/[^\r]\n/u.test(text));
		}));
});

describeLog('New Daily Log counts', () => {
	it('drafts, bundles, gaps and unsaved editors', () =>
		withLog({ '7.md': entry(7, 'a'), '9/index.md': entry(9, 'b', ['draft: false', 'draft: true']) }, {}, async log => {
			assert.match((await log.create('x'))[1], /"10 - x"/u);
			await closeEditors();
			const document = await vscode.workspace.openTextDocument(at(`${log.folder}/7.md`));
			const editor = await vscode.window.showTextDocument(document);
			await editor.edit(edit => {
				edit.replace(new vscode.Range(1, 8, 1, 9), '20');
			});
			await run('dailyLog.new', { title: 'y' });
			const paths = log.api.entries().map(({ number }) => number);
			assert.deepEqual(paths, [9, 10, 20, 21]);
		}));

	it('a file that came in without being noticed yet', () =>
		withLog({ '62.md': entry(62, 'a') }, {}, async log => {
			await write(`${log.folder}/80.md`, entry(80, 'pulled'));
			assert.equal((await log.create('x'))[0], '81.md');
		}));

	it('and overwrites nothing that has the name, be it no entry', async () => {
		await withLog(
			{ '62.md': '---\ntitle: 62 - a\nseries: ["Own Log"]\ndate: 2022-11-30\n---\n' },
			{ folder: undefined, series: 'Own Log' },
			async log => {
				const other = '---\ntitle: Of another series\nseries: ["Garden"]\n---\n';
				await write(`${log.folder}/63.md`, other);
				await run('dailyLog.new', { title: 'x' });
				assert.deepEqual([await list(log.folder), await read(`${log.folder}/63.md`)], [['62.md', '63.md'], other]);
				assert.match(log.told().join('\n'), /63\.md” is there already and was left as it is/u);
			},
		);
	});

	it('two calls at once as one', () =>
		withLog({ '62.md': entry(62, 'a') }, {}, async log => {
			await Promise.all([run('dailyLog.new', { title: 'x' }), run('dailyLog.new', { title: 'y' })]);
			await until('an entry', () => log.api.entries().length > 1);
			assert.deepEqual(await list(log.folder), ['62.md', '63.md']);
		}));
});
