import type { ChartName, PictureFormat } from '../protocol.ts';
import { button, html, type Content } from './elements.ts';
import { pictureOf } from './picture.ts';
import type { Stage } from './stage.ts';
import { fill } from './words.ts';

/** A part of the page. */
export interface Card {
	readonly element: HTMLElement;
	/** The charts in it, to be drawn when it stands on the page and has a width. */
	readonly charts?: readonly Drawable[];
}

/** Draws itself at a width in pixels. All are measured before the first is drawn, for each would make the browser lay out the one before. */
export interface Drawable {
	readonly place: HTMLElement;
	readonly draw: (width: number) => void;
}

/** A part of the page under a heading. */
export function card(
	name: string,
	title: string,
	{ tools = [], body }: { readonly tools?: readonly Content[]; readonly body: readonly Content[] },
): HTMLElement {
	const heading = html('h2', { id: `${name}-title` }, title);
	return html(
		'section',
		{ class: `card ${name}`, 'aria-labelledby': `${name}-title` },
		html('header', {}, heading, html('div', { class: 'tools' }, ...tools)),
		...body,
	);
}

/** A chart, its table, and the buttons that save it as a picture. */
export interface ChartParts {
	readonly name: ChartName;
	readonly title: string;
	readonly tools?: readonly Content[];
	readonly below?: readonly Content[];
	/** The chart at that width in pixels. */
	readonly chart: (width: number) => SVGSVGElement;
	readonly table: () => HTMLTableElement;
}

const formats: readonly PictureFormat[] = ['svg', 'png'];

export function chartCard(stage: Stage, { name, title, tools = [], below = [], chart, table }: ChartParts): Card {
	const { texts } = stage.words;
	const place = html('div', { class: 'chart' });
	const save = formats.map(format =>
		button(
			format.toUpperCase(),
			`${name} ${format}`,
			() => {
				const drawn = place.querySelector('svg');
				if (drawn !== null) {
					pictureOf(drawn, title, format)
						.then(content => {
							stage.send({ kind: 'save', picture: { chart: name, format, content } });
						})
						.catch(reportError);
				}
			},
			{
				class: 'quiet',
				'aria-label': fill(texts.saveAs, title, format.toUpperCase()),
				title: fill(texts.saveAs, title, format.toUpperCase()),
			},
		),
	);
	const element = card(name, title, {
		tools: [...tools, html('span', { class: 'saves' }, ...save)],
		body: [place, ...below, foldedTable(stage, name, table)],
	});
	const draw = (width: number): void => {
		const drawn = chart(width);
		drawn.setAttribute('role', 'group');
		drawn.setAttribute('aria-label', `${title}. ${texts.keys}`);
		place.replaceChildren(drawn);
	};
	return { element, charts: [{ place, draw }] };
}

/** The table is built when somebody wants to see it. */
function foldedTable({ words, state, keep }: Stage, name: string, table: () => HTMLTableElement): HTMLDetailsElement {
	const details = html('details', { class: 'table' }, html('summary', { 'data-focus': `${name} table` }, words.texts.table));
	const unfold = (): void => {
		if (details.open && details.querySelector('table') === null) {
			details.append(html('div', { class: 'scroller', tabindex: 0, role: 'region', 'aria-label': words.texts.table }, table()));
		}
	};
	details.open = state.unfolded.includes(name);
	unfold();
	let isOpen = details.open;
	details.addEventListener('toggle', () => {
		unfold();
		if (details.open !== isOpen) {
			isOpen = details.open;
			keep({ unfolded: isOpen ? [...state.unfolded, name] : state.unfolded.filter(each => each !== name) });
		}
	});
	return details;
}

/** A table of texts; the first cell of each row is its head. */
export function tableOf(caption: string, heads: readonly string[], rows: readonly (readonly Content[])[]): HTMLTableElement {
	const body = rows.map(([head, ...cells]) =>
		html('tr', {}, html('th', { scope: 'row' }, head), ...cells.map(cell => html('td', {}, cell))),
	);
	return html(
		'table',
		{},
		html('caption', {}, caption),
		html('thead', {}, html('tr', {}, ...heads.map(head => html('th', { scope: 'col' }, head)))),
		html('tbody', {}, ...body),
	);
}
