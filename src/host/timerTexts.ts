import * as vscode from 'vscode';
import { writeDuration } from '../core/time/duration.ts';
import { isTimeZone, logDayAt } from '../core/time/writtenDate.ts';
import { elapsedAt, lengthOf, type Doubt, type Timer } from '../core/timer/timer.ts';
import { readSettings } from './settings.ts';

const millisecondsPerMinute = 60_000;

/** Milliseconds as a clock shows them, without seconds: `0:25`, `12:05`. */
export function writeClock(milliseconds: number): string {
	const minutes = Math.floor(milliseconds / millisecondsPerMinute);
	return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Milliseconds in words, to the minute: `1 h 25 min`. */
export function writeLength(milliseconds: number): string {
	return writeDuration(milliseconds / millisecondsPerMinute);
}

/** What the timer has counted, in words; where something is in doubt, that too. */
export function describeTimer(timer: Timer, now: number): string {
	const counted = writeLength(elapsedAt(timer, now));
	const doubtful = lengthOf(timer.doubts);
	const text = timer.openSince === undefined ? vscode.l10n.t('Timer paused at {0}', counted) : vscode.l10n.t('Timer running, {0}', counted);
	return doubtful === 0 ? text : `${text}, ${vscode.l10n.t('{0} more in doubt', writeLength(doubtful))}`;
}

/** What the user is asked about a doubt. */
export function questionOf({ kind, from, to }: Doubt, now: number): string {
	const [start, end, length] = [writeTime(from, now), writeTime(to, now), writeLength(to - from)];
	switch (kind) {
		case 'idle':
			return vscode.l10n.t(
				'The timer ran from {0} to {1} ({2}), and nothing was touched in the editor. Does that time count?',
				start,
				end,
				length,
			);
		case 'sleep':
			return vscode.l10n.t('The timer ran from {0} to {1} ({2}), while the computer slept. Does that time count?', start, end, length);
		case 'closed':
			return vscode.l10n.t('The timer ran from {0} to {1} ({2}), while VS Code was closed. Does that time count?', start, end, length);
		case 'clock':
			return vscode.l10n.t(
				'The clock was set back. The timer had counted {0} to {1} ({2}) before, and comes to that time again. Does the first time count too?',
				start,
				end,
				length,
			);
	}
}

/** The time of day; with the weekday where it is not today. */
export function writeTime(instant: number, now: number): string {
	const { timeZone, dayStartsAt } = readSettings();
	const zone = isTimeZone(timeZone) ? timeZone : '';
	const isToday = logDayAt(instant, zone, dayStartsAt) === logDayAt(now, zone, dayStartsAt);
	return new Intl.DateTimeFormat(vscode.env.language, {
		hour: 'numeric',
		minute: '2-digit',
		...(isToday ? {} : { weekday: 'short', day: 'numeric', month: 'short' }),
		...(zone === '' ? {} : { timeZone: zone }),
	}).format(instant);
}
