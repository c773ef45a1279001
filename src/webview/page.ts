import type { Card } from './card.ts';
import { choice, html } from './elements.ts';
import type { ShowDashboard } from '../protocol.ts';
import { figuresPart } from './figures.ts';
import { heatmapCard } from './heatmap.ts';
import { emptyPart, onThisDayCard, outputsCard, remarksCard } from './lists.ts';
import type { Stage } from './stage.ts';
import { tagsCard } from './tags.ts';
import { totalCard } from './total.ts';
import { weeksCard } from './weeks.ts';

/** The whole page. */
export function pageOf(stage: Stage, { logs, log }: Pick<ShowDashboard, 'logs' | 'log'>): readonly Card[] {
	const { words, dashboard } = stage;
	const chooseLog = (id: string): void => {
		stage.keep({ log: id });
		stage.send({ kind: 'chooseLog', log: id });
	};
	const options = logs.map(({ id, name }) => [id, name] as const);
	const head = html(
		'header',
		{ class: 'head' },
		html('h1', {}, words.texts.title),
		html('p', { class: 'note' }, words.fullDay(dashboard.today)),
		...(logs.length > 1 ? [choice(words.texts.log, 'log', options, { chosen: log, choose: chooseLog })] : []),
	);
	if (dashboard.entries.length === 0) {
		return [{ element: head }, { element: emptyPart(stage) }];
	}
	return [
		{ element: head },
		{ element: figuresPart(stage) },
		heatmapCard(stage),
		weeksCard(stage),
		totalCard(stage),
		column(tagsCard(stage), { element: onThisDayCard(stage) }, { element: remarksCard(stage) }),
		{ element: outputsCard(stage) },
	];
}

/** Short parts beside a long one. */
function column(...cards: readonly Card[]): Card {
	return {
		element: html('div', { class: 'column' }, ...cards.map(({ element }) => element)),
		charts: cards.flatMap(({ charts = [] }) => charts),
	};
}
