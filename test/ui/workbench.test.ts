import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

describe('the workbench on the sample log', () => {
	let workbench: Workbench | undefined;

	before(async () => {
		workbench = await openWorkbench();
	});

	after(() => workbench?.close());

	it('shows the hours in the status bar', async () => {
		assert.ok(workbench);
		const item = workbench.statusBarItem('dailyLog.inputHours');
		await item.waitFor();
		assert.match(await item.innerText(), /\d h today · .*\d h week/);
	});

	it('offers New Daily Log in the palette', async () => {
		assert.ok(workbench);
		const rows = await workbench.paletteRows('New Daily Log');
		assert.ok(
			rows.some(row => row.startsWith('Daily Log: New Daily Log')),
			rows.join('\n'),
		);
		await workbench.screenshot('workbench');
	});
});
