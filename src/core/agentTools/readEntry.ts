import type { Entry } from '../entry.ts';
import type { CivilDate } from '../time/civilDate.ts';
import type { AgentLog } from './agentLog.ts';
import { agentToolOf } from './agentTool.ts';
import { dataNotice, entryLine, oneLine, withoutUnseen } from './toolAnswer.ts';
import { ToolInput } from './toolInput.ts';
import { ToolRefusal } from './toolRefusal.ts';

/** UTF-16 code units of a note's text in one answer. */
export const longestPart = 16_000;

/** Which part of which entry is wanted. */
export interface WantedEntry {
	readonly entry: Entry;
	/** Counted from 1. */
	readonly fromLine: number;
}

/**
 * The entry that is to be read.
 * @throws {ToolRefusal} where the input is wrong or there is no such entry.
 */
export function entryToRead(log: Pick<AgentLog, 'entries' | 'today'>, given: unknown): WantedEntry {
	const input = new ToolInput(given, agentToolOf('read_entry').inputSchema);
	const number = input.number('number');
	const entry = number === undefined ? entryOfDay(log, input.day('date') ?? log.today) : entryWithNumber(log, number);
	return { entry, fromLine: input.number('fromLine') ?? 1 };
}

/**
 * The only entry with that number.
 * @throws {ToolRefusal} where there is none, or more than one.
 */
export function entryWithNumber({ entries }: Pick<AgentLog, 'entries'>, number: number): Entry {
	const [entry, ...others] = entries.filter(each => each.number === number);
	if (entry === undefined) {
		const latest = entries.at(-1)?.number;
		throw new ToolRefusal(`There is no entry ${number}.${latest === undefined ? '' : ` The latest is ${latest}.`}`);
	}
	if (others.length > 0) {
		const paths = [entry, ...others].slice(0, 5).map(({ path }) => oneLine(path));
		throw new ToolRefusal(`Several entries have the number ${number}: ${paths.join(', ')}. Give each a number of its own first.`);
	}
	return entry;
}

/**
 * The latest entry of that day.
 * @throws {ToolRefusal} where there is none.
 */
export function entryOfDay({ entries }: Pick<AgentLog, 'entries'>, day: CivilDate): Entry {
	const entry = entries.findLast(each => each.day === day);
	if (entry === undefined) {
		throw new ToolRefusal(`The log has no entry of ${day}.`);
	}
	return entry;
}

/** The text as numbered lines, as far as one answer goes. No line of it can look like one of ours: each begins with its number. */
export function entryTextAnswer({ entry, fromLine }: WantedEntry, text: string): string {
	const lines = text.split(/\r\n|\r|\n/u);
	const shown: string[] = [];
	let size = 0;
	for (const line of lines.slice(fromLine - 1)) {
		const numbered = `${fromLine + shown.length}\t${withoutUnseen(cut(line))}`;
		size += numbered.length + 1;
		if (size > longestPart + 100 && shown.length > 0) {
			break;
		}
		shown.push(numbered);
	}
	const next = fromLine + shown.length;
	const rest = next <= lines.length ? [`${lines.length - next + 1} more lines; ask again with fromLine ${next}.`] : [];
	return [dataNotice, entryLine(entry), ...shown, ...rest].join('\n');
}

/** A single line that is longer than an answer has no part that could be asked for. */
function cut(line: string): string {
	return line.length > longestPart ? `${line.slice(0, longestPart).toWellFormed()}… (the line goes on)` : line;
}
