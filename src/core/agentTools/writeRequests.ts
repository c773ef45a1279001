import type { Entry } from '../entry.ts';
import { readMinutes } from '../time/duration.ts';
import type { AgentLog } from './agentLog.ts';
import { agentToolOf } from './agentTool.ts';
import { entryOfDay, entryWithNumber } from './readEntry.ts';
import { oneLine, withoutUnseen } from './toolAnswer.ts';
import { ToolInput } from './toolInput.ts';
import { ToolRefusal } from './toolRefusal.ts';

/** Only as much of a log as is asked before something is written. */
type Log = Pick<AgentLog, 'entries' | 'today'>;

/**
 * The title for a new entry, without its number; `''` for one that the user fills in.
 * @throws {ToolRefusal} where the input is wrong, or today has an entry already and no other one is asked for.
 */
export function titleToCreate({ entries, today }: Log, given: unknown): string {
	const input = new ToolInput(given, agentToolOf('create_entry').inputSchema);
	const existing = entries.findLast(({ day }) => day === today);
	if (existing !== undefined && !input.flag('another')) {
		throw new ToolRefusal(
			`The log has an entry for today already, ${oneLine(existing.path)}. Create another one only if the user wants two, with another: true.`,
		);
	}
	return withoutUnseen(input.text('title') ?? '')
		.replaceAll('\uFFFD', '')
		.replace(/\s+/gu, ' ')
		.trim();
}

/** Minutes, and the entry that they go to. */
export interface TimeToAdd {
	readonly minutes: number;
	readonly entry: Entry;
}

/**
 * What is to be added to which entry.
 * @throws {ToolRefusal} where the input is wrong or there is no such entry.
 */
export function timeToAdd(log: Log, given: unknown): TimeToAdd {
	const input = new ToolInput(given, agentToolOf('add_input_time').inputSchema);
	const minutes = readMinutes(input.text('time') ?? '');
	if (minutes === undefined) {
		throw new ToolRefusal("The input 'time' has to be minutes or hours, such as 25, 1h30, 1:30 or -10.");
	}
	const number = input.number('number');
	return { minutes, entry: number === undefined ? entryOfDay(log, log.today) : entryWithNumber(log, number) };
}

/** What is said of an entry that was created at that path. */
export function createdAnswer(path: string, number: number | undefined): string {
	const called = number === undefined ? 'The entry' : `Entry ${number}`;
	return `${called} was created: ${oneLine(path, 400)}`;
}

/** What is said of time that was added. `isSaved` is false where it stands in an editor only, which the user has to save: it had other changes, or the disk refused. */
export function addedAnswer(
	{ path }: Pick<Entry, 'path'>,
	minutes: { readonly before: number; readonly after: number },
	isSaved = true,
): string {
	const { before, after } = minutes;
	const note = isSaved ? '' : ' It is not on the disk yet: it stands in an editor that is not saved, and is for the user to save.';
	const sentence = before === after ? `stays at ${before} min; nothing was changed` : `went from ${before} to ${after} min`;
	return `The input of ${oneLine(path, 400)} ${sentence}.${note}`;
}
