import type { EntryIndexes, EntryView } from '../core/dashboard/dashboard.ts';
import { card } from './card.ts';
import { button, html, type Content } from './elements.ts';
import { boundedList } from './entryList.ts';
import { entriesAt, type Stage } from './stage.ts';
import { outputsAtOnce } from './viewState.ts';
import { fill } from './words.ts';

/** What came out, newest first, with a filter. */
export function outputsCard(stage: Stage): HTMLElement {
	const { words, state, keep, dashboard } = stage;
	const { texts } = words;
	const entries = entriesAt(stage, dashboard.outputs);
	if (entries.length === 0) {
		return card('outputs', texts.outputs, { body: [html('p', { class: 'note' }, texts.noOutputs)] });
	}
	const texted = entries.map(entry => ({ entry, text: fold([entry.output, entry.title, entry.day ?? '', ...entry.tags].join('\n')) }));
	const box = html('input', {
		type: 'search',
		placeholder: texts.filter,
		'aria-label': texts.filter,
		'data-focus': 'filter',
		value: state.filter,
		spellcheck: 'false',
	});
	const count = html('span', { class: 'note', role: 'status' });
	const place = html('div');
	let most = state.shownOutputs;
	const list = (): void => {
		const parts = fold(box.value).split(/\s+/u).filter(Boolean);
		const found = texted.filter(({ text }) => parts.every(part => text.includes(part))).map(({ entry }) => entry);
		count.textContent = fill(texts.found, words.number(found.length), words.number(entries.length));
		place.replaceChildren(
			...boundedList(found, stage, {
				name: 'output',
				most,
				more: () => {
					most += outputsAtOnce * 4;
					keep({ shownOutputs: most });
					list();
				},
			}),
		);
	};
	box.addEventListener('input', () => {
		keep({ filter: box.value });
		list();
	});
	list();
	return card('outputs', texts.outputs, { tools: [count], body: [box, place] });
}

function fold(text: string): string {
	return text.normalize('NFC').toLowerCase();
}

/** The entries of this day in earlier years. */
export function onThisDayCard(stage: Stage): HTMLElement {
	const { texts } = stage.words;
	const entries = entriesAt(stage, stage.dashboard.onThisDay);
	const body = entries.length === 0 ? [html('p', { class: 'note' }, texts.noOnThisDay)] : someEntries(stage, 'this-day', entries);
	return card('on-this-day', texts.onThisDay, { body });
}

/** Gaps, and what is odd. */
export function remarksCard(stage: Stage): HTMLElement {
	const {
		dashboard: { remarks },
		words,
	} = stage;
	const { texts } = words;
	const groups: readonly (readonly [title: string, note: string, entries: EntryIndexes])[] = [
		[texts.doubtful, texts.doubtfulNote, remarks.doubtful],
		[texts.undated, texts.undatedNote, remarks.undated],
		[texts.future, texts.futureNote, remarks.future],
		[texts.distant, texts.distantNote, remarks.distant],
	];
	const odd = groups.filter(([, , entries]) => entries.length > 0);
	const gaps = remarks.gaps.map(({ from, to, days }) =>
		html('li', {}, html('span', {}, words.span(from, to)), html('span', { class: 'note' }, words.days(days))),
	);
	return card('remarks', texts.remarks, {
		body: [
			...(odd.length === 0 ? [html('p', { class: 'note' }, texts.noRemarks)] : []),
			...odd.flatMap(([title, note, entries]) => [
				html('h3', {}, `${title} `, html('span', { class: 'count' }, words.number(entries.length))),
				html('p', { class: 'note' }, note),
				...someEntries(stage, title, entriesAt(stage, entries)),
			]),
			...(gaps.length === 0
				? []
				: [
						html('h3', {}, texts.gaps),
						html('p', { class: 'note' }, fill(texts.gapsNote, words.number(remarks.gapCount))),
						html('ul', { class: 'gaps' }, ...gaps),
					]),
		],
	});
}

const fewEntries = 5;

/** The first few; the rest on request. */
function someEntries(stage: Stage, name: string, entries: readonly EntryView[]): readonly Content[] {
	const place = html('div');
	const show = (most: number): void => {
		place.replaceChildren(
			...boundedList(entries, stage, {
				name,
				most,
				more: () => {
					show(most + 100);
				},
			}),
		);
	};
	show(fewEntries);
	return [place];
}

/** What is there before there is an entry. */
export function emptyPart({ words: { texts }, send }: Stage): HTMLElement {
	const create = button(
		texts.newEntry,
		'new',
		() => {
			send({ kind: 'new' });
		},
		{ class: 'primary' },
	);
	return html('section', { class: 'nothing' }, html('p', {}, texts.empty), create);
}
