import { stripVTControlCharacters } from 'node:util';
import { parseEvent, type TestEvent } from '../../test/support/report.ts';
import { type Program, runProcess } from '../../test/support/process.ts';
import { programArguments, root } from '../../test/support/root.ts';
import { withSourcePlaces } from './sourcePlaces.ts';

/** What one suite found. */
export interface Tally {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
}

/** A suite of tests that can be asked for by its name: `npm test -- core`. */
export interface Suite {
	readonly name: string;
	/** Runs it; prints what failed. */
	run(print: (line: string) => void): Promise<Tally>;
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0 };

/** The sum of two tallies. */
export function add(one: Tally, other: Tally): Tally {
	return { passed: one.passed + other.passed, failed: one.failed + other.failed, skipped: one.skipped + other.skipped };
}

/** A suite that is one command: it passes if the command ends well, else all it printed is shown. */
export function commandSuite(name: string, ...commands: readonly (readonly string[])[]): Suite {
	return {
		name,
		run: async print => {
			for (const [script = '', ...args] of commands) {
				const { code, output } = await runProcess({ command: process.execPath, args: [script, ...args], cwd: root });
				if (code !== 0) {
					print(output.trimEnd());
					return { ...nothing, failed: 1 };
				}
			}
			return { ...nothing, passed: 1 };
		},
	};
}

/** A suite that is a program of the checkout (`main(args)`) that prints `TestEvent` lines. */
export function programSuite(name: string, file: string, ...args: readonly string[]): Suite {
	const program = { command: process.execPath, args: programArguments(file, args), cwd: root, timeout: 15 * 60_000 };
	return { name, run: print => runReporting(program, print) };
}

/** Several suites under one name, one after the other. */
export function suiteOf(name: string, parts: readonly Suite[]): Suite {
	return {
		name,
		run: async print => {
			let sum = nothing;
			for (const part of parts) {
				sum = add(sum, await part.run(print));
			}
			return sum;
		},
	};
}

/** Runs a program and counts its events. A crash is a failure, and so is a run without a single test, unless tests were chosen by their titles. */
async function runReporting(program: Program, print: (line: string) => void): Promise<Tally> {
	const events: TestEvent[] = [];
	const others: string[] = [];
	const { code } = await runProcess({
		...program,
		onLine: line => {
			const event = parseEvent(line);
			if (event === undefined) {
				others.push(line);
			} else {
				events.push(event);
				describe(event).forEach(print);
			}
		},
	});
	const count = (kind: TestEvent['kind']): number => events.filter(event => event.kind === kind).length;
	const tally = { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
	const trouble = troubleOf(tally, code, count('end') > 0);
	if (trouble === undefined) {
		return tally;
	}
	print(`  FAILED: ${trouble}. Its last lines:`);
	others.slice(-30).forEach(line => {
		print(`    ${line}`);
	});
	return { ...tally, failed: tally.failed + 1 };
}

/** What is wrong beyond failed tests, if anything is. */
function troubleOf(tally: Tally, code: number, ended: boolean): string | undefined {
	if (!ended) {
		return `it crashed (exit code ${code})`;
	}
	const chosen = process.env['DAILY_LOG_GREP'] !== undefined;
	if (tally.passed + tally.failed + tally.skipped === 0 && !chosen) {
		return 'it ran no test';
	}
	return code !== 0 && tally.failed === 0 ? `all tests passed, but it ended with exit code ${code}` : undefined;
}

function describe(event: TestEvent): string[] {
	switch (event.kind) {
		case 'failed':
			return [`  FAILED: ${event.title}`, ...indent(event.message), ...indent(withSourcePlaces(event.stack))];
		case 'skipped':
			return [`  skipped: ${event.title}`];
		case 'note':
			return [`  ${event.text}`];
		case 'passed':
			return process.env['VERBOSE'] === undefined ? [] : [`  passed: ${event.title} (${event.milliseconds} ms)`];
		case 'end':
			return [];
	}
}

function indent(text: string): string[] {
	return text === ''
		? []
		: stripVTControlCharacters(text)
				.trimEnd()
				.split('\n')
				.map(line => `    ${line}`);
}
