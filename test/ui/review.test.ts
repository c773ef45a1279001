import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

describe('a review and an export of the sample log', () => {
	let workbench: Workbench;

	before(async () => {
		workbench = await openWorkbench({ size: { width: 1280, height: 1100 }, settings: { 'dailyLog.weekStartsOn': 'monday' } });
		await workbench.statusBarItem('dailyLog.inputHours').waitFor();
	});

	after(() => workbench.close());

	it('asks for the days, and says what is wrong with one', async () => {
		await workbench.ask('Daily Log: Write Review…');
		await workbench.quickPickRows.filter({ hasText: 'Choose a span…' }).waitFor();
		assert.match(
			(await workbench.quickPickRows.allInnerTexts()).join(' '),
			/This week.*Last week.*This month.*Last month.*This year.*Last year.*Choose a span/su,
		);
		await workbench.screenshot('review-periods');
		await workbench.quickPickRows.filter({ hasText: 'Choose a span…' }).click();
		await workbench.waitFor('the first day to be asked', async () =>
			(await workbench.quickInputMessage.innerText()).includes('From which day on'),
		);
		await workbench.quickInput.fill('2026-09-31');
		await workbench.quickInputMessage.filter({ hasText: 'Write a day that the calendar has' }).waitFor();
		await workbench.quickInput.fill('2026-09-01');
		await workbench.press('Enter');
		await workbench.waitFor('the last day to be asked', async () =>
			(await workbench.quickInputMessage.innerText()).includes('To which day'),
		);
		await workbench.quickInput.fill('2026-08-31');
		await workbench.quickInputMessage.filter({ hasText: 'That is before the first day, 2026-09-01.' }).waitFor();
		await workbench.quickInput.fill('2026-09-20');
		await workbench.press('Enter');
	});

	it('writes it, opens it, and shows it in the preview', async () => {
		await workbench.activeTab.filter({ hasText: '2026-09-01--2026-09-20.md' }).waitFor();
		assert.ok(workbench.readFile('content/reviews/2026-09-01--2026-09-20.md').includes('\ndraft: true\n'));
		assert.equal(await workbench.isDirty(), false);
		await workbench.page.mouse.move(600, 400);
		await workbench.waitUntilQuiet();
		await workbench.screenshot('review-note');
		await workbench.runCommand('Markdown: Open Preview to the Side');
		const preview = workbench.page.frameLocator('iframe.webview').frameLocator('#active-frame');
		await preview.locator('h2', { hasText: 'Hours by tag' }).waitFor();
		await workbench.screenshot('review-preview');
	});

	it('exports the log through the dialog', async () => {
		await workbench.ask('Daily Log: Export Entries as CSV…');
		const target = join(workbench.folder, '..', 'daily-log.csv');
		await workbench.waitFor('the dialog to offer a file beside the log', async () => (await workbench.quickInput.inputValue()) === target);
		await workbench.screenshot('export-dialog');
		await workbench.page.locator('.quick-input-widget .monaco-button:visible', { hasText: 'OK' }).click();
		await workbench.waitFor('the file', () => existsSync(target));
		await workbench.waitForNotice('entries were written to');
		await workbench.screenshot('export-notice');
		assert.match(readFileSync(target, 'utf8'), /^\uFEFFnumber,date,title,input,output,tags,draft,words,path\r\n1,/u);
	});
});
