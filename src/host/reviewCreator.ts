import * as vscode from 'vscode';
import { notesToLearnFrom } from '../core/links/newNote.ts';
import { isOutside, tidyPath } from '../core/notePath.ts';
import { planReview, type ReviewPlan, type ReviewRequest } from '../core/review/planReview.ts';
import { reviewOf } from '../core/review/review.ts';
import { reviewFolder } from '../core/review/reviewFile.ts';
import type { ReviewPeriod } from '../core/review/reviewPeriod.ts';
import { writeInstant } from '../core/time/writtenDate.ts';
import { sentenceForFailure } from './creationFailure.ts';
import type { FolderVault } from './folderVault.ts';
import { historyOfLog } from './logHistory.ts';
import { openDocument } from './openNotes.ts';
import { reviewWords } from './reviewWords.ts';
import type { Services } from './services.ts';
import { timeZoneOf, today } from './today.ts';

/** A review that can be written. */
export interface PreparedReview {
	readonly request: ReviewRequest;
	readonly plan: Extract<ReviewPlan, { kind: 'plan' }>;
	/** Whether there is a file of its name already. */
	readonly exists: boolean;
}

/** Reads what a review is made from, and looks whether there is one of these days; undefined, after a sentence, where there can be none. Writes nothing. */
export async function prepareReview(
	{ clock, tell }: Pick<Services, 'clock' | 'tell'>,
	folder: FolderVault,
	period: ReviewPeriod,
): Promise<PreparedReview | undefined> {
	const { vault, settings } = folder;
	const template = await templateText(folder);
	if (template.kind === 'problem') {
		tell.failed(template.message);
		return undefined;
	}
	const samples = await Promise.all(
		notesToLearnFrom(vault, reviewFolder(vault, settings['review.folder'])).map(({ path }) => folder.textOf(path)),
	);
	const source = { vault, history: historyOfLog(folder), today: today(folder, clock), wikiLinks: settings['wikiLinks.enabled'] };
	const request: ReviewRequest = {
		review: reviewOf(source, period),
		words: reviewWords(),
		folder: settings['review.folder'],
		template: template.text,
		samples: samples.filter(text => text !== undefined),
		now: writeInstant(clock.now(), timeZoneOf(folder)),
		isTaken: () => false,
	};
	const plan = planReview(vault, request);
	if (plan.kind !== 'plan') {
		tell.failed(sentenceOf(plan, settings['review.template']));
		return undefined;
	}
	return { request, plan, exists: (await folder.store.read(plan.path)).kind === 'text' };
}

/** Creates the note on the disk and puts it into the vault; never overwrites, a name that is taken gets a number. Undefined after a sentence where it was not created. */
export async function createReview(
	{ tell }: Pick<Services, 'tell'>,
	folder: FolderVault,
	prepared: PreparedReview,
): Promise<vscode.Uri | undefined> {
	const { vault, settings } = folder;
	const taken = new Set<string>();
	// The disk says which names are taken: of a file that was written and deleted in the same breath the vault may still know. An editor may hold what is on no disk.
	const isTaken = (path: string): boolean => taken.has(path) || openDocument(folder.addressAt(path).uri)?.isDirty === true;
	const creation = await folder.store.createNext(folder.folder.uri.toString(), path => {
		taken.add(path ?? '');
		const plan = isTaken(prepared.plan.path) ? planReview(vault, { ...prepared.request, isTaken }) : prepared.plan;
		return Promise.resolve(
			plan.kind === 'plan' ? { ...plan, stops: [] } : { kind: 'problem', message: sentenceOf(plan, settings['review.template']) },
		);
	});
	switch (creation.kind) {
		case 'created':
			folder.setWritten(creation.plan.path, creation.plan.text.replace(/^\uFEFF/u, ''));
			return folder.uriOf(creation.plan.path);
		case 'failed':
			tell.failed(sentenceForFailure(creation.reason, creation.path), creation.detail);
			return undefined;
		case 'problem':
			tell.failed(creation.message);
			return undefined;
		case 'taken':
		case 'crowded':
			tell.failed(vscode.l10n.t('The review was not created, for other files keep taking its name; try again in a moment.'));
			return undefined;
	}
}

type TemplateText = { readonly kind: 'text'; readonly text: string | undefined } | { readonly kind: 'problem'; readonly message: string };

/** The text of the user's template; undefined where the built-in one is meant. */
async function templateText(folder: FolderVault): Promise<TemplateText> {
	const setting = folder.settings['review.template'];
	if (setting.trim() === '') {
		return { kind: 'text', text: undefined };
	}
	if (isOutside(setting)) {
		return {
			kind: 'problem',
			message: vscode.l10n.t(
				'dailyLog.review.template names “{0}”, which is outside the workspace folder. Name a file inside it.',
				setting,
			),
		};
	}
	const text = await folder.textOf(tidyPath(setting));
	return text === undefined
		? {
				kind: 'problem',
				message: vscode.l10n.t('The template “{0}” cannot be read. Create it, or correct dailyLog.review.template.', tidyPath(setting)),
			}
		: { kind: 'text', text };
}

function sentenceOf(plan: Exclude<ReviewPlan, { kind: 'plan' }>, template: string): string {
	switch (plan.kind) {
		case 'outside':
			return vscode.l10n.t('dailyLog.review.folder leads outside the workspace folder. Name a folder inside it.');
		case 'entry':
			return vscode.l10n.t(
				'The review would count as an entry of the log. Take the log’s series and the number out of the template, or set another dailyLog.review.folder.',
			);
		case 'template':
			return vscode.l10n.t('The template “{0}” cannot be used. Line {1}: {2}', tidyPath(template), plan.line, plan.message);
	}
}
