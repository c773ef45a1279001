import type { Entry } from '../entry.ts';
import type { History } from '../statistics/history.ts';
import type { CivilDate, Weekday } from '../time/civilDate.ts';

/** A log as the tools of language models see it. */
export interface AgentLog {
	/** Lowest number first. */
	readonly entries: readonly Entry[];
	readonly history: History;
	/** The day of the log that it is now. */
	readonly today: CivilDate;
	readonly weekStartsOn: Weekday;
	/** Minutes a week; 0 for no goal. */
	readonly goal: number;
}
