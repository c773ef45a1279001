import type { Entry } from '../entry.ts';
import { writeDuration } from '../time/duration.ts';
import type { Vault } from '../vault.ts';
import { entryLink } from './entryLink.ts';
import { markdownText } from './markdownText.ts';
import type { Review } from './review.ts';
import type { reviewNames } from './reviewNames.ts';
import type { ReviewWords } from './reviewWords.ts';

/** Where the review will stand, and how it speaks. */
export interface ReviewPlace {
	readonly vault: Vault;
	/** Vault-relative path of the note. */
	readonly path: string;
	readonly words: ReviewWords;
}

type Names = typeof reviewNames;

/** A text for every name that a template may use. */
export interface ReviewValues {
	readonly texts: Readonly<Record<keyof Names['texts'], string>>;
	readonly lists: { readonly [List in keyof Names['lists']]: readonly Readonly<Record<keyof Names['lists'][List]['items'], string>>[] };
}

/** The values that a review has for a template: all texts are safe in Markdown, in a table too. */
export function reviewValues(review: Review, place: ReviewPlace): ReviewValues {
	const { words } = place;
	const { period, sum, comparison, entries } = review;
	const rowOf = rowsFor(place);
	return {
		texts: {
			title: markdownText(words.title(period)),
			period: markdownText(words.span(period)),
			from: period.from,
			to: period.to,
			hours: writeDuration(sum.minutes),
			hoursBefore: comparison === undefined ? '' : writeDuration(comparison.before),
			change: comparison === undefined ? '' : markdownText(words.change(comparison, period)),
			summary: markdownText(words.summary(sum)),
			...countsOf(sum),
			streak: markdownText(words.streak(review.streak)),
			part: markdownText(words.heads[review.partKind]),
		},
		lists: {
			parts: review.parts.map(part => ({
				name: markdownText(words.part(review.partKind, part)),
				from: part.from,
				to: part.to,
				hours: writeDuration(part.minutes),
				...countsOf(part),
			})),
			entries: entries.map(rowOf),
			outputs: entries.filter(({ output }) => output.trim() !== '').map(rowOf),
			drafts: entries.filter(({ draft }) => draft).map(rowOf),
			tags: review.tags.map(({ tag, minutes, entries: count }) => ({
				tag: markdownText(tag),
				hours: writeDuration(minutes),
				entryCount: String(count),
				share: `${sum.minutes === 0 ? 0 : Math.round((minutes / sum.minutes) * 100)} %`,
			})),
			unresolved: review.unresolved.map(({ entry, target }) => ({ ...rowOf(entry), target: markdownText(target) })),
			doubts: review.doubts.map(({ entry, doubt }) => ({ ...rowOf(entry), reason: markdownText(words.doubt(doubt)) })),
		},
	};
}

type Counts = Readonly<Record<'entryCount' | 'dayCount' | 'wordCount', string>>;

function countsOf({ entries, days, words }: Review['sum']): Counts {
	return { entryCount: String(entries), dayCount: String(days), wordCount: String(words) };
}

type EntryRow = ReviewValues['lists']['entries'][number];

/** The row of each entry, made once: an entry may stand in several lists. */
function rowsFor(place: ReviewPlace): (entry: Entry) => EntryRow {
	const rows = new Map<Entry, EntryRow>();
	return entry => {
		const row = rows.get(entry) ?? entryRow(entry, place);
		rows.set(entry, row);
		return row;
	};
}

function entryRow(entry: Entry, { vault, path, words }: ReviewPlace): EntryRow {
	return {
		link: entryLink(vault, entry, path),
		day: entry.day === undefined ? '' : markdownText(words.day(entry.day)),
		date: entry.day ?? '',
		hours: entry.input === undefined ? '' : writeDuration(entry.input),
		output: markdownText(entry.output),
		tags: entry.tags.map(markdownText).join(', '),
	};
}
