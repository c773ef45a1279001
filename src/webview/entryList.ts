import type { EntryView } from '../core/dashboard/dashboard.ts';
import { button, html } from './elements.ts';
import { marksOf, type Stage } from './stage.ts';

/** How an entry is shown in a list. */
export interface RowOptions {
	/** Begins the name by which a row gets the focus back. */
	readonly name: string;
	/** Called before the entry is opened. */
	readonly before?: () => void;
}

/** A row that opens its entry: what came out, or the title where nothing is said, and under it the rest. */
export function entryRow(entry: EntryView, stage: Stage, { name, before }: RowOptions): HTMLLIElement {
	const { words, send } = stage;
	const title = entry.title;
	const facts = [
		...(entry.day === undefined ? [] : [words.shortDay(entry.day)]),
		...(entry.output === '' ? [] : [title]),
		...(entry.minutes > 0 ? [words.duration(entry.minutes)] : []),
	];
	const row = button(
		'',
		`${name} ${entry.uri}`,
		event => {
			before?.();
			send({ kind: 'open', uri: entry.uri, beside: event.ctrlKey || event.metaKey });
		},
		{ class: 'entry' },
	);
	row.append(
		html('span', { class: 'entry-output', dir: 'auto' }, entry.output === '' ? title : entry.output),
		html('span', { class: 'entry-facts' }, facts.join(' · '), ...marksOf(entry, stage).map(mark => html('span', { class: 'badge' }, mark))),
	);
	return html('li', {}, row);
}

/** A list that shows so many rows, and more on request. */
export function boundedList(
	entries: readonly EntryView[],
	stage: Stage,
	{ name, most, more }: RowOptions & { readonly most: number; readonly more: () => void },
): readonly HTMLElement[] {
	const list = html('ul', { class: 'entries' }, ...entries.slice(0, most).map(entry => entryRow(entry, stage, { name })));
	const left = entries.length - most;
	return left <= 0
		? [list]
		: [list, button(stage.words.texts.showMore.replace('{0}', stage.words.number(left)), `${name} more`, more, { class: 'more' })];
}
