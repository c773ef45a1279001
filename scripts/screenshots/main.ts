import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildExtension } from '../package/vsix.ts';
import { root } from '../../test/support/root.ts';
import { openWorkbench, type Workbench } from '../../test/support/workbench.ts';

/** A picture of the README: how to get the workbench there. */
interface Picture {
	/** `media/docs/<name>.png`. */
	readonly name: string;
	readonly theme: 'light' | 'dark';
	readonly scene: (workbench: Workbench) => Promise<void>;
}

const pictures: readonly Picture[] = [
	{ name: 'new-entry', theme: 'light', scene: writeNewEntry },
	{ name: 'new-entry-dark', theme: 'dark', scene: writeNewEntry },
];

/** `npm run screenshots [-- NAME ...]`: takes the pictures of the README anew, from the real workbench on the sample log. */
export async function main(names: readonly string[]): Promise<number> {
	await buildExtension();
	mkdirSync(join(root, 'media', 'docs'), { recursive: true });
	for (const picture of pictures.filter(({ name }) => names.length === 0 || names.includes(name))) {
		await take(picture);
		console.log(`media/docs/${picture.name}.png`);
	}
	return 0;
}

async function take({ name, theme, scene }: Picture): Promise<void> {
	const workbench = await openWorkbench({ theme, size: { width: 1200, height: 720 } });
	try {
		await workbench.statusBarItem('dailyLog.inputHours').waitFor();
		await scene(workbench);
		await workbench.page.mouse.move(0, 0);
		await workbench.page.screenshot({ path: join(root, 'media', 'docs', `${name}.png`), animations: 'disabled' });
	} finally {
		await workbench.close();
	}
}

/** An entry that was just made, beside the recent ones. */
async function writeNewEntry(workbench: Workbench): Promise<void> {
	await workbench.showContainer('Daily Log');
	await workbench.sidebarRows.first().waitFor();
	await workbench.runCommand('Daily Log: New Daily Log');
	await workbench.quickInput.waitFor();
	await workbench.type('A calmer way to plan the week');
	await workbench.press('Enter');
	await workbench.editorLines.getByText('A calmer way to plan the week').first().waitFor();
}
