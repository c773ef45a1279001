import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import type { BrowserContext } from 'playwright-core';
import { workbenchAddress } from '../support/address.ts';
import { bundleTests } from '../support/bundle.ts';
import { launchBrowser } from '../support/chromium.ts';
import { installCodeOss, newest } from '../support/codeOss.ts';
import { copyExtension } from '../support/copyExtension.ts';
import { parseEvent } from '../support/report.ts';
import { cache, root } from '../support/root.ts';
import { type Server, startServer } from '../support/server.ts';
import { profileFolderVariable } from './editor/profiler.ts';
import type { Figures } from './figures.ts';
import { generateVault, touchNotes, type VaultPlan } from './vault.ts';

/** Once a minute has this many to give up. */
const mostMinutes = 25;

/**
 * Measures the extension that lies built in `dist/` in a real editor, on a generated vault: three windows one after the other, of one profile. The first finds nothing of the vault read
 * before, the second all of it, the third all but one note in a hundred. What the extension host's thread does from activation until all is quiet is written to the folder `profiles`, if one is given.
 */
export async function measureVault(plan: VaultPlan, profiles = ''): Promise<Figures> {
	const folder = join(cache, 'bench', `${plan.shape}-${plan.count}`, 'vault');
	generateVault(folder, plan);
	touchNotes(folder, plan, '');
	const extension = await measuredExtension(join(root, 'out', 'bench-extension'));
	const server = await startServer(await installCodeOss(newest), { environment: { [profileFolderVariable]: profiles } });
	const browser = await launchBrowser();
	try {
		const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
		const run = (phase: string): Promise<Figures> => runWindow({ server, context, folder, extension }, phase);
		const cold = await run('cold');
		const cached = await run('cached');
		touchNotes(folder, plan, '\nOne line more, with a link to [[1]].\n');
		return { ...cold, ...cached, ...(await run('changed')) };
	} finally {
		touchNotes(folder, plan, '');
		await browser.close();
		await server.stop();
	}
}

/** The extension, not activated by the editor but by us, behind a wrapper that notes what it does. */
async function measuredExtension(folder: string): Promise<string> {
	copyExtension(folder, manifest => ({ ...manifest, main: './measured.js', activationEvents: [] }));
	await bundle({
		entryPoints: [join(root, 'test', 'bench', 'measured.ts')],
		outfile: join(folder, 'measured.js'),
		bundle: true,
		format: 'cjs',
		platform: 'node',
		external: ['vscode', './dist/node.js'],
		logLevel: 'warning',
	});
	return folder;
}

interface Place {
	readonly server: Server;
	readonly context: BrowserContext;
	readonly folder: string;
	readonly extension: string;
}

/** One window, in which the tests of `editor/<phase>.bench.ts` run; the figures they tell. */
async function runWindow({ server, context, folder, extension }: Place, phase: string): Promise<Figures> {
	const testsPath = await bundleTests(`bench-${phase}`, 'node', [join(root, 'test', 'bench', 'editor', `${phase}.bench.ts`)], 1);
	const page = await context.newPage();
	const figures: Record<string, number> = {};
	const words: string[] = [];
	const hear = (_type: string, args: readonly unknown[]): void => {
		const line = args.map(String).join(' ');
		words.push(line.slice(0, 500));
		const event = parseEvent(line);
		if (event?.kind === 'note') {
			const told: unknown = JSON.parse(event.text);
			Object.assign(figures, told);
		} else if (event?.kind === 'failed') {
			words.push(`${event.title}: ${event.message}\n${event.stack}`);
		}
	};
	const code = await new Promise<number>((resolve, reject) => {
		setTimeout(() => {
			resolve(1);
		}, mostMinutes * 60_000).unref();
		page
			.exposeFunction('codeAutomationExit', resolve)
			.then(() => page.exposeFunction('codeAutomationLog', hear))
			.then(() => page.goto(workbenchAddress(server, { workspace: folder, developmentPaths: [extension], testsPath })))
			.catch(reject);
	});
	await page.close({ runBeforeUnload: false });
	if (code !== 0) {
		throw new Error(`The window '${phase}' ended with ${code}. Its last words:\n${words.slice(-15).join('\n')}`);
	}
	return figures;
}
