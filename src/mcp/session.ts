import type { AgentLog } from '../core/agentTools/agentLog.ts';
import type { Entry } from '../core/entry.ts';
import { daysOf } from '../core/statistics/dayCount.ts';
import { logDay, type History } from '../core/statistics/history.ts';
import { firstWeekday } from '../core/time/firstWeekday.ts';
import { logDayAt } from '../core/time/writtenDate.ts';
import { isPartOf, type Target } from '../cli/findVault.ts';
import type { LogFolder, LogReader } from '../cli/logFolder.ts';

/** What a client is served, as long as it is connected. */
export interface Session {
	/** The folder that was named; nothing outside of it is read or written. */
	readonly target: Target;
	readonly reader: LogReader;
	/** Milliseconds since 1970 UTC. */
	readonly now: () => number;
}

/** What a tool is called with. */
export interface Call {
	readonly session: Session;
	/** Not checked yet. */
	readonly input: unknown;
	/** Aborted where the client has no use for an answer any more; what is half done is finished. */
	readonly signal: AbortSignal;
}

/** The log as it is on the disk now, as far as it lies in the folder that was named. */
export function agentLogOf({ vault, settings, timeZone }: LogFolder, { target, now }: Session): AgentLog {
	const isPart = ({ path }: Entry): boolean => isPartOf(path, target);
	const wordsOf = ({ uri }: Entry): number => vault.note(uri)?.words ?? 0;
	const { days, undated } = daysOf(vault).history();
	const part: History = {
		days: days.flatMap(({ day, entries }) => {
			const own = entries.filter(isPart);
			return own.length === 0
				? []
				: [
						logDay(
							day,
							own,
							own.reduce((sum, entry) => sum + wordsOf(entry), 0),
						),
					];
		}),
		undated: undated.filter(isPart),
	};
	return {
		entries: vault.entries().filter(isPart),
		history: part,
		today: logDayAt(now(), timeZone, settings.dayStartsAt),
		weekStartsOn: firstWeekday(settings),
		goal: settings['goal.hoursPerWeek'] * 60,
	};
}
