import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

/** Each deliberate mistake of the sample log, in the order of the Problems panel, and the fix that a person picks. */
const mistakes: readonly (readonly [file: string, code: string, fix: string])[] = [
	['26-input-in-words.md', 'input.invalid', 'Write 90'],
	['29-unclosed-quote.md', 'frontMatter.syntax', 'Close the quotation mark'],
	['31-outputs-for-output.md', 'field.reserved', "Rename 'outputs' to 'output'"],
	['9-draft-yes.md', 'draft.notBoolean', 'Write true'],
	['13-date-without-offset.md', 'date.noOffset', 'Write 2026-09-14T18:12:40-06:00'],
	['20-tags-not-a-list.md', 'tags.notList', 'Write ["daily-log", "joinery"]'],
];

describe('the mistakes of the sample log', () => {
	let workbench: Workbench;

	before(async () => {
		workbench = await openWorkbench({ environment: { TZ: 'America/Denver' }, size: { width: 1280, height: 1000 } });
		await workbench.statusBarItem('dailyLog.inputHours').waitFor();
	});

	after(() => workbench.close());

	const problem = (code: string) => workbench.page.locator('.markers-panel .monaco-list-row', { hasText: code });

	/** Goes from the Problems panel to the place, and picks a fix there. */
	const fix = async (file: string, code: string, title: string): Promise<void> => {
		await problem(code).first().dblclick();
		await workbench.activeTab.filter({ hasText: file }).waitFor();
		await workbench.page.locator('.part.editor .monaco-editor.focused').waitFor();
		await workbench.openQuickFixes();
		await workbench.page.locator('.action-widget .monaco-list-row', { hasText: title }).click();
	};

	it('are all in the Problems panel', async () => {
		await workbench.runCommand('Daily Log: Validate All Entries');
		await workbench.page.locator('.markers-panel').waitFor();
		const resize = workbench.page.locator('.part.panel .codicon-panel-maximize, .part.panel .codicon-panel-restore');
		await resize.click();
		await problem('tags.notList').waitFor();
		for (const [, code] of mistakes) {
			assert.equal(await problem(code).count(), 1, code);
		}
		assert.equal(await problem('number.duplicate').count(), 2);
		await workbench.screenshot('problems');
		await resize.click();
		await workbench.waitForNotice('41 entries validated: 6 errors, 2 warnings. The Problems panel lists them.');
		await workbench.press('Escape');
	});

	for (const [file, code, title] of mistakes) {
		it(`go with the lightbulb: ${file}`, async () => {
			await fix(file, code, title);
			await problem(code).waitFor({ state: 'hidden' });
			await workbench.press('Control+s');
		});
	}

	it('go with the lightbulb: a number that stands twice, with its file and the links to it', async () => {
		await fix('23-duplicate-number.md', 'number.duplicate', 'Make it 24, and move those after it up by one');
		const preview = workbench.page.locator('.refactor-preview, .bulk-edit-panel').first();
		await preview.waitFor();
		await workbench.screenshot('renumber');
		await preview.locator('.monaco-button', { hasText: 'Apply' }).click();
		await workbench.waitFor('entry 41', () =>
			/^title: "41 - Wedging the legs"$/mu.test(workbench.findFile('content/daily-log/41.md') ?? ''),
		);
		assert.match(workbench.readFile('content/daily-log/24-duplicate-number.md'), /^title: "24 - Practice dovetails, set two"$/mu);
		await workbench.waitFor('no problem to be left', async () => (await problem('').count()) === 0);
		await workbench.screenshot('no-problems');
	});
});
