import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { evilHost, writeHostileVault } from '../support/hostileVault.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

describe('a hostile vault, in a folder that is not trusted', () => {
	let workbench: Workbench;
	let paths: ReturnType<typeof writeHostileVault>;
	const asked: string[] = [];

	before(async () => {
		workbench = await openWorkbench({
			workspaceTrust: true,
			size: { width: 1400, height: 1000 },
			prepare: folder => {
				paths = writeHostileVault(folder);
				return paths.vault;
			},
		});
		workbench.page.on('request', request => asked.push(request.url()));
		await workbench.page.locator('.part.statusbar').getByText('Restricted Mode').first().waitFor();
		await workbench.statusBarItem('dailyLog.inputHours').waitFor();
		await workbench.showContainer('Daily Log');
	});

	after(() => workbench.close());

	/** Elements that words must not become; our own links to commands are told by their commands. */
	const dangersIn = async (place: Locator): Promise<readonly string[]> => {
		const found = await place
			.locator('img, script, iframe, [href^="javascript"], [data-href^="javascript"], [href^="command"], [data-href^="command"]')
			.evaluateAll((elements: readonly { readonly outerHTML: string }[]) => elements.map(({ outerHTML }) => outerHTML));
		return found.filter(html => !/href="command:(?:dailyLog\.\w+|vscode\.open\?)/u.test(html));
	};

	const row = (text: string): Locator => workbench.sidebarRows.filter({ hasText: text }).first();

	it('is read without end or harm: its entries are listed, and nothing of the private folder', async () => {
		await row('4 - ').waitFor();
		const labels = await workbench.sidebarLabels();
		assert.deepEqual(
			[1, 4, 5, 6, 7].filter(number => !labels.some(label => label.startsWith(`${number} - `))),
			[],
		);
		assert.ok(!labels.some(label => label.includes('Private key')), labels.join('\n'));
		await workbench.screenshot('hostile');
	});

	it('shows its words as words in the tree and its tooltip, and in the tooltip of the hours', async () => {
		assert.deepEqual(await dangersIn(workbench.page.locator('.part.sidebar')), []);
		const tooltip = await workbench.hover(row('4 - '));
		assert.match(await tooltip.innerText(), /<script>.*\[go\]\(command:workbench\.view\.extensions\)/su);
		assert.deepEqual(await dangersIn(tooltip), []);
		await workbench.restPointer();
		assert.deepEqual(await dangersIn(await workbench.hover(workbench.statusBarItem('dailyLog.inputHours'))), []);
		await workbench.restPointer();
	});

	it('shows them as words in the hover over a link', async () => {
		await row('1 - Day').click();
		await workbench.waitForEditorText('See [[4]]');
		await workbench.restPointer();
		const hover = workbench.page.locator('.monaco-hover:visible').first();
		await workbench.goToEndOfLine(8);
		await workbench.press('Home');
		for (let steps = 0; steps < 6; steps++) {
			await workbench.press('ArrowRight');
		}
		await workbench.runCommand('Show or Focus Hover');
		await hover.filter({ hasText: 'Also linked from' }).waitFor();
		await hover.filter({ hasText: 'Open “4 - <img' }).waitFor();
		assert.deepEqual(await dangersIn(hover), []);
		await workbench.press('Escape');
	});

	it('shows them as words in the dashboard', async () => {
		await workbench.runCommand('Daily Log: Show Dashboard');
		const frame: FrameLocator = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
		await frame.locator('#dashboard').getByText('A good day').first().waitFor();
		assert.match(await frame.locator('#dashboard').innerText(), /<script>document\.title='owned'<\/script>/u);
		assert.deepEqual(await dangersIn(frame.locator('#dashboard')), []);
	});

	it('creates nothing outside, and no message makes a link of what the settings say', async () => {
		await workbench.ask('Daily Log: New Daily Log');
		await workbench.press('Enter');
		await workbench.waitForNotice('which is outside the workspace folder');
		assert.deepEqual(await dangersIn(workbench.page.locator('.notifications-center')), []);
		assert.match(await workbench.notifications.first().innerText(), /\[repair\] \(command:/u);
	});

	it('has run nothing, fetched nothing, and touched nothing outside', async () => {
		assert.equal(existsSync(paths.sideEffect), false);
		assert.deepEqual(readdirSync(paths.outside), ['key.md']);
		assert.deepEqual(readdirSync(join(paths.vault, '..')).sort(), ['private', 'vault']);
		assert.deepEqual(
			asked.filter(url => url.includes(evilHost)),
			[],
		);
		assert.notEqual(await workbench.page.title(), 'owned');
	});
});
