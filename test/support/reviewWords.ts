import { nameOfPeriod } from '../../src/core/review/reviewPeriod.ts';
import type { ReviewWords } from '../../src/core/review/reviewWords.ts';
import { writeDuration } from '../../src/core/time/duration.ts';

/** Short words, easy to tell apart. */
export const words: ReviewWords = {
	title: period => `Review of ${nameOfPeriod(period)}`,
	span: ({ from, to }) => `${from} to ${to}`,
	day: day => day.slice(5),
	part: (_kind, { from, to }) => (from === to ? from.slice(5) : `${from.slice(5)} to ${to.slice(5)}`),
	change: ({ now, before, isRunning }) => `${writeDuration(now)} against ${writeDuration(before)}${isRunning ? ' so far' : ''}`,
	summary: ({ entries, days, words: count }) => `entries ${entries}, days ${days}, words ${count}`,
	streak: ({ atEnd, longest }) => (longest === 0 ? '' : `in a row ${atEnd}, at most ${longest}`),
	doubt: doubt => doubt,
	heads: {
		day: 'Day',
		week: 'Week',
		month: 'Month',
		hours: 'Hours',
		entries: 'Entries',
		words: 'Words',
		sum: 'Sum',
		outputs: 'Outputs',
		noOutputs: 'None.',
		byTag: 'By tag',
		tag: 'Tag',
		share: 'Share',
		drafts: 'Drafts',
		unresolved: 'Unresolved',
		linkIn: 'in',
		doubts: 'Doubts',
	},
};
