import Mocha from 'mocha';
import { files, grep } from 'daily-log:test-files';
import { describeError, formatEvent, lineReporter } from '../support/report.ts';

/**
 * What VS Code calls in its extension host: runs every test file of the bundle and rejects if one failed.
 * `test/support/bundle.ts` puts the files into the bundle; the results go to the console as lines.
 */
export async function run(): Promise<void> {
	const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, fullTrace: true, reporter: lineReporter(Mocha.reporters.Base, print) });
	mocha.suite.emit('pre-require', globalThis, '', mocha);
	if (grep !== '') {
		mocha.grep(grep);
	}
	let failures = 0;
	for (const file of files) {
		await file.load().catch((error: unknown) => {
			failures += 1;
			print(formatEvent({ kind: 'failed', title: `${file.name} (while loading)`, ...describeError(error) }));
		});
	}
	failures += await new Promise<number>(resolve => mocha.run(resolve));
	// The console's lines travel by another way than the result; give them time to arrive before the window closes.
	await new Promise(resolve => setTimeout(resolve, 200));
	if (failures > 0) {
		throw new Error(`${failures} failed`);
	}
}

function print(line: string): void {
	console.log(line);
}
