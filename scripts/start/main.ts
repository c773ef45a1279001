import { existsSync, rmSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { workbenchAddress } from '../../test/support/address.ts';
import { installCodeOss, newest } from '../../test/support/codeOss.ts';
import { copySample } from '../../test/support/editorKinds.ts';
import { cache, root } from '../../test/support/root.ts';
import { type Server, startServer } from '../../test/support/server.ts';
import { buildExtension, packExtension } from '../package/vsix.ts';
import { openInBrowser } from './openInBrowser.ts';
import { preferredPort } from './port.ts';

/**
 * `npm start [-- FOLDER] [--port N] [--no-open]`: VS Code in the browser with Daily Log installed, on a fresh copy of the sample log or on a folder.
 * Stays until Ctrl+C.
 */
export async function main(args: readonly string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: { port: { type: 'string' }, 'no-open': { type: 'boolean', default: false } },
	});
	const folder = folderToOpen(positionals[0]);
	console.log('Building Daily Log ...');
	await buildExtension();
	const vsix = await packExtension(join(cache, 'daily-log-start.vsix'));
	const code = await installCodeOss(newest);
	console.log('Starting VS Code ...');
	const port = await preferredPort(values.port === undefined ? 4100 : Number(values.port), values.port !== undefined);
	const server = await startServer(code, { port, extensions: [vsix], data: join(cache, 'start') });
	const address = workbenchAddress(server, { workspace: folder });
	describe(server, address, folder);
	if (!values['no-open'] && process.stdout.isTTY && process.env['CI'] === undefined) {
		openInBrowser(address);
	}
	// The server ends with this process (see `startServer`).
	return new Promise(() => undefined);
}

/** The folder that was named, by its absolute path, else a fresh copy of the sample log. */
function folderToOpen(named: string | undefined): string {
	if (named === undefined) {
		const sample = join(cache, 'sample');
		rmSync(sample, { recursive: true, force: true });
		return copySample(sample);
	}
	const folder = resolve(process.env['INIT_CWD'] ?? process.cwd(), named);
	if (!existsSync(folder) || !statSync(folder).isDirectory()) {
		throw new Error(`There is no folder ${folder}.`);
	}
	return folder;
}

function describe(server: Server, address: string, folder: string): void {
	console.log(`\nDaily Log runs here, on ${folder}:\n\n  ${address}\n`);
	console.log('Press F1 and type "New Daily Log". Ctrl+C ends it.\n');
	const sources = workbenchAddress(server, { workspace: folder, developmentPaths: [root] });
	console.log(
		`To work on it: npm run watch in a second terminal, and this address, which loads dist/ anew whenever the page is reloaded:\n\n  ${sources}\n`,
	);
	if (hasDesktopCode()) {
		console.log(`Or in your own VS Code: code --extensionDevelopmentPath="${root}" "${folder}"\n`);
	}
}

function hasDesktopCode(): boolean {
	const names = process.platform === 'win32' ? ['code.cmd'] : ['code'];
	return (process.env['PATH'] ?? '').split(delimiter).some(place => names.some(name => existsSync(join(place, name))));
}
