import * as vscode from 'vscode';
import { dayNumberOf } from '../core/time/civilDate.ts';
import { writeDuration } from '../core/time/duration.ts';
import type { Entry } from '../core/entry.ts';
import { readingInWords } from '../core/frontMatter/readingWords.ts';
import { isFuture, readDate } from '../core/time/writtenDate.ts';

/** What a person should know about an entry before anything else; the most pressing state wins. */
export type EntryState = 'problem' | 'draft' | 'future' | 'published';

export function stateOf(entry: Entry, now: number): EntryState {
	if (entry.problem !== undefined || entry.number === undefined || entry.day === undefined) {
		return 'problem';
	}
	const date = entry.date === undefined ? undefined : readDate(entry.date);
	return entry.draft ? 'draft' : date !== undefined && isFuture(date, now) ? 'future' : 'published';
}

/** An icon for each state, told apart by shape and not only by colour. */
export function iconOf(entry: Entry, now: number): vscode.ThemeIcon {
	switch (stateOf(entry, now)) {
		case 'problem':
			return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
		case 'draft':
			return new vscode.ThemeIcon('edit');
		case 'future':
			return new vscode.ThemeIcon('clock');
		case 'published':
			return new vscode.ThemeIcon('note');
	}
}

/** The state in words, for tooltips and screen readers; `''` for an entry with nothing special about it. */
export function describeState(entry: Entry, now: number): string {
	switch (stateOf(entry, now)) {
		case 'problem':
			return problemOf(entry);
		case 'draft':
			return vscode.l10n.t('Draft: Hugo does not publish it.');
		case 'future':
			return vscode.l10n.t('Dated in the future: Hugo does not publish it yet.');
		case 'published':
			return '';
	}
}

function problemOf(entry: Entry): string {
	if (entry.problem !== undefined) {
		return vscode.l10n.t('The front matter cannot be read: {0}', readingInWords(entry.problem));
	}
	return entry.number === undefined ? vscode.l10n.t('It has no entry number.') : vscode.l10n.t('It has no date that Hugo can read.');
}

/** Date and input: `2 Dec · 1 h 30 min`; what is missing is left out. */
export function describeEntry(entry: Entry): string {
	const parts = [entry.day === undefined ? '' : writeDay(entry.day), entry.input === undefined ? '' : writeDuration(entry.input)];
	return parts.filter(Boolean).join(' · ');
}

const millisecondsPerDay = 86_400_000;
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** A civil date in the language of VS Code; by default as short as `2 Dec`. */
export function writeDay(day: string, options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' }): string {
	const key = JSON.stringify(options);
	const format = dayFormats.get(key) ?? new Intl.DateTimeFormat(vscode.env.language, { ...options, timeZone: 'UTC' });
	dayFormats.set(key, format);
	return format.format(dayNumberOf(day) * millisecondsPerDay);
}
