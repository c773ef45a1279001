import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

describe('a window in German', () => {
	let workbench: Workbench;

	before(async () => {
		workbench = await openWorkbench({ language: 'de', settings: { 'dailyLog.weekStartsOn': 'monday' } });
		await workbench.showContainer('Daily Log');
		await workbench.sidebarRows.first().waitFor();
	});

	after(() => workbench.close());

	it('names views and hours in German, with a comma in numbers', async () => {
		assert.match(await workbench.page.locator('.part.sidebar').innerText(), /Letzte Einträge[^]*Schlagwörter/u);
		await workbench
			.statusBarItem('dailyLog.inputHours')
			.filter({ hasText: /0,0 h heute · \d+,\d h Woche/u })
			.waitFor();
	});

	it('runs commands by their German names, and reports mistakes in German', async () => {
		await workbench.runCommand('Daily Log: Alle Einträge prüfen');
		const problems = workbench.page.locator('.markers-panel .monaco-list-row');
		await problems.filter({ hasText: /„1h30“ ist keine Anzahl von Minuten, daher zählt dieser Eintrag nicht\. 90 schreiben\./u }).waitFor();
		await problems
			.filter({ hasText: 'Ein Anführungszeichen wird hier geöffnet und nie geschlossen. Hugo bricht den Build hier ab.' })
			.waitFor();
		await workbench.screenshot('german');
	});

	it('shows the dashboard in German', async () => {
		await workbench.runCommand('Daily Log: Dashboard anzeigen');
		const page = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
		await page.getByText('Was herauskam').first().waitFor();
		await page.getByText('Längste Folge').first().waitFor();
		await workbench.screenshot('german-dashboard');
	});

	it('leads through the first steps in German', async () => {
		await workbench.runCommand('Daily Log: Erste Schritte');
		const walkthrough = workbench.page.locator('.gettingStartedContainer .gettingStartedDetailsContent');
		await walkthrough.filter({ hasText: 'Den heutigen Eintrag schreiben' }).waitFor();
		await walkthrough.filter({ hasText: 'Die Website nie beschädigen' }).waitFor();
		await workbench.waitUntilQuiet();
		await workbench.screenshot('german-walkthrough');
	});
});
