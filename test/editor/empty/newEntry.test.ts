import assert from 'node:assert/strict';
import {
	activate,
	answering,
	closeEditors,
	describeLog,
	instant,
	lines,
	list,
	read,
	remove,
	set,
	shown,
	until,
	write,
} from '../logDriver.ts';

const now = '2022-12-03T07:00:00-07:00';

const first = lines(
	...['---', 'title: "1 - Reading about craft"', `date: ${now}`, 'series: ["Daily Log"]', 'tags: ["daily-log"]'],
	...['toc: false', 'input: 0', 'output: ', 'draft: true', '---', ''],
);

describeLog('The first entry ever', () => {
	before(async () => {
		(await activate()).clock.set(instant(now));
		await set({ timeZone: 'America/Denver' });
	});

	afterEach(async () => {
		const api = await activate();
		await closeEditors();
		await remove('daily-log');
		await remove('content');
		await remove('hugo.toml');
		await until('the log to be gone', () => api.entries().length === 0);
	});

	after(async () => {
		(await activate()).clock.set(undefined);
	});

	it('is created in daily-log, after asking', async () => {
		await answering('enter', 'dailyLog.new', { title: 'Reading about craft' });
		assert.deepEqual([await list('daily-log'), await read('daily-log/1.md')], [['1.md'], first]);
		assert.deepEqual(shown(), { path: 'daily-log/1.md', text: first.replace('output: ', 'output: |'), dirty: false });
		assert.deepEqual(
			(await activate()).entries().map(({ number, title }) => `${number}: ${title}`),
			['1: 1 - Reading about craft'],
		);
	});

	it('is not created on Escape', async () => {
		await answering('escape', 'dailyLog.new', { title: 'x' });
		assert.deepEqual([await list('daily-log'), await list('content')], [[], []]);
	});

	it('is created in content/daily-log of a Hugo site', async () => {
		await write('hugo.toml', "title = 'A site'\n");
		await write('content/_index.md', '---\ntitle: A site\n---\n');
		await answering('enter', 'dailyLog.new', { title: 'Reading about craft' });
		assert.deepEqual([await list('content/daily-log'), await list('daily-log')], [['1.md'], []]);
	});

	it('is created in the folder that is set', async () => {
		await set({ timeZone: 'America/Denver', folder: 'content/journal' });
		await answering('enter', 'dailyLog.new', { title: 'Reading about craft' });
		assert.deepEqual([await list('content/journal'), await read('content/journal/1.md')], [['1.md'], first]);
	});

	it('is not created outside the workspace folder, whatever the settings say', async () => {
		const api = await activate();
		const before = api.told.length;
		for (const folder of ['../outside', 'a/../../outside', '..\\outside']) {
			await set({ timeZone: 'America/Denver', folder });
			await answering('enter', 'dailyLog.new', { title: 'x' });
		}
		assert.deepEqual(
			[await list('../outside'), api.told.slice(before).map(sentence => /it would lie outside the workspace folder/u.test(sentence))],
			[[], [true, true, true]],
		);
	});

	it('says what a hostile setting holds without making a link of it', async () => {
		const api = await activate();
		await set({ timeZone: 'America/Denver', template: '../[Repair](command:workbench.action.closeWindow)' });
		await answering('enter', 'dailyLog.new', { title: 'x' });
		assert.match(
			api.told.at(-1) ?? '',
			/“\.\.\/\[Repair\] \(command:workbench\.action\.closeWindow\)”, which is outside the workspace folder/u,
		);
	});
});
