import { parseArgs } from 'node:util';
import { findChromium } from '../../test/support/chromium.ts';
import { installCodeOss, newest, oldest } from '../../test/support/codeOss.ts';
import { buildExtension } from '../package/vsix.ts';
import { add, nothing, type Suite, type Tally } from './suite.ts';
import { editorSuites, plainSuites } from './suites.ts';

/**
 * `npm test`: every suite, or those named (`npm test -- core editor`; `editor` is also `editor-oldest`).
 * `--grep TEXT` leaves only tests with that text in their title. The last line sums up: `N passed, N failed`. Returns 1 if any failed.
 */
export async function main(args: readonly string[]): Promise<number> {
	const { values, positionals: names } = parseArgs({ args: [...args], allowPositionals: true, options: { grep: { type: 'string' } } });
	if (values.grep !== undefined) {
		process.env['DAILY_LOG_GREP'] = values.grep;
	}
	const unknown = names.filter(name => ![...plainSuites, ...editorSuites].some(suite => answersTo(suite, name)));
	if (unknown.length > 0) {
		throw new Error(
			`There is no suite '${unknown.join(', ')}'; there are ${[...plainSuites, ...editorSuites].map(suite => suite.name).join(', ')}.`,
		);
	}
	const chosen = (suites: readonly Suite[]): readonly Suite[] =>
		suites.filter(suite => names.length === 0 || names.some(name => answersTo(suite, name)));
	const tallies = await Promise.all([runAll(chosen(plainSuites)), runInEditor(chosen(editorSuites))]);
	const { passed, failed, skipped } = tallies.reduce(add);
	console.log(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
	return failed === 0 ? 0 : 1;
}

function answersTo(suite: Suite, name: string): boolean {
	return suite.name === name || suite.name.startsWith(`${name}-`);
}

/** Builds the extension and fetches the editors and a browser first; where that fails, every suite that needs them has failed. */
async function runInEditor(suites: readonly Suite[]): Promise<Tally> {
	if (suites.length === 0) {
		return nothing;
	}
	try {
		await buildExtension();
		await findChromium();
		await installCodeOss(newest);
		if (suites.some(suite => suite.name.endsWith('-oldest'))) {
			await installCodeOss(oldest);
		}
	} catch (error) {
		console.log(error instanceof Error ? error.message : String(error));
		return { ...nothing, failed: suites.length };
	}
	return runAll(suites);
}

async function runAll(suites: readonly Suite[]): Promise<Tally> {
	let sum = nothing;
	for (const suite of suites) {
		sum = add(sum, await runOne(suite));
	}
	return sum;
}

/** Prints a suite's lines together, when it is over: two suites run at once. */
async function runOne(suite: Suite): Promise<Tally> {
	const lines: string[] = [];
	const start = performance.now();
	const tally = await suite.run(line => lines.push(line));
	const seconds = ((performance.now() - start) / 1000).toFixed(1);
	const skipped = tally.skipped === 0 ? '' : `, ${tally.skipped} skipped`;
	console.log([`${suite.name}: ${tally.passed} passed, ${tally.failed} failed${skipped} (${seconds} s)`, ...lines].join('\n'));
	return tally;
}
