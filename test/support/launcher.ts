import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { workbenchAddress } from './address.ts';
import { launchBrowser } from './chromium.ts';
import { installCodeOss, newest } from './codeOss.ts';
import { parseEvent } from './report.ts';
import { cache } from './root.ts';
import { type Settings, startServer } from './server.ts';

/**
 * Stands in for the program `code`: speaks the flags that `@vscode/test-electron` gives it, and opens Code - OSS in a headless browser instead.
 * Ends with the exit code of the tests.
 */
export async function main(args: readonly string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args: [...args],
		strict: false,
		allowPositionals: true,
		options: {
			extensionDevelopmentPath: { type: 'string', multiple: true },
			extensionTestsPath: { type: 'string' },
			'user-data-dir': { type: 'string' },
		},
	});
	const { version, ...options } = readEnvironment();
	const data = values['user-data-dir'];
	const server = await startServer(await installCodeOss(version), { ...options, ...(typeof data === 'string' ? { data } : {}) });
	const browser = await launchBrowser();
	try {
		const [workspace] = positionals;
		const address = workbenchAddress(server, {
			...(workspace === undefined ? {} : { workspace }),
			developmentPaths: (values.extensionDevelopmentPath ?? []).filter(path => typeof path === 'string'),
			...(typeof values.extensionTestsPath === 'string' ? { testsPath: values.extensionTestsPath } : {}),
		});
		return await runPage(await browser.newPage({ viewport: { width: 1280, height: 800 } }), address);
	} finally {
		await browser.close();
		await server.stop();
	}
}

/** What the launcher has to know beyond the flags of `code`, as variables of its environment. */
export function launcherEnvironment(version: string, settings: Settings, extensions: readonly string[]): Record<string, string> {
	return {
		DAILY_LOG_CODE_OSS: version,
		DAILY_LOG_SETTINGS: JSON.stringify(settings),
		DAILY_LOG_EXTENSIONS: extensions.join(delimiter),
	};
}

function readEnvironment(): { readonly version: string; readonly settings: Settings; readonly extensions: readonly string[] } {
	const settings: unknown = JSON.parse(process.env['DAILY_LOG_SETTINGS'] ?? '{}');
	return {
		version: process.env['DAILY_LOG_CODE_OSS'] ?? newest,
		settings: Object.fromEntries(Object.entries(settings ?? {})),
		extensions: (process.env['DAILY_LOG_EXTENSIONS'] ?? '').split(delimiter).filter(file => file !== ''),
	};
}

/** The exit code the page gives. It calls two functions: one with every line of the extension host's console, one with the result of the tests. */
async function runPage(page: Page, address: string): Promise<number> {
	const minutes = Number(process.env['DAILY_LOG_TEST_MINUTES'] ?? 12);
	let timer: NodeJS.Timeout | undefined;
	const open = async (onExit: (code: number) => void): Promise<void> => {
		await page.exposeFunction('codeAutomationExit', onExit);
		await page.exposeFunction('codeAutomationLog', printLog);
		await page.goto(address);
	};
	try {
		return await new Promise<number>((resolve, reject) => {
			timer = setTimeout(() => {
				resolve(timedOut(page, minutes));
			}, minutes * 60_000);
			open(resolve).catch(reject);
		});
	} finally {
		clearTimeout(timer);
	}
}

/**
 * Prints the tests' own lines, and of the much else that the workbench has to say only errors that are not known to be harmless.
 * `DEBUG=1` shows it all.
 */
function printLog(type: string, args: readonly unknown[]): void {
	const text = args.map(String).join(' ');
	if (process.env['DEBUG'] !== undefined || parseEvent(text) !== undefined || (type === 'error' && !harmless.test(text))) {
		console.log(text);
	}
}

/** Native modules that nobody compiled, and services on the network that nobody asked. */
const harmless =
	/bindings file|watchdog|authentication provider|Service Worker|ENOTFOUND|ERR_NAME_NOT_RESOLVED|AgentHost|agent host|^\d+ failed|Error: \d+ failed/;

async function timedOut(page: Page, minutes: number): Promise<number> {
	const file = join(cache, 'screenshots', 'timed-out.png');
	mkdirSync(join(cache, 'screenshots'), { recursive: true });
	await page.screenshot({ path: file });
	console.error(`The tests in the editor did not end within ${minutes} minutes. The window then: ${file}`);
	return 1;
}
