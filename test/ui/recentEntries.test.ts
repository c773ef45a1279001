import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

describe('the side bar on the sample log', () => {
	let workbench: Workbench;

	before(async () => {
		workbench = await openWorkbench();
		await workbench.statusBarItem('dailyLog.inputHours').waitFor();
		await workbench.showContainer('Daily Log');
		await workbench.sidebarRows.first().waitFor();
	});

	after(() => workbench.close());

	const row = (text: string) => workbench.sidebarRows.filter({ hasText: text });

	const waitForRows = (what: string, isSo: (labels: readonly string[]) => boolean): Promise<void> =>
		workbench.waitFor(what, async () => isSo(await workbench.sidebarLabels()));

	it('shows months and entries, newest first', async () => {
		assert.deepEqual(await workbench.sidebarLabels(), [
			'November 2026 6 · 8 h 25 min',
			'40 - Wedging the legs, Nov 20 · 2 h 10 min, A stool that I am sitting on while I write this',
			'39 - What three months taught me, Nov 17 · 20 min, Draft: Hugo does not publish it., A first half of a look back',
			'38 - Presets from friends, Nov 12 · 45 min, Seven patches from three people, in one folder',
			'37 - The seat, first pass, Nov 9 · 2 h 30 min, A seat that is hollow in the right place',
			'36 - A patch is a text file, Nov 5 · 1 h 10 min, Sounds that can be saved, read and compared',
			'35 - Legs at eight sides, Nov 2 · 1 h 30 min, Three octagonal legs of ash',
			'October 2026 14 · 14 h 50 min',
			'September 2026 15 · 22 h 50 min',
			'August 2026 6 · 7 h 20 min',
		]);
	});

	it('tells more when the pointer rests on a row', async () => {
		const hover = await workbench.hover(row('40 - ').locator('.label-name'));
		assert.deepEqual((await hover.innerText()).split(/\n+/u), [
			'40 - Wedging the legs',
			'Friday, November 20, 2026 · 2 h 10 min',
			'A stool that I am sitting on while I write this',
			'#daily-log #stool #joinery',
		]);
		await workbench.restPointer();
	});

	it('copies a link, and opens to the side', async () => {
		await row('38 - ').hover();
		await row('38 - ').locator('.codicon-link').click();
		await workbench.waitFor('the link in the clipboard', async () =>
			Object.is(await workbench.page.evaluate('navigator.clipboard.readText()'), '[[38 - Presets from friends]]'),
		);
		await workbench.restPointer();
		await row('37 - ').click();
		await workbench.waitForEditorText('title: "37 - ');
		await row('36 - ').hover();
		await row('36 - ').locator('.codicon-split-horizontal').click();
		await workbench.waitFor('two editors', async () => (await workbench.page.locator('.part.editor .tab').count()) === 2);
		assert.equal(await workbench.page.locator('.part.editor .editor-group-container').count(), 2);
		await workbench.restPointer();
		await workbench.closeEditors();
	});

	it('is used with the keyboard alone, with a mark for each state', async () => {
		await workbench.runCommand('Daily Log: Focus on Recent Entries View');
		await workbench.press('Home');
		await workbench.press('ArrowLeft');
		await waitForRows('November to fold', labels => labels.length === 4);
		await workbench.press('ArrowDown');
		await workbench.press('ArrowRight');
		await waitForRows('October to unfold', labels => labels.length > 4);
		for (const [title, icon] of [
			['34 - ', 'codicon-note'],
			['29-unclosed-quote', 'codicon-warning'],
		] as const) {
			assert.equal(await row(title).locator(`.${icon}`).count(), 1, `${title} has the mark ${icon}`);
		}
		await workbench.screenshot('states');
		await workbench.press('ArrowDown');
		await workbench.press('Enter');
		await workbench.waitForEditorText('title: "34 - ');
		await workbench.closeEditors();
	});

	it('narrows to a filter, and says when nothing is left', async () => {
		await workbench.ask('Daily Log: Filter Recent Entries');
		await workbench.type('stool');
		await waitForRows(
			'the filter',
			labels => labels.some(label => label.startsWith('34 - ')) && !labels.some(label => label.startsWith('38 - ')),
		);
		await workbench.page.locator('.part.sidebar .message', { hasText: 'Entries with “stool”' }).waitFor();
		await workbench.screenshot('filter');
		await workbench.quickInput.fill('zzz');
		const welcome = workbench.page.locator('.part.sidebar .welcome-view-content');
		await welcome.filter({ hasText: 'No entry matches the filter.' }).waitFor();
		await workbench.press('Enter');
		await welcome.locator('.monaco-button', { hasText: 'Clear Filter' }).click();
		await waitForRows('all rows', labels => labels.some(label => label.startsWith('August 2026')));
	});

	it('reveals the entry that is opened elsewhere', async () => {
		await workbench.ask('Daily Log: Go to Entry');
		await workbench.type('2');
		await workbench.waitFor('entry 2 first', async () => /^2 - /u.test(await workbench.quickPickRows.first().innerText()));
		await workbench.screenshot('go-to-entry');
		await workbench.press('Enter');
		await workbench.waitForEditorText('title: "2 - ');
		const selected = workbench.page.locator('.part.sidebar .monaco-list-row.selected');
		await workbench.waitFor('its row', async () => /^2 - /u.test((await selected.innerText()).trim()));
	});

	it('is beside an editor that links are inserted into', async () => {
		await workbench.press('Control+End');
		await workbench.ask('Daily Log: Insert Link to Entry or Note');
		await workbench.type('Wedging');
		await workbench.waitFor('entry 40', async () => /^40 - /u.test(await workbench.quickPickRows.first().innerText()));
		await workbench.press('Enter');
		await workbench.waitForEditorText('[[40 - Wedging the legs]]');
		await workbench.waitForCaret('Ln 22, Col 26');
		await workbench.page.locator('.part.editor .monaco-editor.focused').waitFor();
		await workbench.type(' indeed');
		await workbench.waitForEditorText('[[40 - Wedging the legs]] indeed');
	});

	for (const [name, media] of [
		['high-contrast', { forcedColors: 'active', colorScheme: 'dark' }],
		['high-contrast-light', { forcedColors: 'active', colorScheme: 'light' }],
	] as const) {
		it(`follows the system into ${name}`, async () => {
			await workbench.page.emulateMedia(media);
			await workbench.page.locator(`.monaco-workbench.${name === 'high-contrast' ? 'hc-black' : 'hc-light'}`).waitFor();
			const hover = await workbench.hover(workbench.statusBarItem('dailyLog.inputHours'));
			await hover.filter({ hasText: 'This month' }).waitFor();
			await workbench.screenshot(name);
			await workbench.restPointer();
		});
	}
});
