import type { ChangeDashboard, FromDashboard, ShowDashboard } from '../protocol.ts';
import { changed } from './changed.ts';
import { showEntryMenu } from './entryMenu.ts';
import { pageOf } from './page.ts';
import type { Stage } from './stage.ts';
import { Tooltip } from './tooltip.ts';
import { viewStateFrom, type ViewState } from './viewState.ts';
import { Words } from './words.ts';

declare function acquireVsCodeApi(): {
	postMessage(message: FromDashboard): void;
	getState(): unknown;
	setState(state: ViewState): void;
};

const editor = acquireVsCodeApi();
const main = document.getElementById('dashboard') ?? document.body;
const tooltip = new Tooltip();
let state = viewStateFrom(editor.getState());
let content: ShowDashboard | undefined;
let drawnWidth = 0;

const keep = (choice: Partial<ViewState>): void => {
	state = { ...state, ...choice };
	editor.setState(state);
};

const send = (message: FromDashboard): void => {
	editor.postMessage(message);
};

/** Draws the page anew; what had the focus has it again, and the page does not move. */
function draw({ dashboard, texts, locale, logs, log }: ShowDashboard): void {
	const stage: Stage = {
		dashboard,
		words: new Words(texts, locale),
		state,
		tooltip,
		keep,
		send,
		change: choice => {
			keep(choice);
			redraw();
		},
		open: (entries, title, beside) => {
			const [only] = entries.map(index => dashboard.entries[index]);
			if (entries.length === 1 && only !== undefined) {
				send({ kind: 'open', uri: only.uri, beside });
			} else {
				showEntryMenu(stage, entries, title);
			}
		},
	};
	const focused = focusedPart();
	const cards = pageOf(stage, { logs, log });
	tooltip.hide();
	main.replaceChildren(...cards.map(({ element }) => element));
	const measured = cards
		.flatMap(({ charts = [] }) => charts)
		.map(({ place, draw: drawChart }) => ({ width: place.clientWidth, drawChart }));
	measured.forEach(({ width, drawChart }) => {
		drawChart(width);
	});
	drawnWidth = main.clientWidth;
	focused?.();
	window.scrollTo(0, state.scroll);
}

/** What gives the focus back to the part that has it now, and the caret to where it is; undefined where none has it. */
function focusedPart(): (() => void) | undefined {
	const { activeElement } = document;
	const name = activeElement?.getAttribute('data-focus');
	const caret = activeElement instanceof HTMLInputElement ? activeElement.selectionStart : null;
	if (typeof name !== 'string') {
		return undefined;
	}
	return () => {
		const element = main.querySelector<HTMLElement | SVGElement>(`[data-focus="${CSS.escape(name)}"]`);
		element?.focus({ preventScroll: true });
		if (element instanceof HTMLInputElement) {
			element.setSelectionRange(caret, caret);
		}
	};
}

function redraw(): void {
	if (content !== undefined) {
		draw(content);
	}
}

function isContent(message: unknown): message is ShowDashboard {
	return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'show';
}

function isChange(message: unknown): message is ChangeDashboard {
	return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'change';
}

document.body.append(tooltip.element);
window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
	if (isContent(data)) {
		content = data;
		keep({ log: data.log });
		redraw();
	} else if (isChange(data) && content !== undefined) {
		content = { ...content, dashboard: changed(content.dashboard, data.change) };
		redraw();
	}
});
window.addEventListener('scroll', () => {
	tooltip.hide();
	keep({ scroll: window.scrollY });
});
window.addEventListener('keydown', ({ key }) => {
	if (key === 'Escape') {
		tooltip.hide();
	}
});
new ResizeObserver(() => {
	if (main.clientWidth !== drawnWidth) {
		requestAnimationFrame(redraw);
	}
}).observe(main);
send({ kind: 'ready', log: state.log });
