import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

describe('two windows on one log', () => {
	let windows: readonly Workbench[] = [];

	before(async () => {
		const first = await openWorkbench({ settings: { 'dailyLog.oncePerDay': 'create' } });
		windows = [first, await first.openSecondWindow()];
	});

	after(() => windows[0]?.close());

	it('that create at the same moment get two numbers', async () => {
		const [first] = windows;
		assert.ok(first);
		for (const [index, window] of windows.entries()) {
			await window.statusBarItem('dailyLog.inputHours').waitFor();
			await window.runCommand('Daily Log: New Daily Log');
			await window.waitFor('the number in the box', async () => (await window.quickInput.inputValue()) === '41 - ');
			await window.type(`Window ${index}`);
		}
		await Promise.all(windows.map(window => window.press('Enter')));
		const path = (number: number): string => `content/daily-log/${number}.md`;
		for (const number of [41, 42]) {
			await first.waitFor(`entry ${number}`, () => existsSync(join(first.folder, path(number))));
		}
		const titles = [41, 42].map(number => /^title: (.*)$/mu.exec(first.readFile(path(number)))?.[1]);
		const either = [
			['"41 - Window 0"', '"42 - Window 1"'],
			['"41 - Window 1"', '"42 - Window 0"'],
		];
		assert.ok(
			either.some(expected => expected.join() === titles.join()),
			`the titles are ${titles.join(' and ')}`,
		);
		for (const window of windows) {
			await window.waitFor('its own entry in the editor', async () => /Window/u.test(await window.editorText()));
		}
		assert.ok(!existsSync(join(first.folder, path(43))), 'one entry too many');
	});
});
