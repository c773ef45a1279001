import type { LogShape } from './entry.ts';
import { tidyPath } from './notePath.ts';

/** A span of time whose hours are summed, up to now. */
export type Period = 'today' | 'week' | 'month' | 'year' | 'all';

/** The settings of `dailyLog.…` as plain values; what each means stands in the manifest, which has the same names and defaults. */
export interface Settings {
	readonly folder: string;
	readonly series: string;
	readonly template: string;
	readonly fileName: string;
	readonly oncePerDay: 'ask' | 'open' | 'create';
	readonly timeZone: string;
	/** An hour, 0 to 23. */
	readonly dayStartsAt: number;
	readonly weekStartsOn: 'auto' | 'monday' | 'saturday' | 'sunday';
	readonly fields: Readonly<Record<string, string>>;
	readonly 'input.unit': 'minutes' | 'hours';
	readonly 'goal.hoursPerWeek': number;
	/** Minutes without activity after which it is asked whether they count; 0 for never. */
	readonly 'timer.idleMinutes': number;
	readonly 'timer.atMidnight': 'split' | 'startDay' | 'ask';
	readonly 'statusBar.enabled': boolean;
	readonly 'statusBar.periods': readonly Period[];
	readonly 'validation.enabled': boolean;
	readonly 'validation.severity': Readonly<Record<string, string>>;
	readonly 'tags.fields': readonly string[];
	readonly 'tags.inline': 'auto' | 'on' | 'off';
	readonly 'wikiLinks.enabled': boolean;
	readonly 'wikiLinks.newNoteFolder': string;
	readonly 'wikiLinks.checkAllNotes': boolean;
	readonly 'wikiLinks.inOutline': boolean;
	readonly 'wikiLinks.updateOnFileMove': 'prompt' | 'always' | 'never';
	readonly 'review.folder': string;
	readonly 'review.template': string;
	readonly exclude: readonly string[];
}

export const defaultSettings: Settings = {
	folder: '',
	series: 'Daily Log',
	template: '',
	fileName: '',
	oncePerDay: 'ask',
	timeZone: '',
	dayStartsAt: 0,
	weekStartsOn: 'auto',
	fields: {},
	'input.unit': 'minutes',
	'goal.hoursPerWeek': 0,
	'timer.idleMinutes': 15,
	'timer.atMidnight': 'split',
	'statusBar.enabled': true,
	'statusBar.periods': ['today', 'week'],
	'validation.enabled': true,
	'validation.severity': {},
	'tags.fields': ['tags', 'series', 'categories'],
	'tags.inline': 'auto',
	'wikiLinks.enabled': true,
	'wikiLinks.newNoteFolder': '',
	'wikiLinks.checkAllNotes': false,
	'wikiLinks.inOutline': false,
	'wikiLinks.updateOnFileMove': 'prompt',
	'review.folder': '',
	'review.template': '',
	exclude: [],
};

const choices: Partial<Record<keyof Settings, readonly string[]>> = {
	oncePerDay: ['ask', 'open', 'create'],
	weekStartsOn: ['auto', 'monday', 'saturday', 'sunday'],
	'input.unit': ['minutes', 'hours'],
	'timer.atMidnight': ['split', 'startDay', 'ask'],
	'tags.inline': ['auto', 'on', 'off'],
	'wikiLinks.updateOnFileMove': ['prompt', 'always', 'never'],
	'statusBar.periods': ['today', 'week', 'month', 'year', 'all'],
};

const names = Object.keys(defaultSettings) as (keyof Settings)[];

/** All settings, from what is set for each name; `read` gives undefined for what is not. */
export function settingsFrom(read: (name: keyof Settings) => unknown): Settings {
	return Object.fromEntries(names.map(name => [name, checked(name, read(name))])) as unknown as Settings;
}

function checked(name: keyof Settings, value: unknown): unknown {
	const standard: unknown = defaultSettings[name];
	const allowed = choices[name];
	if (Array.isArray(standard)) {
		return Array.isArray(value) ? value.filter(item => typeof item === 'string' && (allowed?.includes(item) ?? true)) : standard;
	}
	if (typeof value !== typeof standard || value === null || (allowed !== undefined && !allowed.some(choice => choice === value))) {
		return standard;
	}
	return name === 'dayStartsAt' ? Math.min(23, Math.max(0, Math.trunc(Number(value)))) : value;
}

/** What the core needs to know of the settings to tell entries from other notes. */
export function logShapeOf(settings: Settings): LogShape {
	return {
		folder: tidyPath(settings.folder),
		series: settings.series.trim() === '' ? defaultSettings.series : settings.series,
		fields: { input: fieldName(settings, 'input'), output: fieldName(settings, 'output') },
		inputUnit: settings['input.unit'],
		dayStartsAt: settings.dayStartsAt,
	};
}

function fieldName(settings: Settings, name: 'input' | 'output'): string {
	const renamed: unknown = settings.fields[name];
	return typeof renamed === 'string' && renamed.trim() !== '' ? renamed.trim().toLowerCase() : name;
}
