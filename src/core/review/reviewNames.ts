import type { TemplateNames } from './templateReader.ts';

const entryNames = {
	link: 'a wiki link to the entry',
	day: 'its day in words: `Mon, Nov 23`',
	date: 'its day: `2026-11-23`',
	hours: 'its input: `1 h 30 min`; empty where it says none',
	output: 'its output, in one line',
	tags: 'its tags, with commas',
};

/** What a template for reviews may use; the documentation is made from this. */
export const reviewNames = {
	texts: {
		title: 'the title of the note: `Review of week 48, 2026`',
		period: 'the days in words: `November 23 – 29, 2026`',
		from: 'the first day: `2026-11-23`',
		to: 'the last day: `2026-11-29`',
		hours: 'the input of all entries: `12 h 30 min`',
		hoursBefore:
			'that of the period before, or of as many of its days where the week, month or year is not over; empty where the log begins later',
		change: 'the two compared, in a sentence; empty where there is nothing to compare with',
		summary: 'how many entries, days and words, in a sentence',
		entryCount: 'how many entries: `6`',
		dayCount: 'how many days have one: `5`',
		wordCount: 'how many words their texts have: `3210`',
		streak: 'how many days in a row have an entry, in a sentence',
		part: 'what the parts are: `Day`, `Week` or `Month`',
	},
	lists: {
		parts: {
			means: 'days, weeks or months, without a gap',
			items: {
				name: 'the day, week or month in words',
				from: 'its first day: `2026-11-23`',
				to: 'its last day',
				hours: '`2 h`',
				entryCount: 'how many entries',
				dayCount: 'how many days with an entry',
				wordCount: 'how many words',
			},
		},
		entries: { means: 'all entries, earliest first', items: entryNames },
		outputs: { means: 'those that say what came out', items: entryNames },
		drafts: { means: 'those that are drafts', items: entryNames },
		tags: {
			means: 'tags, most hours first, without the log’s own and those that every entry has',
			items: {
				tag: 'the tag',
				hours: 'the input of the entries with it',
				entryCount: 'how many entries',
				share: 'its part of all hours: `40 %`',
			},
		},
		unresolved: {
			means: 'wiki links that lead nowhere',
			items: { ...entryNames, target: 'what the link names' },
		},
		doubts: {
			means: 'entries that should be looked at again',
			items: { ...entryNames, reason: 'why, in words' },
		},
	},
} as const satisfies TemplateNames;
