import type { CivilDate } from '../time/civilDate.ts';
import { logDayAt } from '../time/writtenDate.ts';
import { lengthOf, type Stretch } from './timer.ts';

/** How a log tells its days apart. */
export interface LogDays {
	/** An IANA name; `''` for this computer's zone. */
	readonly timeZone: string;
	/** The hour, 0 to 23, at which a day begins. */
	readonly dayStartsAt: number;
}

/** What a day gets of the time that the timer counted. */
export interface DayShare {
	readonly day: CivilDate;
	/** Whole minutes, at least 1. */
	readonly minutes: number;
	readonly stretches: readonly Stretch[];
}

const millisecondsPerMinute = 60_000;
const millisecondsPerHour = 3_600_000;

/** Each log day with the minutes that were worked on it, earliest first; days that round to nothing are left out. */
export function splitByDay(stretches: readonly Stretch[], days: LogDays): readonly DayShare[] {
	const byDay = new Map<CivilDate, readonly Stretch[]>();
	for (const { day, ...stretch } of stretches.flatMap(whole => [...piecesOf(whole, days)])) {
		byDay.set(day, [...(byDay.get(day) ?? []), stretch]);
	}
	return sharesOf([...byDay].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** All of it on the day on which it began; `[]` where it rounds to nothing. */
export function onFirstDay(stretches: readonly Stretch[], { timeZone, dayStartsAt }: LogDays): readonly DayShare[] {
	const first = Math.min(...stretches.map(({ from }) => from));
	return stretches.length === 0 ? [] : sharesOf([[logDayAt(first, timeZone, dayStartsAt), stretches]]);
}

/**
 * Whole minutes for parts of a time, in milliseconds: their sum is the sum of the parts, rounded, and none is a minute or more off. What rounding down leaves goes to those
 * that lose most by it, the earlier first.
 */
export function wholeMinutes(parts: readonly number[]): readonly number[] {
	const exact = parts.map(part => part / millisecondsPerMinute);
	const total = Math.round(exact.reduce((sum, part) => sum + part, 0));
	const down = exact.map(Math.floor);
	const left = total - down.reduce((sum, part) => sum + part, 0);
	const byLoss = exact
		.map((part, index) => ({ index, loss: part - Math.floor(part) }))
		.sort((a, b) => b.loss - a.loss || a.index - b.index);
	const rounded = new Set(byLoss.slice(0, left).map(({ index }) => index));
	return down.map((part, index) => part + (rounded.has(index) ? 1 : 0));
}

function sharesOf(byDay: readonly (readonly [CivilDate, readonly Stretch[]])[]): readonly DayShare[] {
	const minutes = wholeMinutes(byDay.map(([, stretches]) => lengthOf(stretches)));
	return byDay.map(([day, stretches], index) => ({ day, minutes: minutes[index] ?? 0, stretches })).filter(share => share.minutes > 0);
}

interface Piece extends Stretch {
	readonly day: CivilDate;
}

/** The stretch, cut where a day of the log ends. */
function* piecesOf({ from, to }: Stretch, { timeZone, dayStartsAt }: LogDays): Iterable<Piece> {
	const dayAt = (instant: number): CivilDate => logDayAt(instant, timeZone, dayStartsAt);
	let start = from;
	let at = from;
	while (at < to) {
		const next = Math.min(to, at + millisecondsPerHour);
		if (dayAt(next) !== dayAt(at)) {
			const end = Math.min(to, firstOtherMinute(at, next, dayAt));
			yield { from: start, to: end, day: dayAt(at) };
			start = end;
			at = end;
		} else {
			at = next;
		}
	}
	if (start < to) {
		yield { from: start, to, day: dayAt(start) };
	}
}

/** The minute between the two at which another day begins; days begin with a minute in every zone. */
function firstOtherMinute(from: number, to: number, dayAt: (instant: number) => CivilDate): number {
	let low = Math.floor(from / millisecondsPerMinute);
	let high = Math.floor(to / millisecondsPerMinute);
	const day = dayAt(from);
	while (high - low > 1) {
		const middle = (low + high) >>> 1;
		if (dayAt(middle * millisecondsPerMinute) === day) {
			low = middle;
		} else {
			high = middle;
		}
	}
	return high * millisecondsPerMinute;
}
