import * as vscode from 'vscode';
import { requestedPeriod, type PeriodRequest, type ReviewPeriod } from '../core/review/reviewPeriod.ts';
import { chooseLog } from '../host/chooseVault.ts';
import { registerCommand } from '../host/commands.ts';
import { showNote } from '../host/editors.ts';
import type { FolderVault } from '../host/folderVault.ts';
import { createReview, prepareReview } from '../host/reviewCreator.ts';
import { askAgain, askPeriod } from '../host/reviewQuestions.ts';
import type { Services } from '../host/services.ts';
import { firstWeekday } from '../core/time/firstWeekday.ts';
import { today } from '../host/today.ts';

/** "Write Review…": a note about a week, a month, a year or a span. A keybinding may hand over `{ period: 'week', from? }` or `{ from, to }`. */
export function registerWriteReview(services: Services): vscode.Disposable {
	const { tell } = services;
	return registerCommand(tell, { id: 'dailyLog.writeReview', name: vscode.l10n.t('Write Review') }, async given => {
		const folder = await chooseLog(services, {
			nothing: vscode.l10n.t('There is no entry to review yet. “New Daily Log” creates the first one.'),
			question: vscode.l10n.t('Several folders hold a log. Which one is the review about?'),
		});
		const period = folder && (await periodFor(services, folder, given));
		if (folder !== undefined && period !== undefined) {
			await write(services, folder, period);
		}
	});
}

async function periodFor({ clock, tell }: Services, folder: FolderVault, given: unknown): Promise<ReviewPeriod | undefined> {
	const [day, weekStartsOn] = [today(folder, clock), firstWeekday(folder.settings)];
	const request = requestIn(given);
	if (request === undefined) {
		return askPeriod(day, weekStartsOn);
	}
	const period = requestedPeriod(request, day, weekStartsOn);
	if (period === undefined) {
		tell.failed(
			vscode.l10n.t(
				'The keybinding asks for a review of no days. Write { "period": "week" }, "month" or "year", or { "from": "2026-11-01", "to": "2026-11-20" }.',
			),
		);
	}
	return period;
}

function requestIn(given: unknown): PeriodRequest | undefined {
	return typeof given === 'object' && given !== null && ('period' in given || 'from' in given || 'to' in given) ? given : undefined;
}

async function write(services: Services, folder: FolderVault, period: ReviewPeriod): Promise<void> {
	const prepared = await prepareReview(services, folder, period);
	const answer = prepared?.exists === true ? await askAgain(prepared.plan.path) : 'another';
	if (prepared === undefined || answer === undefined) {
		return;
	}
	const uri = answer === 'open' ? folder.uriOf(prepared.plan.path) : await createReview(services, folder, prepared);
	if (uri !== undefined) {
		await showNote(uri);
	}
}
