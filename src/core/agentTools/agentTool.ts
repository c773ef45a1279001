import type { FieldSchema, InputSchema } from './toolInput.ts';

/** The tools that a language model gets, in VS Code and over MCP alike. */
export type AgentToolName = 'search_entries' | 'read_entry' | 'read_statistics' | 'create_entry' | 'add_input_time';

/** A question that a language model may ask of a log, or a thing that it may have done. */
export interface AgentTool {
	readonly name: AgentToolName;
	/** For people. */
	readonly title: string;
	/** For the model: what the tool does and when it is of use. */
	readonly description: string;
	readonly inputSchema: InputSchema;
	/** Whether it changes files. */
	readonly writes: boolean;
}

/** So many entries a search shows at most, and where the model does not say how many. */
export const mostFound = 50;
export const usuallyFound = 10;

/** The widest number of an entry that a model may name. */
const highestNumber = 999_999_999;

function text(description: string, more: Partial<FieldSchema> = {}): FieldSchema {
	return { type: 'string', description, maxLength: 200, ...more };
}

function day(description: string): FieldSchema {
	return text(description, { format: 'date', maxLength: 10 });
}

function whole(description: string, minimum: number, maximum: number): FieldSchema {
	return { type: 'integer', description, minimum, maximum };
}

function input(properties: InputSchema['properties'], ...required: readonly string[]): InputSchema {
	return { type: 'object', properties, ...(required.length > 0 ? { required } : {}), additionalProperties: false };
}

/** All tools; those that only read come first. */
export const agentTools: readonly AgentTool[] = [
	{
		name: 'search_entries',
		title: 'Search the daily log',
		description:
			"Finds entries of the user's daily log (one Markdown file a day, each with a number, a date, the minutes worked as input, and what came of it as output). Searches numbers, titles, dates, tags and outputs, not the text of the entries. Returns one line for each entry with its file. Use it to answer what the user worked on and when, before reading single entries.",
		inputSchema: input({
			query: text(
				'Words that all have to occur, an entry number such as 62, or a part of a date such as 2022-12. Left out: the newest entries.',
			),
			from: day('Only entries of this day or later, such as 2022-12-01.'),
			to: day('Only entries of this day or earlier, such as 2022-12-31.'),
			tag: text('Only entries with this tag.'),
			limit: whole(`How many entries to return; ${usuallyFound} if left out.`, 1, mostFound),
		}),
		writes: false,
	},
	{
		name: 'read_entry',
		title: 'Read an entry of the daily log',
		description:
			"Returns the text of one entry of the user's daily log with its front matter, as numbered lines. Changes that the user has not saved yet are included. A long entry comes in parts.",
		inputSchema: input({
			number: whole('The number of the entry, such as 62.', 0, highestNumber),
			date: day('The day of the entry, such as 2022-12-02; the latest entry of that day is read. Left out together with number: today.'),
			fromLine: whole('The first line to return; 1 if left out.', 1, highestNumber),
		}),
		writes: false,
	},
	{
		name: 'read_statistics',
		title: 'Read the statistics of the daily log',
		description:
			"Adds up the time the user worked, from the input of the daily log's entries: the sum of a week, a month, a year, the whole log or a span of days, split by day, week, month or year and by tag, with the current and the longest streak. Use it for every question about hours; do not add up search results.",
		inputSchema: input({
			period: text('The current week, month or year, or the whole log. Left out: week, unless from and to are given.', {
				enum: ['week', 'month', 'year', 'all'],
			}),
			from: day('The first day of a span, such as 2022-12-01; needs to.'),
			to: day('The last day of a span, such as 2022-12-31; needs from.'),
			by: text('How to split the sum. Left out: by the next smaller unit.', { enum: ['day', 'week', 'month', 'year'] }),
		}),
		writes: false,
	},
	{
		name: 'create_entry',
		title: 'Create an entry of the daily log',
		description:
			"Creates the next entry of the user's daily log: the next number, now as its date, and the fields and shape that the latest entries have. Never overwrites anything. Returns the file, which can then be edited. Only call it when the user asks for a new entry.",
		inputSchema: input({
			title: text('The title without the number, on one line. Left out: the user fills it in.'),
			another: { type: 'boolean', description: 'Create it even if the log has an entry for today already; false if left out.' },
		}),
		writes: true,
	},
	{
		name: 'add_input_time',
		title: 'Add time to the daily log',
		description:
			"Adds time worked to the input of an entry of the user's daily log, or takes some away; only that number is changed in the file. Returns the minutes before and after. Only call it when the user asks for time to be added.",
		inputSchema: input(
			{
				time: text('Minutes or hours, such as 25, 25m, 1h, 1h30, 1:30 or 1.5h; -10 takes ten minutes away.', { maxLength: 20 }),
				number: whole("The number of the entry, such as 62. Left out: today's latest entry.", 0, highestNumber),
			},
			'time',
		),
		writes: true,
	},
];

/** The tool of that name. */
export function agentToolOf(name: AgentToolName): AgentTool {
	const found = agentTools.find(tool => tool.name === name);
	if (found === undefined) {
		throw new Error(`There is no tool ${name}.`);
	}
	return found;
}

/** The schema of a tool where a window may have several logs. */
export function withLogChoice(schema: InputSchema): InputSchema {
	const log = text('The name of the workspace folder with the log; only needed where several folders have one.');
	return { ...schema, properties: { ...schema.properties, log } };
}
