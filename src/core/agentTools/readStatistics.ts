import type { LogDay } from '../statistics/history.ts';
import { periodOf, type DaySpan, type PeriodKind } from '../statistics/periods.ts';
import { daysIn, spanOf, sumOfDays, type Sum } from '../statistics/sums.ts';
import { streaksOf, type Run } from '../statistics/streaks.ts';
import { sumsByTag } from '../statistics/tagSums.ts';
import type { CivilDate } from '../time/civilDate.ts';
import { writeDuration } from '../time/duration.ts';
import type { AgentLog } from './agentLog.ts';
import { agentToolOf } from './agentTool.ts';
import { dataNotice, oneLine } from './toolAnswer.ts';
import { ToolInput } from './toolInput.ts';
import { ToolRefusal } from './toolRefusal.ts';

/** So many parts of a span are listed, the latest ones. */
const mostParts = 62;

const mostTags = 20;

const smallerUnit: Readonly<Record<string, PeriodKind>> = { week: 'day', month: 'week', year: 'month', all: 'year', span: 'day' };
const units: readonly PeriodKind[] = ['day', 'week', 'month', 'year'];

/**
 * What the log adds up to in a stretch of time, with its parts, its tags, and the streaks.
 * @throws {ToolRefusal} where the input is wrong.
 */
export function readStatistics(log: AgentLog, given: unknown): string {
	const input = new ToolInput(given, agentToolOf('read_statistics').inputSchema);
	const { name, span } = stretchOf(log, input);
	const by = units.find(unit => unit === (input.text('by') ?? smallerUnit[name])) ?? 'day';
	const days = daysIn(log.history, span);
	const sum = sumOfDays(days);
	const parts = partsOf(log, span, by);
	const tags = sumsByTag(days);
	const streaks = streaksOf(log.history, log.today);
	const lines = [
		`Today is ${log.today}. ${dataNotice}`,
		`${span.from} to ${span.to}: ${describe(sum)}, ${sum.words} words.`,
		...goalLines(log, name, sum),
		`Current streak: ${describeRun(streaks.current)}. Longest: ${describeRun(streaks.longest)}.`,
		...partLines(parts, by),
		...(tags.length > 0 ? ['By tag; an entry counts under each of its tags:'] : []),
		...tags
			.slice(0, mostTags)
			.map(({ tag, minutes, entries }) => `${oneLine(tag)}: ${minutes} min, ${counted(entries, 'entry', 'entries')}`),
		...(log.history.undated.length > 0 ? [`${log.history.undated.length} more without a date count in no sum.`] : []),
	];
	return lines.join('\n');
}

interface Stretch {
	readonly name: 'week' | 'month' | 'year' | 'all' | 'span';
	readonly span: DaySpan;
}

function stretchOf(log: AgentLog, input: ToolInput): Stretch {
	const [from, to, period] = [input.day('from'), input.day('to'), input.text('period')];
	if (from !== undefined && to !== undefined && period === undefined) {
		return from <= to ? { name: 'span', span: { from, to } } : refuse("'from' has to be the earlier day.");
	}
	if (from !== undefined || to !== undefined) {
		return refuse("Give either 'period', or 'from' and 'to'.");
	}
	if (period === 'all') {
		return { name: 'all', span: spanOf(log.history) ?? { from: log.today, to: log.today } };
	}
	const name = period === 'month' || period === 'year' ? period : 'week';
	return { name, span: periodOf(name, log.today, log.weekStartsOn) };
}

/** The parts of a span that have an entry, earliest first; the first and the last end where the span does, so that all add up to it. */
function partsOf({ history, weekStartsOn }: AgentLog, span: DaySpan, by: PeriodKind): readonly (DaySpan & Sum)[] {
	const groups = new Map<CivilDate, { readonly period: DaySpan; readonly days: LogDay[] }>();
	for (const day of daysIn(history, span)) {
		const period = periodOf(by, day.day, weekStartsOn);
		const group = groups.get(period.from) ?? { period, days: [] };
		group.days.push(day);
		groups.set(period.from, group);
	}
	return [...groups.values()].map(({ period: { from, to }, days }) => ({
		from: from < span.from ? span.from : from,
		to: to > span.to ? span.to : to,
		...sumOfDays(days),
	}));
}

function refuse(sentence: string): never {
	throw new ToolRefusal(sentence);
}

function goalLines({ goal }: AgentLog, name: Stretch['name'], { minutes }: Sum): readonly string[] {
	return goal > 0 && name === 'week' ? [`The goal is ${writeDuration(goal)} a week; ${minutes} of ${goal} min are done.`] : [];
}

function describe({ minutes, entries, days }: Sum): string {
	return `${writeDuration(minutes)} (${minutes} min), ${counted(entries, 'entry', 'entries')} on ${counted(days, 'day', 'days')}`;
}

function describeRun({ days, span }: Run): string {
	return span === undefined ? 'none' : `${counted(days, 'day', 'days')}, ${span.from} to ${span.to}`;
}

function partLines(parts: readonly (DaySpan & Sum)[], by: PeriodKind): readonly string[] {
	const shown = parts.slice(-mostParts);
	const left = parts.length - shown.length;
	return [
		`By ${by}; what is not listed has no entry:`,
		...(left > 0 ? [`(${left} earlier ones are left out; ask for a shorter span or a larger unit)`] : []),
		...shown.map(
			({ from, to, minutes, entries }) =>
				`${from === to ? from : `${from} to ${to}`}: ${minutes} min, ${counted(entries, 'entry', 'entries')}`,
		),
	];
}

function counted(count: number, one: string, several: string): string {
	return `${count} ${count === 1 ? one : several}`;
}
