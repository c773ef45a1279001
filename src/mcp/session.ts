import type { AgentLog } from '../core/agentTools/agentLog.ts';
import { historyOf } from '../core/statistics/history.ts';
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
	const entries = vault.entries().filter(({ path }) => isPartOf(path, target));
	return {
		entries,
		history: historyOf(entries, ({ uri }) => vault.note(uri)?.words ?? 0),
		today: logDayAt(now(), timeZone, settings.dayStartsAt),
		weekStartsOn: firstWeekday(settings),
		goal: settings['goal.hoursPerWeek'] * 60,
	};
}
