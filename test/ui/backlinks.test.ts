import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

/** A line of the sample log that names a note without linking to it. */
const mention = 'So the morning became a sharpening morning.';

describe('the Backlinks view on the sample log', () => {
	let workbench: Workbench;

	before(async () => {
		workbench = await openWorkbench({ size: { width: 1280, height: 1000 } });
		await workbench.statusBarItem('dailyLog.inputHours').waitFor();
		await workbench.showContainer('Daily Log');
		await workbench.sidebarRows.first().waitFor();
		await workbench.runCommand('Daily Log: Focus on Backlinks View');
		await header('Recent Entries').click();
	});

	after(() => workbench.close());

	const header = (title: string) => workbench.page.locator('.part.sidebar .pane-header', { hasText: title });

	const row = (text: string) => workbench.sidebarRows.filter({ hasText: text });

	const open = async (name: string): Promise<void> => {
		await workbench.ask('Go to File');
		await workbench.type(name);
		await workbench.quickPickRows.filter({ hasText: name }).first().click();
		await workbench.activeTab.filter({ hasText: new RegExp(`^\\s*${name}`, 'u') }).waitFor();
		await workbench.page.locator('.part.editor .monaco-editor.focused').waitFor();
	};

	/** Without what VS Code adds while the pointer or the focus is on a row. */
	const labelsNow = async (): Promise<readonly string[]> =>
		(await workbench.sidebarLabels()).map(label => label.replace(', has actions', ''));

	const waitForRows = async (expected: readonly string[]): Promise<void> => {
		const labels = { now: [] as readonly string[] };
		await workbench
			.waitFor('the rows', async () => {
				labels.now = await labelsNow();
				return labels.now.join('\n') === expected.join('\n');
			})
			.catch(() => {
				assert.deepEqual(labels.now, expected);
			});
	};

	const links = [
		'37 - The seat, first pass, Nov 9 · 2 h 30 min, links: 1',
		'…not ribbon, see [[sharpening#Scrapers]]., line 17',
		'4 - The burr, finally, Aug 26 · 50 min, links: 1',
		'…the numbers into [[sharpening#The burr]] while they were fresh. End grain of pine, cut clean and shiny, at ten to eight. I may have called out loud., line 19',
		'3 - Planing is mostly sharpening, Aug 24 · 1 h 30 min, links: 1',
		'…as I did them: [[Sharpening, step by step]]., line 17',
		'Tools I own, and tools I do not need, content/notes, links: 1',
		'…| flea market | [[sharpening\\|sharp since August]] |, line 8',
	];

	it('asks for a note where none is open', async () => {
		const welcome = workbench.page.locator('.part.sidebar .welcome-view-content');
		await welcome.filter({ hasText: 'Open a note to see which other notes link to it, and which mention it without a link.' }).waitFor();
		await workbench.screenshot('backlinks-none');
	});

	it('lists who links to the note in the editor, with the lines', async () => {
		await open('sharpening.md');
		await waitForRows(['Links to this note: 4, in notes: 4', ...links, 'Unlinked mentions']);
		assert.match(await header('Backlinks').innerText(), /Sharpening, step by step/u);
		assert.equal(await row('the numbers into').locator('.highlight').innerText(), '[[sharpening#The burr]]');
		await workbench.screenshot('backlinks');
	});

	it('opens the other note at the link', async () => {
		await row('the numbers into').click();
		await workbench.activeTab.filter({ hasText: '4.md' }).waitFor();
		await workbench.waitForCaret('Ln 19, Col 24');
	});

	it('says where nobody links to the note', async () => {
		await open('38.md');
		await waitForRows(['Unlinked mentions']);
		await workbench.page.locator('.part.sidebar .message', { hasText: 'No other note links to this one.' }).waitFor();
		await row('Unlinked mentions').click();
		await waitForRows(['Unlinked mentions, 0', 'No note mentions it without a link.']);
		await workbench.screenshot('backlinks-empty');
	});

	it('has a link as soon as it is written', async () => {
		await open('sharpening.md');
		await waitForRows(['Links to this note: 4, in notes: 4', ...links, 'Unlinked mentions']);
		await open('35.md');
		await workbench.press('Control+End');
		await workbench.waitForCaret('Ln 18, Col 1');
		await workbench.type('Now [[sharpening');
		await workbench.press('Escape');
		await workbench.type(']] it.');
		await open('sharpening.md');
		await waitForRows([
			'Links to this note: 5, in notes: 5',
			...links.slice(0, 2),
			'35 - Legs at eight sides, Nov 2 · 1 h 30 min, links: 1',
			'Now [[sharpening]] it., line 18',
			...links.slice(2),
			'Unlinked mentions',
		]);
		await open('35.md');
		await workbench.runCommand('File: Revert File');
	});

	it('finds mentions, and makes links of them', async () => {
		await open('sharpening.md');
		await waitForRows(['Links to this note: 4, in notes: 4', ...links, 'Unlinked mentions']);
		await row('Unlinked mentions').click();
		await waitForRows(
			[
				'Links to this note: 4, in notes: 4',
				...links,
				'Unlinked mentions, 2',
				'31 - Breadboards and a slot, Oct 21 · 2 h 5 min, mentions: 1',
				'…with the sharpening., line 15',
				'3 - Planing is mostly sharpening, Aug 24 · 1 h 30 min, mentions: 1',
				'…morning became a sharpening morning. I flattened the back of the widest chisel first, because it is the easiest thing to hold flat. An hour for 25, line 13',
			].map(label => label),
		);
		await row('morning became').hover();
		await workbench.screenshot('mentions');
		await row('morning became').locator('.codicon-link').click();
		await workbench.waitFor('the row among the links', async () => (await labelsNow()).includes('Links to this note: 5, in notes: 4'));
		assert.ok((await labelsNow()).includes('Unlinked mentions, 1'));
	});

	it('takes a link back with one undo', async () => {
		await open('3.md');
		await workbench.waitForEditorText(mention.replace('sharpening', '[[sharpening]]'));
		assert.ok(await workbench.isDirty());
		await workbench.press('Control+z');
		await workbench.waitForEditorText(mention);
		await workbench.waitFor('the file as it is on disk', async () => !(await workbench.isDirty()));
	});

	it('shows what it will do before it links in several notes', async () => {
		await open('sharpening.md');
		await waitForRows(['Links to this note: 4, in notes: 4', ...links, 'Unlinked mentions']);
		await row('Unlinked mentions').hover();
		await row('Unlinked mentions').locator('.codicon-references').click();
		const preview = workbench.page.locator('.refactor-preview, .bulk-edit-panel').first();
		await preview.waitFor();
		await workbench.screenshot('link-all');
		await preview.locator('.monaco-button', { hasText: 'Apply' }).click();
		await workbench.waitFor('both links on disk', () =>
			['3', '31-outputs-for-output'].every(name => /\[\[sharpening\]\]/u.test(workbench.readFile(`content/daily-log/${name}.md`))),
		);
		await workbench.waitForNotice('2 mentions of “Sharpening, step by step” are links now.');
	});

	it('goes where wiki links are switched off', async () => {
		mkdirSync(join(workbench.folder, '.vscode'), { recursive: true });
		workbench.writeFile('.vscode/settings.json', '{ "dailyLog.wikiLinks.enabled": false }');
		await header('Backlinks').waitFor({ state: 'hidden' });
		workbench.writeFile('.vscode/settings.json', '{}');
		await header('Backlinks').waitFor();
	});
});
