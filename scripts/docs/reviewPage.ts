import { builtInReview } from '../../src/core/review/builtInReview.ts';
import { reviewNames } from '../../src/core/review/reviewNames.ts';

/** The headings of the built-in template in English, as `src/host/reviewWords.ts` has them, where they must stand as literals to be translated. A test compares them. */
export const heads = {
	day: 'Day',
	week: 'Week',
	month: 'Month',
	hours: 'Hours',
	entries: 'Entries',
	words: 'Words',
	sum: 'In all',
	outputs: 'What came out',
	noOutputs: 'No entry says what came out.',
	byTag: 'Hours by tag',
	tag: 'Tag',
	share: 'Share',
	drafts: 'Drafts left',
	unresolved: 'Links that lead nowhere',
	linkIn: 'in',
	doubts: 'To look at again',
};

/** How templates for reviews are written, and what they may use. */
export function reviewPage(): string {
	const lists = Object.entries(reviewNames.lists).flatMap(([name, { means, items }]) => [
		'',
		`### \`{each ${name}}\`: ${means}`,
		'',
		...tableOf(items),
	]);
	return [
		...intro,
		'## Values',
		'',
		...tableOf(reviewNames.texts),
		'',
		'## Lists',
		...lists,
		'',
		'## The built-in template',
		'',
		'```markdown',
		builtInReview({ heads }).trim(),
		'```',
		'',
	].join('\n');
}

const intro = [
	'# Templates for reviews',
	'',
	'**Write Review** makes a note from a template: the built-in one below, or a Markdown file of yours that `dailyLog.review.template` names. Nothing in a template is run. It is filled in:',
	'',
	'| written | becomes |',
	'|---|---|',
	'| `{hours}` | a value |',
	'| `{each outputs}` … `{end}` | what stands between, once for each item; the names of the item hold there |',
	'| `{if drafts}` … `{else}` … `{end}` | the first part where the value or list is not empty, else the second; `{else}` may be left out |',
	'',
	'A line that holds only `{each …}`, `{if …}`, `{else}` or `{end}` goes away as a whole. There is no `{each}` within an `{each}`. Other words in braces, and shortcodes that you write into the template, stay as they are.',
	'',
	'A template may begin with front matter, in which `{title}`, `{date}` and `{dateTime}` are filled in and quoted where they must be. One without front matter gets that of your other notes, with `draft: true`. A review is never an entry: one that would count as one is not written.',
	'',
	'Titles, outputs and tags are shown as they were written: what means something to Markdown or Hugo is escaped, so that no table breaks, no tag appears, and no shortcode is called.',
	'',
	'A keybinding may say which days: `{ "period": "week" }`, `"month"` or `"year"`, with `"from": "2026-11-23"` the one that this day lies in, or `{ "from": "2026-11-01", "to": "2026-11-20" }`.',
	'',
];

function tableOf(names: Readonly<Record<string, string>>): readonly string[] {
	return ['| name | what it is |', '|---|---|', ...Object.entries(names).map(([name, means]) => `| \`{${name}}\` | ${means} |`)];
}
