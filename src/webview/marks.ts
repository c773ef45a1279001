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

/**
 * Makes the marks of a chart answer to pointer and keyboard: the chart is one stop of the Tab key, arrows go from mark to mark, Enter opens.
 * @see https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/#kbd_roving_tabindex
 */
export function enliven(
	chart: SVGElement,
	marks: readonly Mark[],
	{ stage, name, step }: { readonly stage: Stage; readonly name: string; readonly step: Step },
): void {
	const places = new Map<Element, number>();
	marks.forEach(({ element, key, lines, entries }, index) => {
		const [title = '', ...rest] = lines;
		element.setAttribute('role', entries.length > 0 ? 'button' : 'img');
		element.setAttribute('aria-label', rest.length > 0 ? `${title}: ${rest.join(', ')}` : title);
		element.setAttribute('tabindex', '-1');
		element.setAttribute('data-focus', `${name} ${key}`);
		element.classList.add('mark');
		places.set(element, index);
	});
	let current = Math.max(0, marks.length - 1);
	const makeCurrent = (index: number): void => {
		marks[current]?.element.setAttribute('tabindex', '-1');
		current = index;
		marks[index]?.element.setAttribute('tabindex', '0');
	};
	const indexOf = (target: EventTarget | null): number | undefined =>
		target instanceof Element ? places.get(target.closest('.mark') ?? target) : undefined;
	const point = (index: number | undefined): void => {
		const mark = index === undefined ? undefined : marks[index];
		if (mark === undefined) {
			stage.tooltip.hide();
		} else {
			stage.tooltip.show(mark.lines, (mark.element.querySelector('.body') ?? mark.element).getBoundingClientRect());
		}
	};
	const open = (index: number | undefined, event: MouseEvent | KeyboardEvent): void => {
		const mark = index === undefined ? undefined : marks[index];
		if (mark !== undefined && mark.entries.length > 0) {
			stage.open(mark.entries, mark.lines[0] ?? '', event.ctrlKey || event.metaKey);
		}
	};
	makeCurrent(current);
	chart.addEventListener('pointerover', event => {
		point(indexOf(event.target));
	});
	chart.addEventListener('pointerleave', () => {
		stage.tooltip.hide();
	});
	chart.addEventListener('focusin', event => {
		const index = indexOf(event.target);
		makeCurrent(index ?? current);
		point(index);
	});
	chart.addEventListener('focusout', () => {
		stage.tooltip.hide();
	});
	chart.addEventListener('click', event => {
		open(indexOf(event.target), event);
	});
	chart.addEventListener('keydown', event => {
		if (event.key === 'Enter' || event.key === ' ') {
			event.preventDefault();
			open(current, event);
			return;
		}
		const next = step(current, event.key);
		if (next !== undefined) {
			event.preventDefault();
			(marks[next]?.element ?? marks[current]?.element)?.focus();
		}
	});
}
