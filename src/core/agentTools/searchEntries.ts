import { findEntries } from '../entrySearch.ts';
import type { Entry } from '../entry.ts';
import { foldTerm } from '../term.ts';
import type { AgentLog } from './agentLog.ts';
import { agentToolOf, usuallyFound } from './agentTool.ts';
import { dataNotice, entryLine } from './toolAnswer.ts';
import { ToolInput } from './toolInput.ts';

/**
 * The entries that fit, likeliest first; among equals the newest.
 * @throws {ToolRefusal} where the input is wrong.
 */
export function searchEntries({ entries }: Pick<AgentLog, 'entries'>, given: unknown): string {
	const input = new ToolInput(given, agentToolOf('search_entries').inputSchema);
	const limit = input.number('limit') ?? usuallyFound;
	const found = findEntries(
		entries.filter(entry => isWanted(entry, input)),
		input.text('query') ?? '',
		Infinity,
	);
	const shown = found.slice(0, limit);
	if (found.length === 0) {
		return `No entry fits; the log has ${entries.length}.`;
	}
	return [`${countOf(shown.length, found.length)} ${dataNotice}`, ...shown.map(entryLine)].join('\n');
}

function countOf(shown: number, found: number): string {
	if (shown < found) {
		return `${shown} of ${found} entries that fit.`;
	}
	return found === 1 ? '1 entry fits.' : `${found} entries fit.`;
}

function isWanted({ day, tags }: Entry, input: ToolInput): boolean {
	const [from, to, tag] = [input.day('from'), input.day('to'), input.text('tag')];
	if (from !== undefined && (day === undefined || day < from)) {
		return false;
	}
	if (to !== undefined && (day === undefined || day > to)) {
		return false;
	}
	return tag === undefined || tags.some(own => foldTerm(own) === foldTerm(tag));
}
