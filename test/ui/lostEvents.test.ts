import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const folder = 'content/daily-log';

/** VS Code tells of nothing that happens there, as where the system has no watchers left, or on a network drive. */
const settings = { 'files.watcherExclude': { '**/content/**': true } };

describe('a window to which no file events come', () => {
	let workbench: Workbench;

	before(async () => {
		workbench = await openWorkbench({ settings });
		await workbench.showContainer('Daily Log');
		await shows('40 - ', true);
	});

	after(() => workbench.close());

	const shows = (title: string, wanted: boolean): Promise<void> =>
		workbench.waitFor(
			`${title} ${wanted ? 'in' : 'out of'} the view`,
			async () => (await workbench.sidebarLabels()).some(label => label.startsWith(title)) === wanted,
		);

	/** As the browser tells of it when another window comes to the front, or ours. */
	const tellFocus = (isFocused: boolean): Promise<unknown> =>
		workbench.page.evaluate(`document.hasFocus = () => ${isFocused}; document.dispatchEvent(new Event('visibilitychange'));`);

	it('sees what another program did when somebody comes back to it', async () => {
		await tellFocus(false);
		const path = join(workbench.folder, folder, '41.md');
		writeFileSync(path, '---\ntitle: "41 - By another program"\nseries: ["Daily Log"]\ndate: 2026-11-21T06:00:00-07:00\n---\n');
		rmSync(join(workbench.folder, folder, '40.md'), { force: true });
		await tellFocus(true);
		await shows('41 - By another program', true);
		await shows('40 - ', false);
	});
});
