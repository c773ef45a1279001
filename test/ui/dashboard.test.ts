import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Frame, FrameLocator } from 'playwright-core';
import { addDays, startOfWeek } from '../../src/core/time/civilDate.ts';
import { writeDuration } from '../../src/core/time/duration.ts';
import { longLog, writeLongLog, type LongLogEntry } from '../support/longLog.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const today = new Date().toISOString().slice(0, 10);
const days = 500;
const entries = longLog(days, today);

/** What is used of axe-core in the page. */
interface Axe {
	run(
		options: unknown,
	): Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[] }>;
}

/** What is used of the elements in the page. */
interface Focused {
	readonly className: unknown;
	getAttribute(name: string): string | null;
}

/** What is used of the page's own element. */
interface Scrolled {
	readonly scrollWidth: number;
	readonly clientWidth: number;
}

function minutesOf(counts: (entry: LongLogEntry) => boolean): string {
	return writeDuration(entries.filter(counts).reduce((sum, { minutes }) => sum + minutes, 0));
}

describe('the dashboard', () => {
	let workbench: Workbench;
	let page: FrameLocator;
	const complaints: string[] = [];

	const themes = {
		light: 'Light Modern',
		dark: 'Dark Modern',
		highContrast: 'Default High Contrast',
		highContrastLight: 'Default High Contrast Light',
	};

	const setTheme = (theme: keyof typeof themes): void => {
		workbench.writeFile(
			'.vscode/settings.json',
			JSON.stringify({ 'workbench.colorTheme': themes[theme], 'dailyLog.weekStartsOn': 'monday', 'dailyLog.goal.hoursPerWeek': 7 }),
		);
	};

	before(async () => {
		workbench = await openWorkbench({
			size: { width: 1400, height: 1000 },
			environment: { TZ: 'UTC' },
			prepare: folder => {
				const log = join(folder, 'log');
				writeLongLog(join(log, 'content', 'daily-log'), days, today);
				mkdirSync(join(log, '.vscode'));
				writeFileSync(join(log, '.vscode', 'settings.json'), '{ "dailyLog.weekStartsOn": "monday", "dailyLog.goal.hoursPerWeek": 7 }');
				return log;
			},
		});
		workbench.page.on('console', message => {
			if (message.type() === 'error' && /dashboard|Content Security Policy/iu.test(message.text() + message.location().url)) {
				complaints.push(message.text());
			}
		});
		workbench.page.on('pageerror', error => complaints.push(error.message));
		page = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
		await workbench.statusBarItem('dailyLog.inputHours').waitFor();
		await workbench.runCommand('Daily Log: Show Dashboard');
		await page.locator('.figures').waitFor();
	});

	after(() => workbench.close());

	const frameOf = async (): Promise<Frame> => {
		const main = await page.locator('main').elementHandle();
		const frame = await main.ownerFrame();
		assert.ok(frame);
		return frame;
	};

	const figure = async (name: string): Promise<string> => {
		const parts = page.locator('.figures dl > div').filter({ has: page.locator('dt', { hasText: new RegExp(`^${name}$`, 'u') }) });
		return (await parts.locator('.value').innerText()).replaceAll('\u00a0', ' ').replace(',', '');
	};

	/** What has the focus in the page: its class, and what it says. */
	const focused = async (): Promise<readonly string[]> => {
		const frame = await frameOf();
		return frame.evaluate(() => {
			const { activeElement } = (globalThis as unknown as { readonly document: { readonly activeElement: Focused | null } }).document;
			return [activeElement?.getAttribute('class') ?? '', activeElement?.getAttribute('aria-label') ?? ''];
		});
	};

	/** Tab until something of that class has the focus. */
	const tabTo = async (name: string): Promise<void> => {
		for (let stops = 0; stops < 30 && !(await focused())[0]?.split(' ').includes(name); stops++) {
			await workbench.press('Tab');
		}
		assert.ok((await focused())[0]?.split(' ').includes(name), `Tab never came to ${name}`);
	};

	it('has the figures of the files', async () => {
		const monday = startOfWeek(today, 1);
		assert.deepEqual(
			[await figure('Today'), await figure('This week'), await figure('This month'), await figure('This year'), await figure('In all')],
			[
				minutesOf(({ day }) => day === today),
				minutesOf(({ day }) => monday <= day && day <= addDays(monday, 6)),
				minutesOf(({ day }) => day.startsWith(today.slice(0, 7))),
				minutesOf(({ day }) => day.startsWith(today.slice(0, 4))),
				minutesOf(() => true),
			],
		);
		assert.equal(await page.locator('.heatmap .cell').count(), entries.length);
	});

	it('can be used with the keyboard alone, and opens an entry', async () => {
		await page.locator('h1').click();
		await tabTo('cell');
		await workbench.press('End');
		const [, last = ''] = await focused();
		assert.match(last, /\(Today\): /u);
		assert.equal((await page.locator('.tooltip').innerText()).split('\n')[0], last.split(': ')[0]);
		await workbench.press('ArrowUp');
		const [, before = ''] = await focused();
		const [previous] = entries.slice(-2);
		assert.match(before, new RegExp(`, ${previous?.number} - `, 'u'));
		await tabTo('entry');
		await workbench.press('Enter');
		await workbench.activeTab.filter({ hasText: '.md' }).waitFor();
		await workbench.press('Control+w');
		await page.locator('.figures').waitFor();
	});

	it('has one stop of the Tab key for each chart', async () => {
		await page.locator('h1').click();
		await tabTo('cell');
		await workbench.press('Shift+Tab');
		const [, before = ''] = await focused();
		await workbench.press('Tab');
		await workbench.press('Tab');
		const [, after = ''] = await focused();
		assert.deepEqual([before, after], ['Save “The days of the years” as PNG', '']);
	});

	it('offers the entries of a week to choose from', async () => {
		const bar = page.locator('.hours-a-week .mark[role=button]').nth(-2);
		await bar.focus();
		await workbench.press('Enter');
		const menu = page.locator('dialog.menu');
		await menu.waitFor();
		assert.ok((await menu.locator('.entry').count()) > 1);
		await workbench.press('Escape');
		await menu.waitFor({ state: 'detached' });
		assert.equal((await focused())[0], 'mark');
	});

	it('finds outputs, in a list that is bounded', async () => {
		assert.equal(await page.locator('.outputs .entry').count(), 25);
		await page.locator('.outputs input').fill('dovetail gap');
		await page.locator('.outputs .entry').first().filter({ hasText: 'A dovetail that closes without a gap' }).waitFor();
		const found = entries.filter(({ output }) => output.includes('dovetail')).length;
		assert.match(await page.locator('.outputs [role=status]').innerText(), new RegExp(`^${found} of `, 'u'));
	});

	it('follows the files', async () => {
		const last = entries.at(-1);
		const path = `content/daily-log/${last?.number}.md`;
		const text = workbench.readFile(path);
		workbench.writeFile(path, text.replace(/^input: .*$/mu, 'input: 61').replace(/^output: .*$/mu, 'output: "<b>Bold</b> & new"'));
		await workbench.waitFor('the new minutes', async () => (await figure('Today')) === '1 h 1 min');
		await page.locator('.outputs input').fill('');
		await page.locator('.outputs .entry', { hasText: '<b>Bold</b> & new' }).waitFor();
		workbench.writeFile(path, text);
		await workbench.waitFor('the old minutes', async () => (await figure('Today')) === writeDuration(last?.minutes ?? 0));
	});

	for (const format of ['svg', 'png'] as const) {
		it(`saves a chart as ${format}`, async () => {
			const name = `daily-log-hours-a-week.${format}`;
			await page.locator('.hours-a-week button', { hasText: format.toUpperCase() }).click();
			await workbench.waitFor('the dialog', async () => (await workbench.quickInput.inputValue()).endsWith(name));
			await workbench.press('Enter');
			await workbench.waitFor('the file', () => (workbench.findFile(name) ?? '') !== '');
			const bytes = readFileSync(join(workbench.folder, name));
			if (format === 'png') {
				assert.deepEqual([...bytes.subarray(1, 4)], [...Buffer.from('PNG')]);
				return;
			}
			const text = bytes.toString();
			assert.match(text, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u);
			assert.match(text, /fill="(rgb|#)/u);
			assert.doesNotMatch(text, /var\(|class=|tabindex|color-mix|color\(/u);
		});
	}

	it('keeps what was chosen, over a reload too', async () => {
		await page.locator('.heatmap select').first().selectOption('entries');
		await page.locator('.hours-a-week select').selectOption('26');
		await page.locator('.hours-a-week summary').click();
		await page.locator('.hours-a-week table').waitFor();
		await workbench.runCommand("Daily Log: Open Today's Entry");
		await workbench.waitForEditorText(today);
		await workbench.runCommand('Daily Log: Show Dashboard');
		await page.locator('.figures').waitFor();
		assert.equal(await page.locator('.heatmap select').first().inputValue(), 'entries');
		// In a browser, VS Code writes down every five seconds what is open: it may not do so as the window closes.
		await workbench.page.waitForTimeout(6000);
		await workbench.page.reload();
		await page.locator('.figures').waitFor();
		assert.deepEqual(
			[
				await page.locator('.heatmap select').first().inputValue(),
				await page.locator('.hours-a-week select').inputValue(),
				await page.locator('.hours-a-week tbody tr').count(),
			],
			['entries', '26', 26],
		);
		await page.locator('.heatmap select').first().selectOption('minutes');
		await page.locator('.hours-a-week summary').click();
	});

	for (const theme of ['light', 'dark', 'highContrast', 'highContrastLight'] as const) {
		it(`has nothing that axe finds fault with, ${theme}`, async () => {
			setTheme(theme);
			const kind = {
				light: 'vscode-light',
				dark: 'vscode-dark',
				highContrast: 'vscode-high-contrast',
				highContrastLight: 'vscode-high-contrast-light',
			}[theme];
			await page.locator(`body.${kind}`).waitFor();
			const frame = await frameOf();
			await frame.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
			const violations = await frame.evaluate(async () => {
				const { axe } = globalThis as unknown as { readonly axe: Axe };
				const { violations: found } = await axe.run({ rules: { region: { enabled: false } } });
				return found.map(
					({ id, nodes }) =>
						`${id}: ${nodes
							.slice(0, 3)
							.map(({ html }) => html.slice(0, 200))
							.join(' ')}`,
				);
			});
			assert.deepEqual(violations, []);
			await workbench.screenshot(`dashboard-${theme}`);
		});
	}

	it('fits into a narrow window', async () => {
		setTheme('light');
		await page.locator('body.vscode-light').waitFor();
		await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
		await workbench.page.setViewportSize({ width: 400, height: 1000 });
		const frame = await frameOf();
		const overflow = (): Promise<number> =>
			frame.evaluate(() => {
				const { documentElement } = (globalThis as unknown as { readonly document: { readonly documentElement: Scrolled } }).document;
				return documentElement.scrollWidth - documentElement.clientWidth;
			});
		const width = async (): Promise<number> => Number(await page.locator('.heatmap svg').getAttribute('width'));
		await workbench.waitFor('the page to be narrow', async () => (await width()) < 400 && (await overflow()) === 0);
		await workbench.screenshot('dashboard-narrow');
	});

	it('is never complained about by the browser', () => {
		assert.deepEqual(complaints, []);
	});
});
