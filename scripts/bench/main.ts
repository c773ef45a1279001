import { parseArgs } from 'node:util';
import { type Figures, rowsOf } from '../../test/bench/figures.ts';
import { runProcess } from '../../test/support/process.ts';
import { parseEvent } from '../../test/support/report.ts';
import { programArguments, root } from '../../test/support/root.ts';
import { buildPackage } from '../package/vsix.ts';

/**
 * `npm run bench [-- COUNT ...] [--json]`: measures the extension as users get it inside a real editor, on logs of 1,200 and 12,000 entries (or the given counts).
 * Prints a table each, or one JSON array. A figure over its budget is marked; that alone is no failure.
 */
export async function main(args: readonly string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: { json: { type: 'boolean', default: false } },
	});
	await buildPackage();
	const all: Figures[] = [];
	for (const count of positionals.length === 0 ? ['1200', '12000'] : positionals) {
		const figures = await measure(count);
		all.push(figures);
		if (!values.json) {
			printTable(figures);
		}
	}
	if (values.json) {
		console.log(JSON.stringify(all, undefined, '\t'));
	}
	return 0;
}

async function measure(count: string): Promise<Figures> {
	const notes: string[] = [];
	const { output } = await runProcess({
		command: process.execPath,
		args: programArguments('test/bench/run.ts', [count]),
		cwd: root,
		onLine: line => {
			const event = parseEvent(line);
			if (event?.kind === 'note') {
				notes.push(event.text);
			}
		},
	});
	const figures: unknown = notes[0] === undefined ? undefined : JSON.parse(notes[0]);
	if (!isFigures(figures)) {
		throw new Error(
			`The measurement on ${count} entries gave no figures. Its last words:\n${output.trim().split('\n').slice(-15).join('\n')}`,
		);
	}
	return figures;
}

function isFigures(value: unknown): value is Figures {
	return typeof value === 'object' && value !== null && 'ready' in value && 'heap' in value;
}

function printTable(figures: Figures): void {
	console.log(`\n${figures.notes.toLocaleString('en')} entries`);
	for (const { what, value, budget, over } of rowsOf(figures)) {
		console.log(`  ${what.padEnd(42)} ${value.padEnd(38)} ${budget === '' ? '' : `at most ${budget}${over ? '  OVER' : ''}`}`.trimEnd());
	}
}
