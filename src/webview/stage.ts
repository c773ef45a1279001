import type { Dashboard, EntryIndexes, EntryView } from '../core/dashboard/dashboard.ts';
import type { FromDashboard } from '../protocol.ts';
import type { Tooltip } from './tooltip.ts';
import type { ViewState } from './viewState.ts';
import type { Words } from './words.ts';

/** What every part of the page is given. */
export interface Stage {
	readonly dashboard: Dashboard;
	readonly words: Words;
	readonly state: ViewState;
	readonly tooltip: Tooltip;
	/** Keeps a choice and draws the page again. */
	readonly change: (choice: Partial<ViewState>) => void;
	/** Keeps a choice that the page shows already. */
	readonly keep: (choice: Partial<ViewState>) => void;
	readonly send: (message: FromDashboard) => void;
	/** Opens the entry; of several the one that the person picks from a list under that title. */
	readonly open: (entries: EntryIndexes, title: string, beside: boolean) => void;
}

/** The entries at these places. */
export function entriesAt({ dashboard }: Pick<Stage, 'dashboard'>, indexes: EntryIndexes): readonly EntryView[] {
	return indexes.flatMap(index => dashboard.entries[index] ?? []);
}

/** What a person should know about an entry besides its time. */
export function marksOf(
	{ draft, doubtful, day }: EntryView,
	{ dashboard, words: { texts } }: Pick<Stage, 'dashboard' | 'words'>,
): readonly string[] {
	return [
		...(draft ? [texts.draftMark] : []),
		...(day !== undefined && day > dashboard.today ? [texts.futureMark] : []),
		...(doubtful ? [texts.doubtfulMark] : []),
	];
}
