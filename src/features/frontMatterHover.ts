import * as vscode from 'vscode';
import { describeAge } from '../core/time/age.ts';
import { addDays, daysBetween, startOfWeek, type CivilDate } from '../core/time/civilDate.ts';
import { readInput, writeDuration } from '../core/time/duration.ts';
import type { Entry } from '../core/entry.ts';
import { fieldAt, type FieldPlace } from '../core/frontMatter/fieldAt.ts';
import { mayBeInFrontMatter } from '../core/frontMatter/frontMatterCaret.ts';
import { knownField } from '../core/problems/knownFields.ts';
import { foldTerm, termsOf } from '../core/term.ts';
import { isFuture, logDayAt, readDate } from '../core/time/writtenDate.ts';
import type { Clock } from '../host/clock.ts';
import { markdown } from '../host/editors.ts';
import { writeDay } from '../host/entryLabels.ts';
import { describeField } from '../host/fieldLabels.ts';
import type { FolderVault } from '../host/folderVault.ts';
import type { Services } from '../host/services.ts';
import { firstWeekday } from '../core/time/firstWeekday.ts';
import { timeZoneOf } from '../host/today.ts';

interface Place {
	readonly vault: FolderVault;
	readonly clock: Clock;
	readonly entry: Entry | undefined;
}

/** Hover over the names and values of front matter: what a field means, a date and a time in words, how often a tag is used. */
export function registerFrontMatterHover({ vaults, clock }: Services): vscode.Disposable {
	return vscode.languages.registerHoverProvider(markdown, {
		provideHover(document, position) {
			const vault = mayBeInFrontMatter(line => document.lineAt(line).text, position.line) ? vaults.of(document.uri) : undefined;
			const place = vault?.hasLog === true ? fieldAt(document.getText(), document.offsetAt(position)) : undefined;
			if (vault === undefined || place === undefined) {
				return undefined;
			}
			const contents = describe(place, { vault, clock, entry: vaults.entryAt(document.uri)?.entry });
			const range = new vscode.Range(document.positionAt(place.span.start), document.positionAt(place.span.end));
			return contents && new vscode.Hover(contents, range);
		},
	});
}

function describe(place: FieldPlace, { vault, clock, entry }: Place): vscode.MarkdownString | undefined {
	const { field } = place;
	const { fields, inputUnit } = vault.vault.shape;
	if (place.kind === 'name') {
		return describeName(field.name, vault);
	}
	const value = place.kind === 'item' ? place.item.value : field.value;
	if (vault.usage.isTaxonomy(field.name)) {
		const [term] = Array.isArray(value) ? [] : termsOf(value);
		return term === undefined ? undefined : describeTerm(vault, field.name, term);
	}
	if (field.name === fields.input) {
		const minutes = readInput(value, inputUnit);
		return minutes === undefined ? undefined : describeInput(minutes, vault, entry?.day);
	}
	return knownField(field.name)?.type === 'date' && typeof value === 'string'
		? describeDate(value, { vault, clock, name: field.name })
		: undefined;
}

function describeName(name: string, vault: FolderVault): vscode.MarkdownString | undefined {
	const { fields, inputUnit } = vault.vault.shape;
	if (name === fields.input) {
		const unit =
			inputUnit === 'hours' ? vscode.l10n.t('Hours worked: a number.') : vscode.l10n.t('Minutes worked: a whole number from 0 to 1440.');
		return plain(`${unit} ${vscode.l10n.t('The status bar adds them up.')}`);
	}
	if (name === fields.output) {
		return plain(vscode.l10n.t('What came of the day, in a line. Hugo leaves it to the templates of your site.'));
	}
	const known = knownField(name);
	return known && describeField(known);
}

/** Text of notes and of ours alike is shown as it is: nothing in it becomes a link or a picture. */
function plain(...paragraphs: readonly string[]): vscode.MarkdownString {
	const markdownText = new vscode.MarkdownString();
	paragraphs.forEach((paragraph, index) => {
		markdownText.appendMarkdown(index === 0 ? '' : '\n\n').appendText(paragraph);
	});
	return markdownText;
}

function describeDate(
	text: string,
	{ vault, clock, name }: { readonly vault: FolderVault; readonly clock: Clock; readonly name: string },
): vscode.MarkdownString | undefined {
	const date = readDate(text);
	if (date === undefined) {
		return undefined;
	}
	const age = daysBetween(logDayAt(clock.now(), timeZoneOf(vault), 0), date.civil);
	const day = `${writeDay(date.civil, { dateStyle: 'full' })} · ${describeAge(age, vscode.env.language)}`;
	const holdsBack = ['date', 'publishdate', 'pubdate', 'published'].includes(name) && isFuture(date, clock.now());
	return plain(
		day,
		describeOffset(date.offsetMinutes, date.minuteOfDay !== undefined),
		...(holdsBack ? [vscode.l10n.t('Hugo does not publish the page before this moment, unless it is told to build the future.')] : []),
	);
}

function describeOffset(offset: number | undefined, hasTime: boolean): string {
	if (offset === undefined) {
		return hasTime
			? vscode.l10n.t('Without an offset: Hugo takes the time zone of the site, else UTC.')
			: vscode.l10n.t('A day without a time: Hugo takes its beginning, in the time zone of the site, else in UTC.');
	}
	const size = Math.abs(offset);
	const clockTime = `${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
	return offset === 0 ? 'UTC' : `UTC${offset < 0 ? '−' : '+'}${clockTime}`;
}

/** The time in words, and what part of its week it is. */
function describeInput(minutes: number, { vault, settings }: FolderVault, day: CivilDate | undefined): vscode.MarkdownString {
	if (day === undefined) {
		return plain(writeDuration(minutes));
	}
	const first = startOfWeek(day, firstWeekday(settings));
	const last = addDays(first, 6);
	const week = vault.entries().reduce((sum, { day: other = '', input = 0 }) => (first <= other && other <= last ? sum + input : sum), 0);
	const share = vscode.l10n.t(
		'{0} % of the {1} of its week, {2} to {3}',
		Math.round((minutes / week) * 100),
		writeDuration(week),
		writeDay(first),
		writeDay(last),
	);
	return week > 0 ? plain(writeDuration(minutes), share) : plain(writeDuration(minutes));
}

/** How many of the latest entries with a tag are named. */
const namedEntries = 3;

function describeTerm({ vault, usage }: FolderVault, field: string, term: string): vscode.MarkdownString {
	const uses = usage.usesOf(field, term);
	const count = uses === 1 ? vscode.l10n.t('used once') : vscode.l10n.t('used {0} times', uses);
	const latest = latestWith(term, { entries: vault.entries(), termsIn: uri => termsOf(vault.note(uri)?.values.get(field)) });
	return plain(
		`${term}: ${count}`,
		...(latest.length > 0 ? [vscode.l10n.t('Latest: {0}', latest.map(({ title }) => title).join(' · '))] : []),
	);
}

interface Terms {
	readonly entries: readonly Entry[];
	readonly termsIn: (uri: string) => readonly string[];
}

/** The newest first; from the end of the log on until enough are found. */
function latestWith(term: string, { entries, termsIn }: Terms): readonly Entry[] {
	const folded = foldTerm(term);
	const found: Entry[] = [];
	for (let index = entries.length - 1; index >= 0 && found.length < namedEntries; index--) {
		const entry = entries[index];
		if (entry !== undefined && termsIn(entry.uri).some(other => other === term || foldTerm(other) === folded)) {
			found.push(entry);
		}
	}
	return found;
}
