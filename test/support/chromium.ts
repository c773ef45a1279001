import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { runProcess } from './process.ts';

/** A headless Chromium with nothing of its own on its mind. */
export async function launchBrowser(): Promise<Browser> {
	return chromium.launch({ executablePath: await findChromium(), args: quietFlags });
}

const quietFlags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

let found: Promise<string> | undefined;

/**
 * The Chromium or Chrome of this machine: `CHROME`, then the PATH, then the usual places; as root on Debian it is installed if there is none.
 * Fails with a sentence that says what to do.
 */
export function findChromium(): Promise<string> {
	found ??= lookForChromium();
	return found;
}

async function lookForChromium(): Promise<string> {
	const present = installedChromium() ?? (await installOnDebian());
	if (present === undefined) {
		throw new Error('The tests in the editor need Chromium or Chrome: install it, or name its program in the environment variable CHROME.');
	}
	return present;
}

function installedChromium(): string | undefined {
	const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap(folder => programNames.map(name => join(folder, name)));
	const named = process.env['CHROME'];
	return [...(named === undefined ? [] : [named]), ...onPath, ...usualPlaces()].find(file => existsSync(file));
}

const programNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

function usualPlaces(): string[] {
	if (process.platform === 'darwin') {
		return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(name => `/Applications/${name}.app/Contents/MacOS/${name}`);
	}
	if (process.platform === 'win32') {
		const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(name => process.env[name] ?? []);
		const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
		return roots.flatMap(root => programs.map(program => join(root, program)));
	}
	return [];
}

async function installOnDebian(): Promise<string | undefined> {
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
		return undefined;
	}
	console.log('Installing Chromium with apt-get (once) ...');
	const apt = (...args: string[]): ReturnType<typeof runProcess> =>
		runProcess({ command: 'apt-get', args, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 10 * 60_000 });
	await apt('update', '-qq');
	const install = ['install', '-y', '-qq', '--no-install-recommends', 'chromium'];
	if ((await apt(...install)).code !== 0 && (await apt(...install)).code !== 0) {
		throw new Error('Chromium could not be installed: apt-get install chromium failed twice.');
	}
	return installedChromium();
}
