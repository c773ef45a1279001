import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Timer } from '../../src/core/timer/timer.ts';
import type { TimerState } from '../../src/core/timer/timerState.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const minute = 60_000;
const entryPath = 'content/daily-log/41.md';

/** A time zone in which it is about noon: time that is said to have passed is then of the same day, whenever the tests run. */
function zoneAtNoon(): string {
	const hours = 12 - new Date().getUTCHours();
	return `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}

describe('the timer, by hand', () => {
	let first: Workbench;
	let second: Workbench;

	before(async () => {
		first = await openWorkbench({ environment: { TZ: zoneAtNoon() } });
		second = await first.openSecondWindow();
		for (const window of [first, second]) {
			await window.statusBarItem('dailyLog.inputHours').waitFor();
			await window.waitUntilQuiet();
		}
	});

	after(() => first.close());

	const file = (): string => join(first.sharedFolder, 'timer.json');

	const state = (): TimerState => JSON.parse(readFileSync(file(), 'utf8')) as TimerState;

	/** Makes the timer older than it is, as if time had passed; windows hear of it as of another window's change. */
	const age = (change: (timer: Timer) => Partial<Timer>): void => {
		const { timer, ...rest } = state();
		assert.ok(timer);
		writeFileSync(file(), JSON.stringify({ ...rest, timer: { ...timer, ...change(timer) } }));
	};

	const shows = (window: Workbench, text: RegExp): Promise<void> =>
		window.waitFor(`${String(text)} in the status bar`, async () =>
			text.test(await window.statusBarItem('dailyLog.inputHours').innerText()),
		);

	const input = (): string => /^input: (.*)$/mu.exec(first.findFile(entryPath) ?? '')?.[1] ?? 'none';

	it('offers in the palette what fits', async () => {
		const rows = (await first.paletteRows('Daily Log Timer')).map(row => row.split('\n')[0]);
		assert.deepEqual(
			rows.filter(row => row?.includes('Timer')),
			['Daily Log: Start Timer'],
		);
	});

	it('is started in one window and seen in both', async () => {
		await first.runCommand('Daily Log: Start Timer');
		await shows(first, /^\s*0:00 · /u);
		await shows(second, /^\s*0:00 · /u);
		age(timer => ({ openSince: (timer.openSince ?? 0) - 25 * minute }));
		await shows(first, /^\s*0:25 · /u);
		await shows(second, /^\s*0:25 · /u);
	});

	it('is paused in one and goes on in the other', async () => {
		await second.runCommand('Daily Log: Pause Timer');
		await first.waitFor(
			'the pause in the first window',
			async () => (await first.statusBarItem('dailyLog.inputHours').locator('.codicon-debug-pause').count()) === 1,
		);
		await first.runCommand('Daily Log: Start Timer');
		await second.waitFor(
			'the timer to go on',
			async () => (await second.statusBarItem('dailyLog.inputHours').locator('.codicon-debug-start').count()) === 1,
		);
	});

	it('is told to a screen reader', async () => {
		assert.match(
			(await first.statusBarItem('dailyLog.inputHours').locator('a').getAttribute('aria-label')) ?? '',
			/Timer running, 25 min, Hours of input/u,
		);
	});

	it('offers on a click what it can do', async () => {
		await first.statusBarItem('dailyLog.inputHours').click();
		await first.quickPickRows.first().waitFor();
		assert.deepEqual(
			(await first.quickPickRows.allInnerTexts()).map(row => row.trim()),
			['Pause', 'Stop and Addadds the minutes to the entry of the day', 'Discardwrites nothing', 'Show Dashboard'],
		);
		await first.screenshot('timer');
		await first.press('Escape');
	});

	it('survives the crash of every extension host, and is added once', async () => {
		assert.equal(first.crash(), 2);
		await Promise.all([first.reload(), second.reload()]);
		await shows(first, /^\s*0:25 · /u);
		await shows(second, /^\s*0:25 · /u);
		await first.ask('Daily Log: Stop Timer');
		await first.press('Enter');
		await first.waitFor('the minutes in the file', () => /^2[56]$/u.test(input()));
		await first.waitFor('the timer to end', () => !existsSync(file()));
		await shows(first, /^\s*0\.4 h today/u);
		await shows(second, /^\s*0\.4 h today/u);
	});

	it('gets its time back by Undo, and is stopped again', async () => {
		const minutes = input();
		await first.waitForNotice(`Added ${minutes} min to “41”: ${minutes} min in all.`);
		await first.screenshot('timer-stopped');
		await first.notifications.getByText('Undo').click();
		await first.waitFor('the minutes to leave the file', () => input() === '0');
		await shows(second, /^\s*0:25 · /u);
		await second.runCommand('Daily Log: Stop Timer');
		await first.waitFor('the minutes in the file', () => input() === minutes);
		await first.waitFor('the timer to end', () => !existsSync(file()));
	});

	it('asks once about the time in which all windows were closed', async () => {
		await first.runCommand('Daily Log: Start Timer');
		await shows(second, /^\s*0:00 · /u);
		first.crash();
		age(timer => ({
			openSince: timer.lastSeen - 60 * minute,
			lastSeen: timer.lastSeen - 50 * minute,
			lastActivity: timer.lastSeen - 50 * minute,
		}));
		await Promise.all([first.reload(), second.reload()]);
		await shows(first, /^\s*0:10 · /u);
		await first.waitFor('the question to be asked', () => state().timer?.doubts[0]?.asked === true);
		const asked = await Promise.all([first, second].map(questions));
		assert.equal(
			asked.reduce((sum, count) => sum + count, 0),
			1,
		);
		const window = asked[0] === 1 ? first : second;
		await window.notifications.getByText('Count It').click();
		await shows(first, /^\s*1:00 · /u);
		await shows(second, /^\s*1:00 · /u);
	});

	it('takes a crash between its two writes for what it was', async () => {
		const { timer } = state();
		assert.ok(timer?.openSince);
		first.crash();
		const before = Number(input());
		const stretches = [...timer.counted, { from: timer.openSince, to: timer.openSince + 10 * minute }];
		const addition = {
			folder: timer.folder,
			uri: `${timer.folder}/${entryPath}`,
			title: '41 -',
			minutes: 70,
			before,
			after: before + 70,
			stretches,
			lastSeen: Date.now() - 10 * minute,
		};
		writeFileSync(file(), JSON.stringify({ version: 1, additions: [addition] }));
		await first.reload();
		await shows(first, /^\s*1:10 · /u);
		assert.equal(input(), String(before));
		first.crash();
		writeFileSync(file(), JSON.stringify({ version: 1, additions: [addition] }));
		first.writeFile(entryPath, first.readFile(entryPath).replace(/^input: .*$/mu, `input: ${before + 70}`));
		await first.reload();
		await first.waitFor('the note to go', () => !existsSync(file()));
		assert.equal(input(), String(before + 70));
	});

	it('asks where it cannot know whether minutes arrived, and does as it is told', async () => {
		const before = input();
		const folder = pathToFileURL(first.folder).href;
		const lose = async (minutes: number): Promise<void> => {
			first.crash();
			const stretches = [{ from: Date.now() - 100 * minute, to: Date.now() - (100 - minutes) * minute }];
			const uri = `${folder}/${entryPath}`;
			const addition = { folder, uri, title: '41 -', minutes, before: 1000, after: 1000 + minutes, stretches, lastSeen: 0 };
			writeFileSync(file(), JSON.stringify({ version: 1, additions: [addition] }));
			await first.reload();
			await first.waitForNotice(
				`The timer had ${minutes} min for “41 -” when VS Code ended, and its time has changed since. Are they in it?`,
			);
		};
		await lose(10);
		await first.notifications.getByText('They Are').click();
		await first.waitFor('the note to go', () => !existsSync(file()));
		await lose(20);
		await first.notifications.getByText('Back to the Timer').click();
		await shows(first, /^\s*0:20 · /u);
		await first.runCommand('Daily Log: Discard Timer');
		await first.waitFor('the timer to end', () => !existsSync(file()));
		assert.equal(input(), before);
	});

	it('adds what is typed into the box of Add Input Time, shown before', async () => {
		const before = Number(input());
		await first.ask('Daily Log: Add Input Time');
		await first.type('1h90');
		await first.waitFor('the complaint', async () => /Write minutes or hours/u.test(await first.quickInputMessage.innerText()));
		await first.press('Backspace');
		await first.press('Backspace');
		await first.type('30');
		await first.waitFor('the preview', async () =>
			(await first.quickInputMessage.innerText()).includes(`${before} min → ${before + 90} min`),
		);
		await first.screenshot('add-input');
		await first.press('Enter');
		await first.waitFor('the minutes in the file', () => input() === String(before + 90));
	});
});

async function questions(window: Workbench): Promise<number> {
	await window.runCommand('Notifications: Show Notifications');
	await new Promise(resolve => setTimeout(resolve, 1000));
	return window.notifications.filter({ hasText: 'while VS Code was closed' }).count();
}
