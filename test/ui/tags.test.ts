import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

describe('the Tags view on the sample log', () => {
	let workbench: Workbench;

	before(async () => {
		workbench = await openWorkbench({ size: { width: 1280, height: 1000 } });
		await workbench.statusBarItem('dailyLog.inputHours').waitFor();
		await workbench.showContainer('Daily Log');
		await workbench.sidebarRows.first().waitFor();
		await workbench.runCommand('Daily Log: Focus on Tags View');
		await workbench.page.locator('.part.sidebar .pane-header', { hasText: 'Recent Entries' }).click();
	});

	after(() => workbench.close());

	const row = (label: string) => workbench.page.locator(`.part.sidebar .monaco-list-row[aria-label^="${label}"]`);

	/** Without what VS Code adds while the pointer or the focus is on a row. */
	const labelsNow = async (): Promise<readonly string[]> =>
		(await workbench.sidebarLabels()).map(label => label.replace(', has actions', ''));

	/** Waits for these rows, one below the other, from the row that the first of them is. */
	const waitForRows = async (...expected: readonly string[]): Promise<void> => {
		const labels = { now: [] as readonly string[] };
		await workbench
			.waitFor('the rows', async () => {
				const all = await labelsNow();
				const from = all.indexOf(expected[0] ?? '');
				labels.now = from < 0 ? all : all.slice(from, from + expected.length);
				return labels.now.join('\n') === expected.join('\n');
			})
			.catch(() => {
				assert.deepEqual(labels.now, expected);
			});
	};

	it('lists tags, most used first', async () => {
		await waitForRows('daily-log, notes: 40', 'synth, notes: 18', 'joinery, notes: 10', 'dsp, notes: 9', 'hand-tools, notes: 9');
	});

	it('has parts of names below each other, as soon as there are any', async () => {
		const files = {
			'content/notes/planes.md': '---\ntitle: Planes\ntags: [tools/planes, tools/saws]\n---\n',
			'content/notes/saws.md': '---\ntitle: Saws\ntags: [tools/saws]\n---\n',
		};
		await workbench.writeFilesUntil(files, row('tools, notes: 2'));
		await row('tools, notes: 2').click();
		await waitForRows('tools, notes: 2', 'tools/saws, notes: 2', 'tools/planes, notes: 1');
	});

	it('lists the notes of a tag, and opens them', async () => {
		await row('tools/saws').click();
		await waitForRows('tools/saws, notes: 2', 'Planes, content/notes', 'Saws, content/notes');
		await row('Saws').click();
		await workbench.activeTab.filter({ hasText: 'saws.md' }).waitFor();
		await row('sharpening').click();
		await waitForRows(
			'sharpening, notes: 3',
			'4 - The burr, finally, Aug 26 · 50 min',
			'3 - Planing is mostly sharpening, Aug 24 · 1 h 30 min',
			'Sharpening, step by step, content/notes',
		);
		await workbench.screenshot('tags');
	});

	it('sorts by name, and by count again', async () => {
		const header = workbench.page.locator('.part.sidebar .pane-header', { hasText: 'Tags' });
		await header.hover();
		await workbench.page.locator('.part.sidebar .codicon-sort-precedence').click();
		await waitForRows('daily-log, notes: 40', 'daily-log, joinery, notes: 1', 'dsp, notes: 9');
		await header.hover();
		await workbench.page.locator('.part.sidebar .codicon-list-ordered').click();
		await waitForRows('daily-log, notes: 40', 'synth, notes: 18');
	});

	it('offers to rename a tag, and copies it', async () => {
		await row('tools/planes').click({ button: 'right' });
		const menu = workbench.page.locator('.context-view .monaco-menu');
		await menu.waitFor();
		assert.deepEqual((await menu.locator('.action-label').allInnerTexts()).filter(Boolean), ['Rename Tag…', 'Copy Tag']);
		await workbench.screenshot('tag-menu');
		await menu.locator('.action-label', { hasText: 'Copy Tag' }).click();
		await workbench.waitFor('the tag in the clipboard', async () =>
			Object.is(await workbench.page.evaluate('navigator.clipboard.readText()'), 'tools/planes'),
		);
	});
});
