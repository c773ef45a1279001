import type { EntryIndexes } from '../core/dashboard/dashboard.ts';
import type { Stage } from './stage.ts';
import type { Lines } from './tooltip.ts';

/** A part of a chart that stands for something: a day, a week, a tag. */
export interface Mark {
	/** Its name among the marks of its chart, the same when the page is drawn again. */
	readonly key: string;
	readonly element: SVGElement;
	readonly lines: Lines;
	/** What it opens; nothing where there is none. */
	readonly entries: EntryIndexes;
}

/** Where an arrow leads from a mark; undefined where it leads nowhere. */
export type Step = (index: number, key: string) => number | undefined;

/** From mark to mark in their order. */
export function stepsOf(count: number, page: number): Step {
	return (index, key) => {
		switch (key) {
			case 'ArrowRight':
			case 'ArrowDown':
				return index + 1;
			case 'ArrowLeft':
			case 'ArrowUp':
				return index - 1;
			case 'PageDown':
				return Math.min(index + page, count - 1);
			case 'PageUp':
				return Math.max(index - page, 0);
			case 'Home':
				return 0;
			case 'End':
				return count - 1;
			default:
				return undefined;
		}
	};
}

/** The chart that the marks belong to. */
export interface Liveliness {
	readonly stage: Stage;
	/** Begins the name by which a mark gets the focus back. */
	readonly name: string;
	readonly step: Step;
}

/**
 * Makes the marks of a chart answer to pointer and keyboard: the chart is one stop of the Tab key, arrows go from mark to mark, Enter opens.
 * @see https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/#kbd_roving_tabindex
 */
export function enliven(chart: SVGElement, marks: readonly Mark[], { stage, name, step }: Liveliness): void {
	const places = new Map<Element, number>(marks.map(({ element }, index) => [element, index]));
	const markAt = (target: EventTarget | null): number | undefined =>
		target instanceof Element ? places.get(target.closest('.mark') ?? target) : undefined;
	let current = marks.length - 1;
	const makeCurrent = (index: number): void => {
		marks[current]?.element.setAttribute('tabindex', '-1');
		marks[index]?.element.setAttribute('tabindex', '0');
		current = index;
	};
	marks.forEach(mark => {
		introduce(mark, name);
	});
	makeCurrent(current);
	// Chromium makes an SVG that listens to the focus a stop of its own.
	chart.setAttribute('tabindex', '-1');
	chart.addEventListener('pointerover', ({ target }) => {
		explain(marks[markAt(target) ?? -1], stage);
	});
	chart.addEventListener('focusin', ({ target }) => {
		makeCurrent(markAt(target) ?? current);
		explain(marks[current], stage);
	});
	for (const leaving of ['pointerleave', 'focusout']) {
		chart.addEventListener(leaving, () => {
			stage.tooltip.hide();
		});
	}
	chart.addEventListener('click', event => {
		open(marks[markAt(event.target) ?? -1], event, stage);
	});
	chart.addEventListener('keydown', event => {
		const next = step(current, event.key);
		if (event.key === 'Enter' || event.key === ' ') {
			event.preventDefault();
			open(marks[current], event, stage);
		} else if (next !== undefined) {
			event.preventDefault();
			marks[next]?.element.focus();
		}
	});
}

/** Gives a mark its role and its name. */
function introduce({ element, key, lines, entries }: Mark, name: string): void {
	const [title = '', ...rest] = lines;
	element.setAttribute('role', entries.length > 0 ? 'button' : 'img');
	element.setAttribute('aria-label', rest.length > 0 ? `${title}: ${rest.join(', ')}` : title);
	element.setAttribute('tabindex', '-1');
	element.setAttribute('data-focus', `${name} ${key}`);
	element.classList.add('mark');
}

function explain(mark: Mark | undefined, { tooltip }: Stage): void {
	if (mark === undefined) {
		tooltip.hide();
	} else {
		tooltip.show(mark.lines, (mark.element.querySelector('.body') ?? mark.element).getBoundingClientRect());
	}
}

function open(mark: Mark | undefined, { ctrlKey, metaKey }: MouseEvent | KeyboardEvent, stage: Stage): void {
	if (mark !== undefined && mark.entries.length > 0) {
		stage.open(mark.entries, mark.lines[0] ?? '', ctrlKey || metaKey);
	}
}
