import type { Dashboard } from './core/dashboard/dashboard.ts';
import type { DashboardChange } from './core/dashboard/dashboardChange.ts';

/** A log of the window, by the uri of its folder. */
export interface LogChoice {
	readonly id: string;
	readonly name: string;
}

/** From the extension to the dashboard: all that is shown. Titles and outputs in it are anybody's text, and never HTML. */
export interface ShowDashboard {
	readonly kind: 'show';
	readonly dashboard: Dashboard;
	/** The logs to choose from, in the order of the workspace folders. */
	readonly logs: readonly LogChoice[];
	/** The `id` of the log that is shown; `''` where there is none. */
	readonly log: string;
	/** The language of VS Code, for dates and numbers: `de`. */
	readonly locale: string;
	readonly texts: DashboardTexts;
}

/** From the extension to the dashboard that has been shown a log: what is different in it now. Only for the log that is shown. */
export interface ChangeDashboard {
	readonly kind: 'change';
	readonly change: DashboardChange;
}

export type ChartName = 'heatmap' | 'hours-a-week' | 'running-total' | 'time-by-tag';
export type PictureFormat = 'svg' | 'png';

/** A chart as a picture, to be saved. */
export interface Picture {
	readonly chart: ChartName;
	readonly format: PictureFormat;
	/** The text of an SVG; the bytes of a PNG in Base64. */
	readonly content: string;
}

/** From the dashboard to the extension. */
export type FromDashboard =
	/** It is there, also after a reload, and wants data; `log` is the `id` of the log that it showed before, `''` at first. */
	| { readonly kind: 'ready'; readonly log: string }
	| { readonly kind: 'chooseLog'; readonly log: string }
	/** Open an entry by its uri. */
	| { readonly kind: 'open'; readonly uri: string; readonly beside: boolean }
	| { readonly kind: 'new' }
	| { readonly kind: 'save'; readonly picture: Picture };

/** Every word on the page, in the language of VS Code; `{0}` and `{1}` are places for values. */
export interface DashboardTexts {
	readonly title: string;
	readonly log: string;
	readonly empty: string;
	readonly newEntry: string;
	readonly today: string;
	readonly thisWeek: string;
	readonly thisMonth: string;
	readonly thisYear: string;
	readonly inAll: string;
	readonly lastWeek: string;
	readonly lastMonth: string;
	readonly lastYear: string;
	readonly since: string;
	readonly ofGoal: string;
	readonly goalLine: string;
	readonly streak: string;
	readonly longestStreak: string;
	readonly perDay: string;
	readonly perDayNote: string;
	readonly perWeek: string;
	readonly perWeekNote: string;
	readonly words: string;
	readonly wordsNote: string;
	readonly hours: string;
	readonly minutes: string;
	readonly hoursAndMinutes: string;
	readonly oneEntry: string;
	readonly entries: string;
	readonly oneDay: string;
	readonly days: string;
	readonly span: string;
	readonly heatmap: string;
	readonly measure: string;
	readonly byMinutes: string;
	readonly byEntries: string;
	readonly years: string;
	readonly latestYears: string;
	readonly allYears: string;
	readonly less: string;
	readonly more: string;
	readonly noInput: string;
	readonly weeks: string;
	readonly period: string;
	readonly halfYear: string;
	readonly wholeYear: string;
	readonly wholeLog: string;
	readonly total: string;
	readonly totalLeftOut: string;
	readonly upTo: string;
	readonly tags: string;
	readonly noTags: string;
	readonly outputs: string;
	readonly noOutputs: string;
	readonly filter: string;
	readonly found: string;
	readonly showMore: string;
	readonly onThisDay: string;
	readonly noOnThisDay: string;
	readonly remarks: string;
	readonly noRemarks: string;
	readonly gaps: string;
	readonly gapsNote: string;
	readonly undated: string;
	readonly undatedNote: string;
	readonly doubtful: string;
	readonly doubtfulNote: string;
	readonly future: string;
	readonly futureNote: string;
	readonly distant: string;
	readonly distantNote: string;
	readonly draftMark: string;
	readonly futureMark: string;
	readonly doubtfulMark: string;
	readonly todayMark: string;
	readonly table: string;
	readonly keys: string;
	readonly saveAs: string;
	readonly entry: string;
	readonly day: string;
	readonly week: string;
	readonly tag: string;
	readonly input: string;
	readonly close: string;
}
