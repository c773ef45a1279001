import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

/** A repository that is no log. */
function prepare(folder: string): string {
	const workspace = join(folder, 'journal');
	mkdirSync(workspace);
	writeFileSync(join(workspace, 'README.md'), '# Journal\n');
	return workspace;
}

describe('a folder without a log', () => {
	let workbench: Workbench;

	before(async () => {
		workbench = await openWorkbench({ prepare });
		await workbench.showContainer('Daily Log');
	});

	after(() => workbench.close());

	it('is greeted in the side bar, and nowhere else', async () => {
		const welcome = workbench.page.locator('.part.sidebar .welcome-view-content');
		await welcome.filter({ hasText: 'There is no daily log in this folder yet.' }).waitFor();
		assert.deepEqual(await welcome.locator('.monaco-button').allInnerTexts(), [
			'New Daily Log',
			'Open Settings',
			'See what Daily Log does',
		]);
		assert.equal(await workbench.statusBarItem('dailyLog.inputHours').count(), 0);
		await workbench.screenshot('welcome');
	});

	it('gets its first entry by the button there', async () => {
		await workbench.page.locator('.part.sidebar .welcome-view-content .monaco-button', { hasText: 'New Daily Log' }).click();
		await workbench.quickPickRows.filter({ hasText: 'Start the log with entry 1 in daily-log/' }).waitFor();
		await workbench.press('Enter');
		await workbench.waitFor('the number in the box', async () => (await workbench.quickInput.inputValue()) === '1 - ');
		await workbench.type('A start');
		await workbench.press('Enter');
		await workbench.waitForEditorText('title: "1 - A start"');
		await workbench.statusBarItem('dailyLog.inputHours').waitFor();
		await workbench.waitFor('the row', async () => (await workbench.sidebarLabels()).some(label => label.startsWith('1 - A start')));
		assert.match(workbench.readFile('daily-log/1.md'), /^---\ntitle: "1 - A start"\n/u);
		await workbench.screenshot('first-entry');
	});
});
