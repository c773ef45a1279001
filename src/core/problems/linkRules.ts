import { nearestWord } from '../editDistance.ts';
import { t } from '../l10n.ts';
import { headingInLink } from '../links/headings.ts';
import { foldHeading } from '../links/placeNames.ts';
import { isFileName } from '../links/linkedFile.ts';
import { meaningOf, placeOf, type LinkMeaning } from '../links/linkMeaning.ts';
import { nearestName } from '../links/nearestName.ts';
import { linkPathOf } from '../links/resolve.ts';
import type { Note } from '../note.ts';
import { scanText } from '../prose/scan.ts';
import type { WikiLink } from '../prose/wikiLink.ts';
import type { Span } from '../text.ts';
import type { Vault } from '../vault.ts';
import type { LogFacts } from './logFacts.ts';
import type { Page } from './page.ts';
import type { Fix, Problem } from './problem.ts';
import { shortened } from './valueFix.ts';

/** Wiki links that lead to no note, to several, or to a heading or block that the note does not have. */
export function* checkLinks(page: Page, { vault, wikiLinks }: LogFacts): Iterable<Problem> {
	if (wikiLinks === false || !page.text.includes('[[')) {
		return;
	}
	for (const link of scanText(page.text).links) {
		const meaning = meaningOf(vault, link, page.path);
		const { resolution } = meaning;
		switch (resolution.kind) {
			case 'unresolved':
				yield* isFileName(meaning.target) ? [] : [unresolved(page, vault, meaning)];
				break;
			case 'ambiguous':
				yield ambiguous(page, meaning, resolution.notes);
				break;
			case 'resolved':
				yield* checkPlace(page, link, meaning, resolution.note);
		}
	}
}

function unresolved(page: Page, vault: Vault, { target, targetSpan }: LinkMeaning): Problem {
	const near = nearestName(vault, target);
	const advice = near === undefined ? t('Create it, or change the link.') : t("Is '{0}' meant?", near);
	return {
		code: 'link.unresolved',
		message: t("No note answers to '{0}'. {1}", shortened(target), advice),
		span: targetSpan,
		related: [],
		fixes: [
			{ kind: 'createNote', title: t("Create note '{0}'", shortened(target)), target },
			...(near === undefined ? [] : changeFix(page, targetSpan, near)),
		],
	};
}

/** So many notes are named in a message, and offered. */
const mostNamed = 5;

function ambiguous(page: Page, { target, targetSpan }: LinkMeaning, notes: readonly Note[]): Problem {
	const named = notes.slice(0, mostNamed);
	const listed = named.map(({ path }) => `'${path}'`).join(', ');
	const paths = notes.length > mostNamed ? t('{0} and others', listed) : listed;
	return {
		code: 'link.ambiguous',
		message: t("{0} notes answer to '{1}': {2}. Name the one that is meant in full.", notes.length, shortened(target), paths),
		span: targetSpan,
		related: named.map(({ uri, path, title }) => ({ uri, message: t("'{0}' in {1}", title, path) })),
		fixes: named.flatMap(({ path }) => changeFix(page, targetSpan, `/${linkPathOf(path)}`)),
	};
}

function* checkPlace(page: Page, { embed }: WikiLink, meaning: LinkMeaning, note: Note): Iterable<Problem> {
	const heading = meaning.heading ?? '';
	if (placeOf(note, meaning).kind !== 'missing') {
		return;
	}
	const isBlock = heading.startsWith('^');
	const near = isBlock ? undefined : nearestHeading(note, heading);
	const fault = isBlock
		? t("'{0}' has no block '{1}'.", note.title, shortened(heading))
		: t("'{0}' has no heading '{1}'.", note.title, shortened(heading));
	const more = [
		...(near === undefined ? [] : [t("Is '{0}' meant?", near)]),
		...(embed ? [t('The whole note is shown in its place.')] : []),
	];
	yield {
		code: 'link.heading',
		message: [fault, ...more].join(' '),
		span: meaning.headingSpan,
		related: [{ uri: note.uri, message: t("'{0}' in {1}", note.title, note.path) }],
		fixes: near === undefined ? [] : changeFix(page, meaning.headingSpan, near),
	};
}

/** Among so many headings of a note, its first ones, the nearest is looked for. */
const mostCompared = 200;

/** The heading that was probably meant: a few slips away, or beginning alike. As a link calls it. */
function nearestHeading(note: Note, called: string): string | undefined {
	const wanted = foldHeading(called);
	const byText = new Map(note.headings.slice(0, mostCompared).map(heading => [foldHeading(heading.text), heading] as const));
	const near = nearestWord(wanted, byText.keys(), wanted.length > 7 ? 3 : 1);
	const found =
		near ?? [...byText.keys()].find(text => wanted.length > 2 && (text.startsWith(wanted) || (text.length > 2 && wanted.startsWith(text))));
	const heading = found === undefined ? undefined : byText.get(found);
	return heading && headingInLink(note, heading);
}

/** In front matter a quotation mark or backslash could end the text that the link stands in: then nothing is offered. */
function changeFix({ block }: Page, span: Span, newText: string): readonly Fix[] {
	const isInField = block !== undefined && span.start < block.bodyStart;
	return isInField && /["'\\]/u.test(newText)
		? []
		: [{ kind: 'edit', title: t("Change to '{0}'", shortened(newText)), edits: [{ span, newText }], certain: false }];
}
