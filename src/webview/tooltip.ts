import { html } from './elements.ts';

/** What a mark says of itself: the first line is its name. */
export type Lines = readonly string[];

const distance = 8;

/** The one tooltip of the page, over whatever is pointed at or has the focus. What it says, the mark's label says too, so that no screen reader needs it. */
export class Tooltip {
	readonly element = html('div', { class: 'tooltip', 'aria-hidden': 'true', hidden: '' });

	show([name = '', ...rest]: Lines, at: DOMRect): void {
		this.element.replaceChildren(html('strong', {}, name), ...rest.map(line => html('span', {}, line)));
		this.element.hidden = false;
		const { width, height } = this.element.getBoundingClientRect();
		const left = at.left + at.width / 2 - width / 2;
		const above = at.top - height - distance;
		this.element.style.left = `${Math.max(distance, Math.min(left, document.documentElement.clientWidth - width - distance))}px`;
		this.element.style.top = `${above < distance ? Math.min(at.bottom + distance, window.innerHeight - height) : above}px`;
	}

	hide(): void {
		this.element.hidden = true;
	}
}
