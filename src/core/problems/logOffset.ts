import type { Entry } from '../entry.ts';
import { offsetText, readDate, withOffset, writeInstant } from '../time/writtenDate.ts';
import type { LogFacts } from './logFacts.ts';

/** A moment as the log would write it, `2022-12-02T06:21:40-07:00`. */
export interface LocalTime {
	readonly text: string;
	/** Whether the offset is known: by the setting, by the entries around it, or by a computer that is in the log's zone. */
	readonly certain: boolean;
}

/** A clock time, `2022-12-02T06:21:40`, with the offset that it has in the log; `uri` is that of the entry it stands in. */
export function clockInLog(clock: string, uri: string, facts: LogFacts): LocalTime {
	const { offset, certain } = offsetNear(Date.parse(`${clock}Z`), uri, facts);
	return { text: offset === undefined ? withOffset(clock, facts.timeZone) : clock + offsetText(offset), certain };
}

/** An instant, milliseconds since 1970 UTC, with the offset that it has in the log; `uri` is that of the entry it stands in. */
export function instantInLog(instant: number, uri: string, facts: LogFacts): LocalTime {
	const { offset, certain } = offsetNear(instant, uri, facts);
	const text =
		offset === undefined
			? writeInstant(instant, facts.timeZone)
			: writeInstant(instant + offset * millisecondsPerMinute, 'UTC').slice(0, 19) + offsetText(offset);
	return { text, certain };
}

interface Offset {
	/** Minutes east of UTC; undefined where the time zone of the setting, or this computer's, tells it. */
	readonly offset: number | undefined;
	readonly certain: boolean;
}

const millisecondsPerMinute = 60_000;

/** So many entries have to agree before an offset is believed that is not this computer's. */
const witnesses = 3;

/** Within a month the clocks are seldom changed. */
const near = 31 * 1440 * millisecondsPerMinute;

/**
 * The time zone of the setting comes first. A computer whose zone has the offsets of the nearest entries is where the log is, and knows when
 * its clocks are changed; any other, such as one in the cloud that runs in UTC, is not asked: then the nearest entry's offset is taken.
 */
function offsetNear(instant: number, uri: string, { timeZone, entries }: LogFacts): Offset {
	const nearest = timeZone === '' ? nearestTo(instant, uri, offsetsOf(entries)) : [];
	const [first] = nearest;
	if (first === undefined) {
		return { offset: undefined, certain: timeZone !== '' || ownOffset(instant) !== 0 };
	}
	if (nearest.every(({ instant: at, offset }) => ownOffset(at) === offset)) {
		return { offset: undefined, certain: true };
	}
	const agree = nearest.length >= witnesses && nearest.every(({ offset }) => offset === first.offset);
	return { offset: first.offset, certain: agree && Math.abs(first.instant - instant) <= near };
}

/** This computer's minutes east of UTC at the instant. */
function ownOffset(instant: number): number {
	return readDate(writeInstant(instant, ''))?.offsetMinutes ?? 0;
}

interface DatedOffset {
	readonly uri: string;
	/** Milliseconds since 1970 UTC. */
	readonly instant: number;
	/** Minutes east of UTC. */
	readonly offset: number;
}

/** One entry after the other asks about the same log. */
const lately = new WeakMap<readonly Entry[], readonly DatedOffset[]>();

/** In the order of time. */
function offsetsOf(entries: readonly Entry[]): readonly DatedOffset[] {
	const known = lately.get(entries);
	const offsets = known ?? entries.flatMap(offsetOf).sort((a, b) => a.instant - b.instant);
	if (known === undefined) {
		lately.set(entries, offsets);
	}
	return offsets;
}

function offsetOf({ uri, date }: Entry): readonly DatedOffset[] {
	const { instant, offsetMinutes: offset } = (date === undefined ? undefined : readDate(date)) ?? {};
	return instant === undefined || offset === undefined ? [] : [{ uri, instant, offset }];
}

/** The nearest first; not the entry itself. */
function nearestTo(instant: number, uri: string, offsets: readonly DatedOffset[]): readonly DatedOffset[] {
	const place = firstFrom(instant, offsets);
	return offsets
		.slice(Math.max(0, place - witnesses - 1), place + witnesses + 1)
		.filter(other => other.uri !== uri)
		.sort((a, b) => Math.abs(a.instant - instant) - Math.abs(b.instant - instant))
		.slice(0, witnesses);
}

/** The index of the first that is not earlier, by halving. */
function firstFrom(instant: number, offsets: readonly DatedOffset[]): number {
	let low = 0;
	let high = offsets.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((offsets[middle]?.instant ?? Infinity) < instant) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}
