import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, describeLog, run, until, withLog } from '../logDriver.ts';
import { entry } from '../problemsDriver.ts';

function dashboards(): readonly vscode.Tab[] {
	return vscode.window.tabGroups.all
		.flatMap(({ tabs }) => tabs)
		.filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('dailyLog.dashboard'));
}

describeLog('dailyLog.showDashboard', () => {
	afterEach(closeEditors);

	it('opens one dashboard, and brings it to the front again', async () => {
		await withLog({ '1.md': entry(1) }, {}, async ({ folder, told }) => {
			await run('dailyLog.showDashboard');
			await until('the dashboard', () => dashboards().length === 1 && dashboards()[0]?.isActive);
			await vscode.window.showTextDocument(
				vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/'), folder, '1.md'),
			);
			await until('the entry in front', () => dashboards()[0]?.isActive === false);
			await run('dailyLog.showDashboard');
			await until('the dashboard in front', () => dashboards()[0]?.isActive);
			assert.deepEqual([dashboards().map(({ label }) => label), told()], [['Daily Log Dashboard'], []]);
		});
	});

	it('can be closed and opened anew', async () => {
		await withLog({ '1.md': entry(1) }, {}, async () => {
			for (let times = 0; times < 2; times++) {
				await run('dailyLog.showDashboard');
				await until('the dashboard', () => dashboards().length === 1);
				await vscode.window.tabGroups.close(dashboards());
				await until('the dashboard to be gone', () => dashboards().length === 0);
			}
		});
	});
});
