import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copySample } from '../../test/support/editorKinds.ts';
import { writeLongLog } from '../../test/support/longLog.ts';
import { root } from '../../test/support/root.ts';
import { openWorkbench, type Workbench, type WorkbenchOptions } from '../../test/support/workbench.ts';
import { buildExtension } from '../package/vsix.ts';
import { writeRecentDays } from './recentDays.ts';
import { shrink } from './shrink.ts';

/** A picture of the README: how to get the workbench there. */
interface Picture {
	/** `media/docs/<name>.webp`. */
	readonly name: string;
	readonly options: WorkbenchOptions;
	readonly scene: (workbench: Workbench) => Promise<void>;
}

const size = { width: 1100, height: 660 };

const pictures: readonly Picture[] = [
	{ name: 'new-entry', options: { theme: 'light', size }, scene: writeNewEntry },
	{
		name: 'hours',
		options: {
			theme: 'dark',
			size,
			prepare: copyRecentLog,
			settings: { 'dailyLog.weekStartsOn': 'monday', 'dailyLog.goal.hoursPerWeek': 6 },
		},
		scene: hoverHours,
	},
	{
		name: 'dashboard',
		options: {
			theme: 'light',
			size: { width: 1180, height: 1010 },
			prepare: writeOwnLog,
			settings: { 'dailyLog.weekStartsOn': 'monday', 'dailyLog.goal.hoursPerWeek': 7 },
		},
		scene: showDashboard,
	},
	{ name: 'problems', options: { theme: 'light', size: { width: 1000, height: 660 } }, scene: showProblems },
];

/** Nothing in the picture that is not about the log. */
const settings = { 'window.commandCenter': false, 'workbench.layoutControl.enabled': false, 'editor.minimap.enabled': false };

/** `npm run screenshots [-- NAME ...]`: takes the pictures of the README anew, from the real workbench on the sample log. */
export async function main(names: readonly string[]): Promise<number> {
	await buildExtension();
	mkdirSync(join(root, 'media', 'docs'), { recursive: true });
	for (const picture of pictures.filter(({ name }) => names.length === 0 || names.includes(name))) {
		writeFileSync(join(root, 'media', 'docs', `${picture.name}.webp`), await shrink(await take(picture)));
		console.log(`media/docs/${picture.name}.webp`);
	}
	return 0;
}

async function take({ options, scene }: Picture): Promise<Uint8Array> {
	const workbench = await openWorkbench({ ...options, settings: { ...settings, ...options.settings } });
	try {
		await workbench.statusBarItem('dailyLog.inputHours').waitFor();
		await workbench.showContainer('Daily Log');
		await workbench.sidebarRows.first().waitFor();
		await scene(workbench);
		await workbench.waitUntilQuiet();
		return await workbench.page.screenshot({ animations: 'disabled' });
	} finally {
		await workbench.close();
	}
}

/** An entry that was just made, beside the recent ones. */
async function writeNewEntry(workbench: Workbench): Promise<void> {
	await workbench.ask('Daily Log: New Daily Log');
	await workbench.type('A calmer way to plan the week');
	await workbench.press('Enter');
	await workbench.waitForEditorText('A calmer way to plan the week');
	await workbench.sidebarRows.filter({ hasText: 'A calmer way to plan' }).waitFor();
}

/** The tooltip of the status bar item, over today's entry. */
async function hoverHours(workbench: Workbench): Promise<void> {
	await workbench.runCommand("Daily Log: Open Today's Entry");
	await workbench.activeTab.waitFor();
	await workbench.waitUntilQuiet();
	await workbench.hover(workbench.statusBarItem('dailyLog.inputHours'));
}

/** This year, with a day pointed at. */
async function showDashboard(workbench: Workbench): Promise<void> {
	await workbench.runCommand('Daily Log: Show Dashboard');
	await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
	const page = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
	await page.locator('.heatmap .cell').last().waitFor();
	await page.locator('.heatmap select').nth(1).selectOption(String(new Date().getFullYear()));
	await page.locator('.heatmap .cell').nth(-20).hover();
	await page.locator('.tooltip').waitFor();
}

/** The Problems panel, and the lightbulb at one of them. */
async function showProblems(workbench: Workbench): Promise<void> {
	await workbench.runCommand('Daily Log: Validate All Entries');
	await workbench.page.locator('.markers-panel .monaco-list-row', { hasText: 'input.invalid' }).dblclick();
	await workbench.activeTab.filter({ hasText: '26-input-in-words.md' }).waitFor();
	await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
	await workbench.waitUntilQuiet();
	await workbench.openQuickFixes();
	await workbench.page.locator('.action-widget .monaco-list-row', { hasText: 'Write 90' }).waitFor();
}

function copyRecentLog(folder: string): string {
	const log = copySample(join(folder, 'log'));
	writeRecentDays(join(log, 'content', 'daily-log'), new Date());
	return log;
}

/** A log of more than a year. */
function writeOwnLog(folder: string): string {
	const log = join(folder, 'log');
	writeLongLog(join(log, 'content', 'daily-log'), 640, new Date().toISOString().slice(0, 10));
	return log;
}
