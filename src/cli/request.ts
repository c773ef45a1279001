import { parseArgs } from 'node:util';
import { codes } from '../core/problems/codes.ts';
import type { SeverityWishes } from '../core/problems/checking.ts';
import { readDate } from '../core/time/writtenDate.ts';
import type { CheckRequest } from './checkLog.ts';
import type { NewRequest } from './newEntry.ts';
import { formats, isFormat } from './report.ts';

const levels: readonly string[] = ['error', 'warning', 'information', 'hint', 'off'];

export const usage = `Usage: daily-log check [folder or file ...] [options]
       daily-log new [folder] [options]
       daily-log mcp [folder] [--write]

check  Checks the entries of a daily log as the VS Code extension does, with the settings in .vscode/settings.json of the log's site.
       A file or a folder inside of a site is judged with the whole log in view, and only what is wrong there is told.
  --format ${formats.join('|')}   how to print what is wrong (text)
  --fix                     mend what needs no decision, then check again
  --severity <code>=<level> ${levels.join(', ')}; may be given again

new    Creates the next entry of the log and prints its path. Nothing is ever overwritten.
  --title <title>           without the number; empty if it is not given
  --date <date>             such as 2022-12-02T06:21:40-07:00; now if it is not given

mcp    Serves the log to AI agents by the Model Context Protocol, over standard input and output. Files outside of the folder are never touched.
  --write                   agents may create entries and add input time; without it they only read

  --help, --version

Exits with 0 when there is no error or the entry was created, 1 when there are errors, 2 when nothing could be checked or created,
or a file could not be mended. Files that are no entries are passed over.
`;

type Checking = Omit<CheckRequest, 'currentFolder'>;
type Creating = Omit<NewRequest, 'currentFolder' | 'now'>;

/** What was asked for, or a sentence that says why it is not understood. */
export type Request =
	| ({ readonly kind: 'check' } & Checking)
	| ({ readonly kind: 'new' } & Creating)
	| { readonly kind: 'mcp'; readonly folder: string; readonly write: boolean }
	| { readonly kind: 'help' }
	| { readonly kind: 'version' }
	| Wrong;

interface Wrong {
	readonly kind: 'wrong';
	readonly message: string;
}

const general = { help: { type: 'boolean', default: false }, version: { type: 'boolean', default: false } } as const;

/** Reads what stands behind the program's name. */
export function readRequest(args: readonly string[]): Request {
	const known = args.find(arg => ['--help', '-h', '--version'].includes(arg));
	if (known !== undefined) {
		return { kind: known === '--version' ? 'version' : 'help' };
	}
	const [command, ...rest] = args;
	try {
		switch (command) {
			case undefined:
				return wrong('No command is given.');
			case 'check':
				return readCheck(rest);
			case 'new':
				return readNew(rest);
			case 'mcp':
				return readMcp(rest);
			default:
				return wrong(`'${command}' is no command; there are check, new and mcp.`);
		}
	} catch (error) {
		return wrong(error instanceof Error ? error.message : String(error));
	}
}

function readCheck(args: readonly string[]): Request {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			...general,
			format: { type: 'string', default: 'text' },
			fix: { type: 'boolean', default: false },
			severity: { type: 'string', multiple: true, default: [] },
		},
	});
	const { format, fix, severity } = values;
	const broken = severity.find(wish => !isWish(wish));
	if (broken !== undefined) {
		return wrong(
			`'${broken}' is no severity: write <code>=<level>, with a code of docs/codes.md and one of ${levels.join(', ')}, such as number.gap=off.`,
		);
	}
	return isFormat(format)
		? { kind: 'check', targets: positionals.length === 0 ? ['.'] : positionals, format, fix, severity: wishesIn(severity) }
		: wrong(`'${format}' is no format; there are ${formats.join(', ')}.`);
}

function isWish(wish: string): boolean {
	const [code = '', level = '', ...more] = wish.split('=');
	return Object.hasOwn(codes, code) && levels.includes(level) && more.length === 0;
}

function wishesIn(severity: readonly string[]): SeverityWishes {
	return Object.fromEntries(severity.map(wish => wish.split('=')).map(([code = '', level]) => [code, level] as const));
}

function readNew(args: readonly string[]): Request {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: { ...general, title: { type: 'string', default: '' }, date: { type: 'string' } },
	});
	const [folder = '.', ...more] = positionals;
	if (more.length > 0) {
		return wrong(
			`One folder is enough: '${more.join(' ')}' is too much. A title of several words needs quotation marks: --title "Two words".`,
		);
	}
	const title = values.title.replaceAll(/\s+/gu, ' ').trim();
	return values.date === undefined || isInstant(values.date)
		? { kind: 'new', folder, title, date: values.date }
		: wrong(`'${values.date}' is no date with time and offset, such as 2022-12-02T06:21:40-07:00.`);
}

function readMcp(args: readonly string[]): Request {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: { ...general, write: { type: 'boolean', default: false } },
	});
	const [folder = '.', ...more] = positionals;
	return more.length > 0 ? wrong(`One folder is enough: '${more.join(' ')}' is too much.`) : { kind: 'mcp', folder, write: values.write };
}

/** RFC 3339 with seconds and an offset, of a day that there is. */
function isInstant(date: string): boolean {
	return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/u.test(date) && readDate(date) !== undefined;
}

function wrong(message: string): Wrong {
	return { kind: 'wrong', message };
}
