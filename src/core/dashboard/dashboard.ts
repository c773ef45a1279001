import type { Entry } from '../entry.ts';
import type { DaySpan } from '../statistics/periods.ts';
import type { Run } from '../statistics/streaks.ts';
import type { CivilDate, Weekday } from '../time/civilDate.ts';

/** Indexes into the entries of the dashboard. */
export type EntryIndexes = readonly number[];

/** All that the dashboard shows, as plain data that can be sent. Sums are minutes as written; what is absurd in them is told by `usual`. */
export interface Dashboard {
	readonly today: CivilDate;
	readonly weekStartsOn: Weekday;
	/** Minutes a week that one wants to reach; 0 for none. */
	readonly goal: number;
	/** Every entry, lowest number first; the rest points at them. */
	readonly entries: readonly EntryView[];
	readonly figures: Figures;
	/** Newest first: the current one and every other one that has an entry. */
	readonly years: readonly YearView[];
	/** The minutes of one shade of the heatmaps: three of them make the darkest. */
	readonly shade: number;
	/** Without gaps, oldest first, up to the current one or the last that has an entry. */
	readonly weeks: readonly WeekView[];
	readonly total: TotalView;
	/** Most minutes first. */
	readonly tags: readonly TagView[];
	/** The entries that say what came out, newest first. */
	readonly outputs: EntryIndexes;
	/** The entries of this day in earlier years, newest first. */
	readonly onThisDay: EntryIndexes;
	readonly remarks: Remarks;
}

/** An entry as the dashboard shows it. */
export interface EntryView extends Pick<Entry, 'uri' | 'title' | 'day' | 'output' | 'tags'> {
	/** Minutes; 0 where nothing readable is written. */
	readonly minutes: number;
	readonly draft: boolean;
	/** Its input is longer than a day. */
	readonly doubtful: boolean;
}

/** Minutes and entries of a span. */
export interface SpanFigure {
	readonly minutes: number;
	readonly entries: number;
}

/** The figures at the head. */
export interface Figures {
	readonly today: SpanFigure;
	readonly week: SpanFigure;
	readonly month: SpanFigure;
	readonly year: SpanFigure;
	readonly all: SpanFigure;
	/** Minutes of the whole week, month and year before. */
	readonly before: { readonly week: number; readonly month: number; readonly year: number };
	readonly currentStreak: Run;
	readonly longestStreak: Run;
	/** Minutes a day that has an entry, up to today; 0 where there is none. */
	readonly perDay: number;
	/** Minutes a week from the first entry to the last one up to today, the empty ones included. Both averages leave doubtful entries out. */
	readonly perWeek: number;
	readonly words: number;
	/** Undefined where no entry has a date. */
	readonly since: CivilDate | undefined;
}

/** A year of the calendar. Its days are counted from 0, the 1st of January. */
export interface YearView {
	/** For example `2022`. */
	readonly year: string;
	/** 365 or 366. */
	readonly length: number;
	/** How many days of the first column, a week, come before the 1st of January: 0 to 6. */
	readonly offset: number;
	/** The first day of each month. */
	readonly months: readonly number[];
	/** Today's place; -1 in a past year, `length` in a coming one. */
	readonly today: number;
	readonly sum: SpanFigure;
	/** The days that have an entry, in order. */
	readonly days: readonly DayView[];
}

/** A day that has an entry. */
export interface DayView {
	readonly index: number;
	readonly day: CivilDate;
	readonly minutes: number;
	readonly entries: EntryIndexes;
	readonly doubtful: boolean;
}

export interface WeekView extends DaySpan {
	readonly minutes: number;
	/** The minutes without those of doubtful entries: what a scale is made for. */
	readonly usual: number;
	readonly entries: EntryIndexes;
	/** It has not begun yet. */
	readonly future: boolean;
}

/** How the minutes add up, without those of doubtful entries: one of a thousand hours would flatten the line. */
export interface TotalView {
	/** Days with an entry, in order; at most some hundreds, evenly taken from all of them. */
	readonly points: readonly TotalPoint[];
	/** The minutes that are left out. */
	readonly leftOut: number;
}

export interface TotalPoint {
	readonly day: CivilDate;
	/** Minutes up to this day, its own included. */
	readonly minutes: number;
	readonly entries: EntryIndexes;
}

export interface TagView {
	/** As the log spells it most. */
	readonly tag: string;
	readonly minutes: number;
	/** The minutes without those of doubtful entries. */
	readonly usual: number;
	/** Newest first. */
	readonly entries: EntryIndexes;
}

/** What is odd in a log, or worth to know. */
export interface Remarks {
	readonly undated: EntryIndexes;
	readonly doubtful: EntryIndexes;
	readonly future: EntryIndexes;
	/** Too far from today to be drawn; they count all the same. */
	readonly distant: EntryIndexes;
	/** The longest spans without an entry, newest first. */
	readonly gaps: readonly (DaySpan & { readonly days: number })[];
	/** How many there are in all. */
	readonly gapCount: number;
}
