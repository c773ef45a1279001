import * as vscode from 'vscode';
import type { PreviewWords } from '../core/preview/words.ts';
import { writeDay } from './entryLabels.ts';

/** The preview's words in the language of VS Code. */
export function previewWords(): PreviewWords {
	return {
		missing: target => vscode.l10n.t('No note is called “{0}” yet.', target),
		ambiguous: (target, paths) => vscode.l10n.t('Several notes are called “{0}”: {1}', target, paths.join(', ')),
		missingPlace: (place, title) => vscode.l10n.t('“{0}” has no “{1}”.', title, place),
		missingFile: name => vscode.l10n.t('There is no file “{0}”.', name),
		circle: title => vscode.l10n.t('“{0}” is shown around this already.', title),
		tooDeep: title => vscode.l10n.t('“{0}” is embedded too deep to be shown here.', title),
		loading: title => vscode.l10n.t('Reading “{0}” …', title),
		unreadable: title => vscode.l10n.t('“{0}” cannot be read.', title),
		draft: vscode.l10n.t('Draft'),
		input: vscode.l10n.t('Input'),
		output: vscode.l10n.t('Output'),
		day: day => writeDay(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
	};
}
