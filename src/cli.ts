import { parseArgs } from 'node:util';
import { checkLog } from './cli/checkLog.ts';
import { formats, isFormat, type Format } from './cli/report.ts';

const usage = `Usage: daily-log check [folder] [options]

Checks the entries of a daily log, as the VS Code extension does, with the settings in the folder's .vscode/settings.json.

Options:
  --format ${formats.join('|')}   how to print what is wrong (text)
  --fix                     mend what needs no decision, then check again
  --help                    print this

Exits with 0 when there is no error, 1 when there are errors, 2 when nothing could be checked.
`;

/** What was asked for, or a sentence that says why it is not understood. */
type Request =
	| { readonly kind: 'check'; readonly folder: string; readonly format: Format; readonly fix: boolean }
	| { readonly kind: 'help' }
	| { readonly kind: 'wrong'; readonly message: string };

function readRequest(args: readonly string[]): Request {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				format: { type: 'string', default: 'text' },
				fix: { type: 'boolean', default: false },
				help: { type: 'boolean', default: false },
			},
		});
		const [command, folder = '.', ...more] = positionals;
		if (values.help) {
			return { kind: 'help' };
		}
		if (command !== 'check' || more.length > 0) {
			return {
				kind: 'wrong',
				message: command === undefined ? 'No command is given.' : `'${[command, ...more].join(' ')}' is not understood.`,
			};
		}
		return isFormat(values.format)
			? { kind: 'check', folder, format: values.format, fix: values.fix }
			: { kind: 'wrong', message: `'${values.format}' is no format; there are ${formats.join(', ')}.` };
	} catch (error) {
		return { kind: 'wrong', message: error instanceof Error ? error.message : String(error) };
	}
}

/** Runs the command line; resolves to the exit code. */
async function main(args: readonly string[]): Promise<number> {
	const request = readRequest(args);
	switch (request.kind) {
		case 'help':
			process.stdout.write(usage);
			return 0;
		case 'wrong':
			process.stderr.write(`${request.message}\n\n${usage}`);
			return 2;
		case 'check':
			return checkLog(request, { out: text => process.stdout.write(text), err: text => process.stderr.write(text) });
	}
}

main(process.argv.slice(2)).then(
	code => {
		process.exitCode = code;
	},
	(error: unknown) => {
		process.stderr.write(`daily-log failed: ${error instanceof Error ? error.message : String(error)}\n`);
		process.exitCode = 2;
	},
);
