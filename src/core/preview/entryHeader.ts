import type { Entry } from '../entry.ts';
import { readNumberedTitle } from '../entryNumber.ts';
import { writeDuration } from '../time/duration.ts';
import { element, escapeHtml } from './html.ts';
import type { PreviewWords } from './words.ts';

/** The small header that stands for an entry's front matter: number, date, input, draft; title; output; tags. `hasTitle` says that the text begins with the title itself. */
export function entryHeader(entry: Entry, words: PreviewWords, hasTitle: boolean): string {
	const title = readNumberedTitle(entry.title)?.title ?? entry.title;
	const facts = [
		entry.number === undefined ? '' : element('span', { class: 'daily-log-number' }, `#${entry.number}`),
		entry.day === undefined ? '' : element('time', { datetime: entry.day, title: entry.date }, words.day(entry.day)),
		entry.input === undefined ? '' : element('span', { title: words.input }, writeDuration(entry.input)),
		entry.draft ? element('span', { class: 'daily-log-draft' }, words.draft) : '',
	];
	const rows = [
		row('facts', facts),
		hasTitle || title === '' ? '' : element('div', { class: 'daily-log-title', role: 'heading', 'aria-level': '1' }, title),
		entry.output.trim() === '' ? '' : outputRow(entry.output, words),
		row(
			'tags',
			entry.tags.map(tag => element('span', { class: 'daily-log-tag' }, tag)),
		),
	];
	return `<header class="daily-log-entry code-line" data-line="0" dir="auto">${rows.join('')}</header>\n`;
}

function row(name: string, parts: readonly string[]): string {
	const there = parts.filter(part => part !== '');
	return there.length === 0 ? '' : `<div class="daily-log-${name}">${there.join(' ')}</div>`;
}

function outputRow(output: string, words: PreviewWords): string {
	return `<div class="daily-log-output">${element('span', { class: 'daily-log-label' }, words.output)} ${escapeHtml(output)}</div>`;
}
