import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { lineReporter } from './report.ts';
import { root } from './root.ts';

/**
 * Runs every `*.test.ts` below a folder with mocha in this process: `main(['test/core'])`, and prints the events as lines.
 * `--timeout` in milliseconds; `DAILY_LOG_GREP` leaves only the tests whose full title has that text. Returns 1 if one failed, 0 if none.
 */
export async function main(args: readonly string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: { timeout: { type: 'string', default: '10000' } },
	});
	const print = (line: string): void => {
		console.log(line);
	};
	const mocha = new Mocha({ ui: 'bdd', timeout: Number(values.timeout), reporter: lineReporter(Mocha.reporters.Base, print) });
	mocha.grep(process.env['DAILY_LOG_GREP'] ?? '');
	for (const file of positionals.flatMap(testFilesBelow)) {
		mocha.addFile(file);
	}
	await mocha.loadFilesAsync();
	const failures = await new Promise<number>(resolve => mocha.run(resolve));
	return failures === 0 ? 0 : 1;
}

/** Absolute paths, in a stable order; none if the folder is not there. */
export function testFilesBelow(folder: string): string[] {
	const absolute = join(root, folder);
	return existsSync(absolute)
		? readdirSync(absolute, { recursive: true, encoding: 'utf8' })
				.flatMap(name => (name.endsWith('.test.ts') ? join(absolute, name) : []))
				.sort()
		: [];
}
