import { paddingOf, readNumberedTitle, readNumberInPath } from '../entryNumber.ts';
import { isNearlyAll, mostCommon } from '../majority.ts';
import { nameOf } from '../notePath.ts';
import { firstTemplate, renderTemplate, usualTitleForm, type TemplatePiece, type TitleForm } from '../newEntry/template.ts';
import { lineEndOf } from '../text.ts';
import { writeInstant } from '../time/writtenDate.ts';
import type { LogFacts } from './logFacts.ts';
import type { Page } from './page.ts';

/**
 * Front matter for an entry that has none, in the page's line end: the number from its name or first heading, the words from the heading,
 * else from the name, the moment as its date, the log's series, and the tags that nearly all entries have.
 */
export function newFrontMatter({ path, text }: Page, facts: LogFacts): string {
	const { number, words } = numberAndWords(path, text);
	const template = firstTemplate(facts.shape.series, facts.shape.fields);
	const body = template.pieces.findIndex(piece => piece.kind === 'stop' && piece.at === 'body');
	const pieces = template.pieces.slice(0, body).map(piece => inTheLogsWay(piece, facts));
	const values = { number, title: words, date: writeInstant(facts.now, facts.timeZone) };
	return renderTemplate({ pieces, lineEnd: lineEndOf(text), byteOrderMark: false }, values).text;
}

/** The entry's number by its name, else by its first heading; undefined where neither tells. */
export function numberOf(path: string, text: string): number | undefined {
	return readNumberInPath(path)?.number ?? readNumberedTitle(firstHeading(text))?.number;
}

function numberAndWords(path: string, text: string): { readonly number: number; readonly words: string } {
	const heading = firstHeading(text);
	const words = heading === '' ? wordsOfName(path) : (readNumberedTitle(heading)?.title ?? heading);
	return { number: numberOf(path, text) ?? 0, words };
}

/** Looked for in the first lines only, as a note's title is. */
function firstHeading(text: string): string {
	return /^\ufeff?# +(.+?)(?: +#+)? *\r?$/mu.exec(text.slice(0, 1000))?.[1]?.trim() ?? '';
}

/** `062-restarting-my-search` says `Restarting my search`. */
function wordsOfName(path: string): string {
	const name = nameOf(path);
	const rest = name.replace(/^#?\d+[-_–—:.\s]*/, '').trim();
	const words = rest.includes(' ') ? rest : rest.replace(/[-_]+/g, ' ').trim();
	return words.charAt(0).toUpperCase() + words.slice(1);
}

function inTheLogsWay(piece: TemplatePiece, facts: LogFacts): TemplatePiece {
	if (piece.kind === 'title') {
		return { ...piece, form: titleFormOf(facts) };
	}
	return piece.kind === 'text' ? { kind: 'text', text: piece.text.replace('["daily-log"]', () => tagsOf(facts)) } : piece;
}

function titleFormOf({ entries }: LogFacts): TitleForm {
	const titles = entries.flatMap(({ title }) => readNumberedTitle(title) ?? []).filter(({ title }) => title !== '');
	const pattern = mostCommon(titles.map(({ prefix, separator }) => `${prefix}{number}${separator}{title}`));
	return pattern === undefined ? usualTitleForm : { pattern, digits: paddingOf(titles.toReversed().map(({ digits }) => digits)) };
}

function tagsOf({ entries }: LogFacts): string {
	const tagged = entries.filter(({ tags }) => tags.length > 0);
	const counts = new Map<string, number>();
	for (const tag of tagged.flatMap(({ tags }) => tags)) {
		counts.set(tag, (counts.get(tag) ?? 0) + 1);
	}
	const usual = [...counts].filter(([, count]) => isNearlyAll(count, tagged.length)).map(([tag]) => tag);
	return tagged.length === 0 ? '["daily-log"]' : `[${usual.map(tag => JSON.stringify(tag)).join(', ')}]`;
}
