import { button, html } from './elements.ts';
import { entryRow } from './entryList.ts';
import { entriesAt, type Stage } from './stage.ts';
import { fill } from './words.ts';

const mostRows = 200;

/** Asks which of several entries to open. Escape closes it, and the mark has the focus again. */
export function showEntryMenu(stage: Stage, indexes: readonly number[], title: string): void {
	const { words } = stage;
	const entries = entriesAt(stage, indexes);
	const dialog = html('dialog', { class: 'menu', 'aria-label': title });
	const close = (): void => {
		dialog.close();
	};
	dialog.append(
		html('header', {}, html('h2', {}, title), button('×', 'menu close', close, { 'aria-label': words.texts.close, class: 'quiet' })),
		html('ul', { class: 'entries' }, ...entries.slice(0, mostRows).map(entry => entryRow(entry, stage, { name: 'menu', before: close }))),
	);
	if (entries.length > mostRows) {
		dialog.append(html('p', { class: 'note' }, fill(words.texts.found, words.number(mostRows), words.number(entries.length))));
	}
	dialog.addEventListener('keydown', event => {
		const rows = [...dialog.querySelectorAll<HTMLElement>('.entry')];
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		const at = rows.findIndex(row => row === document.activeElement);
		if (step !== undefined) {
			event.preventDefault();
			rows[Math.min(Math.max(at + step, 0), rows.length - 1)]?.focus();
		}
	});
	dialog.addEventListener('click', event => {
		if (event.target === dialog) {
			close();
		}
	});
	dialog.addEventListener('close', () => {
		dialog.remove();
	});
	document.body.append(dialog);
	stage.tooltip.hide();
	dialog.showModal();
	dialog.querySelector<HTMLElement>('.entry')?.focus();
}
