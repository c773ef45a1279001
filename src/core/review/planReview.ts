import { insertField, replaceValue } from '../frontMatter/fieldEdits.ts';
import { findFrontMatter } from '../frontMatter/frontMatter.ts';
import { writeNote } from '../links/newNote.ts';
import { parseTemplateText } from '../newEntry/archetype.ts';
import { renderTemplate } from '../newEntry/template.ts';
import { parseNote } from '../note.ts';
import { isOutside, joinPath, nameOf } from '../notePath.ts';
import { applyEdits, lineEndOf } from '../text.ts';
import type { Vault } from '../vault.ts';
import { builtInReview } from './builtInReview.ts';
import type { Review } from './review.ts';
import { disturbsNumbers, reviewFolder } from './reviewFile.ts';
import { reviewNames } from './reviewNames.ts';
import { nameOfPeriod } from './reviewPeriod.ts';
import { reviewValues } from './reviewValues.ts';
import type { ReviewWords } from './reviewWords.ts';
import { fillTextTemplate, readTextTemplate } from './textTemplate.ts';

/** All that decides about a note with a review, apart from the vault. */
export interface ReviewRequest {
	readonly review: Review;
	readonly words: ReviewWords;
	/** The setting `dailyLog.review.folder`; `''` for the usual one. */
	readonly folder: string;
	/** The text of the user's template; undefined for the built-in one. */
	readonly template: string | undefined;
	/** The texts of notes whose front matter the review is to have. */
	readonly samples: readonly string[];
	/** RFC 3339 with offset. */
	readonly now: string;
	/** Whether a file of that vault-relative path is there. */
	readonly isTaken: (path: string) => boolean;
}

/** The note that is to be created, or why there can be none. */
export type ReviewPlan =
	| { readonly kind: 'plan'; readonly path: string; readonly text: string }
	/** The folder lies outside the vault. */
	| { readonly kind: 'outside' }
	/** With the template's front matter the review would be an entry of the log. */
	| { readonly kind: 'entry' }
	/** What is wrong with the template; `line` counts from 1. */
	| { readonly kind: 'template'; readonly line: number; readonly message: string };

/** The note of a review: in its folder, with a free name that is no number of the log, as a draft, with front matter like that of other notes. */
export function planReview(vault: Vault, request: ReviewRequest): ReviewPlan {
	if (isOutside(request.folder)) {
		return { kind: 'outside' };
	}
	const name = nameOfPeriod(request.review.period);
	for (const each of [name, `review-${name}`]) {
		const path = freePath(reviewFolder(vault, request.folder), each, request);
		const written = writeReview(vault, path, request);
		if (written.kind !== 'text') {
			return written;
		}
		if (!disturbsNumbers(vault, parseNote({ uri: '', path }, written.text))) {
			return { kind: 'plan', path, text: written.text };
		}
	}
	return { kind: 'entry' };
}

/** `2026-W48.md`, else `2026-W48-2.md`, and so on. */
function freePath(folder: string, name: string, { isTaken }: ReviewRequest): string {
	let path = joinPath(folder, `${name}.md`);
	for (let count = 2; isTaken(path); count++) {
		path = joinPath(folder, `${name}-${count}.md`);
	}
	return path;
}

type Written = { readonly kind: 'text'; readonly text: string } | Extract<ReviewPlan, { kind: 'template' }>;

function writeReview(vault: Vault, path: string, request: ReviewRequest): Written {
	const { review, words } = request;
	const text = request.template?.replace(/^\uFEFF/u, '').replaceAll('\r\n', '\n') ?? builtInReview(words);
	const bodyStart = bodyStartOf(text);
	const head = bodyStart === 0 ? learnedHead(path, request) : givenHead(text.slice(0, bodyStart), path, request);
	const template = readTextTemplate(text.slice(bodyStart), reviewNames);
	if (head.kind !== 'text') {
		return head;
	}
	if (template.kind === 'problem') {
		const linesBefore = text.slice(0, bodyStart).split('\n').length - 1;
		return { kind: 'template', line: template.line + linesBefore, message: template.message };
	}
	const body = fillTextTemplate(template.parts, reviewValues(review, { vault, path, words }));
	return { kind: 'text', text: head.text + body.replaceAll('\n', lineEndOf(head.text)) };
}

/** Where the template's front matter ends; 0 where it has none. `{period}` at the beginning is no JSON. */
function bodyStartOf(text: string): number {
	return /^\s*\{\s*[^\s"]/u.test(text) ? 0 : (findFrontMatter(text)?.bodyStart ?? 0);
}

/** Front matter like that of the samples, with `draft: true`. */
function learnedHead(path: string, { review, words, samples, now }: ReviewRequest): Written {
	const { text } = writeNote(path, words.title(review.period), { samples, now });
	const block = findFrontMatter(text);
	const head = text.slice(0, block?.bodyStart ?? 0);
	const edit = block && (replaceValue(head, block, 'draft', true) ?? insertField(head, block, 'draft', true));
	return { kind: 'text', text: edit === undefined ? head : applyEdits(head, [edit]) };
}

/** The template's own front matter: `{title}`, `{date}` and `{dateTime}` are filled in, quoted where they must be. */
function givenHead(head: string, path: string, { review, words, now }: ReviewRequest): Written {
	const read = parseTemplateText(head, { names: { input: '', output: '' }, title: { pattern: '{title}', digits: 1 } });
	if (read.kind === 'problem') {
		return { kind: 'template', line: read.line, message: read.message };
	}
	const values = { number: 0, title: words.title(review.period), date: now, name: nameOf(path) };
	return { kind: 'text', text: renderTemplate(read.template, values).text };
}
