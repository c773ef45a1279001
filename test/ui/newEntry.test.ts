import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

/** An entry of the sample log as it is created, but for title, time and output. */
const entry = (title: string, output = '', body = ''): string =>
	`---
title: "${title}"
date: DATE
series: ["Daily Log"]
tags: ["daily-log"]
toc: false
input: 0
output: ${output}
draft: true
---
${body}

{{% subscribe %}}
`;

describe('New Daily Log, by hand', () => {
	let workbench: Workbench;

	before(async () => {
		workbench = await openWorkbench({ settings: { 'dailyLog.oncePerDay': 'create' }, environment: { TZ: 'America/Denver' } });
		await workbench.statusBarItem('dailyLog.inputHours').waitFor();
		await workbench.showContainer('Daily Log');
		await workbench.sidebarRows.first().waitFor();
	});

	after(() => workbench.close());

	/** The text of a file, with `DATE` for a date that is one of Denver's. */
	const written = (path: string): string =>
		(workbench.findFile(path) ?? '').replace(/(?<=^date: )\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d-0[67]:00$/mu, 'DATE');

	const waitForFile = (path: string, text: string): Promise<void> => workbench.waitFor(`${path} on disk`, () => written(path) === text);

	const waitForHours = (text: string): Promise<void> =>
		workbench.waitFor(`${text} in the status bar`, async () =>
			(await workbench.statusBarItem('dailyLog.inputHours').innerText()).includes(text),
		);

	it('creates nothing on Escape', async () => {
		await workbench.ask('Daily Log: New Daily Log');
		assert.equal(await workbench.quickInput.inputValue(), '41 - ');
		await workbench.type('Never mind');
		await workbench.press('Escape');
		await workbench.quickInput.waitFor({ state: 'hidden' });
		assert.equal(workbench.findFile('content/daily-log/41.md'), undefined);
		assert.equal(await workbench.activeTab.count(), 0);
	});

	it('creates the file, saved, with the caret in the output', async () => {
		await workbench.ask('Daily Log: New Daily Log');
		await workbench.type('Reading: "craft"');
		await workbench.screenshot('title');
		await workbench.press('Enter');
		await workbench.waitForCaret('Ln 8, Col 9');
		await waitForFile('content/daily-log/41.md', entry('41 - Reading: \\"craft\\"'));
		await workbench.waitFor('the editor to be saved', async () => !(await workbench.isDirty()));
	});

	it('goes on to the body with Tab', async () => {
		await workbench.type('Three chapters');
		await workbench.press('Tab');
		await workbench.waitForCaret('Ln 11, Col 1');
		await workbench.type('They were long.');
		await workbench.waitFor('the changes to be seen as not saved', () => workbench.isDirty());
		await workbench.press('Control+s');
		await waitForFile('content/daily-log/41.md', entry('41 - Reading: \\"craft\\"', 'Three chapters', 'They were long.'));
	});

	it('has its row selected in the side bar', async () => {
		const selected = workbench.page.locator('.part.sidebar .monaco-list-row.selected');
		await workbench.waitFor('the row to be selected', async () => /^41 - Reading: "craft"/u.test((await selected.innerText()).trim()));
		assert.match((await selected.getAttribute('aria-label')) ?? '', /Draft: Hugo does not publish it\., Three chapters$/u);
	});

	it('counts the input of an unsaved editor at once', async () => {
		await waitForHours('0.0 h today');
		await workbench.goToEndOfLine(7);
		await workbench.press('Backspace');
		await workbench.type('90');
		await waitForHours('1.5 h today');
		assert.ok(await workbench.isDirty());
		const tooltip = await workbench.hover(workbench.statusBarItem('dailyLog.inputHours'));
		const text = await tooltip.innerText();
		assert.match(text, /Today\s+1 h 30 min/u);
		assert.match(text, /This month\s+\d+ h/u);
		const bar = tooltip.locator('table span[style]').first();
		assert.notEqual(await bar.evaluate('bar => getComputedStyle(bar).backgroundColor'), 'rgba(0, 0, 0, 0)');
		assert.ok(((await bar.boundingBox())?.width ?? 0) > 50);
		await workbench.screenshot('hours');
		await workbench.restPointer();
		await workbench.press('Escape');
		await workbench.press('Control+s');
		await workbench.waitFor('the editor to be saved', async () => !(await workbench.isDirty()));
	});

	it('follows a file that another program changes', async () => {
		const path = 'content/daily-log/41.md';
		workbench.writeFile(path, workbench.readFile(path).replace('input: 90', 'input: 150'));
		await waitForHours('2.5 h today');
		await workbench.waitForEditorText('input: 150');
	});

	it('leaves the title to be filled in after Enter on nothing', async () => {
		await workbench.ask('Daily Log: New Daily Log');
		assert.equal(await workbench.quickInput.inputValue(), '42 - ');
		await workbench.press('Enter');
		await workbench.waitForCaret('Ln 2, Col 14');
		await waitForFile('content/daily-log/42.md', entry('42 - '));
		await workbench.type('Late');
		await workbench.press('Tab');
		await workbench.waitForCaret('Ln 8, Col 9');
		await workbench.press('Control+s');
		await waitForFile('content/daily-log/42.md', entry('42 - Late'));
	});
});
