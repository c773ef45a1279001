import type { LogShape } from './entry.ts';
import { tidyPath } from './notePath.ts';

/** The settings of `dailyLog.…` as plain values, checked: a value of a wrong type counts as not set. The manifest has the same names and defaults. */
export const defaultSettings = {
	folder: '',
	series: 'Daily Log',
	template: '',
	fileName: '',
	oncePerDay: 'ask' as 'ask' | 'open' | 'create',
	timeZone: '',
	dayStartsAt: 0,
	weekStartsOn: 'auto' as 'auto' | 'monday' | 'saturday' | 'sunday',
	fields: {} as Readonly<Record<string, string>>,
	'input.unit': 'minutes' as 'minutes' | 'hours',
	'goal.hoursPerWeek': 0,
	'statusBar.enabled': true,
	'statusBar.periods': ['today', 'week'] as readonly Period[],
	'validation.enabled': true,
	'validation.severity': {} as Readonly<Record<string, string>>,
	'tags.fields': ['tags', 'series', 'categories'] as readonly string[],
	exclude: [] as readonly string[],
} as const;

/** A span of time whose hours are summed, up to now. */
export type Period = 'today' | 'week' | 'month' | 'year' | 'all';

export type Settings = { readonly [Name in keyof typeof defaultSettings]: (typeof defaultSettings)[Name] };

const choices: Partial<Record<keyof Settings, readonly string[]>> = {
	oncePerDay: ['ask', 'open', 'create'],
	weekStartsOn: ['auto', 'monday', 'saturday', 'sunday'],
	'input.unit': ['minutes', 'hours'],
};

const names = Object.keys(defaultSettings) as (keyof Settings)[];

/** All settings, from what is set for each name; `read` gives undefined for what is not. */
export function settingsFrom(read: (name: keyof Settings) => unknown): Settings {
	return Object.fromEntries(names.map(name => [name, checked(name, read(name))])) as Settings;
}

function checked(name: keyof Settings, value: unknown): unknown {
	const standard: unknown = defaultSettings[name];
	const allowed = choices[name];
	if (Array.isArray(standard)) {
		return Array.isArray(value) ? value.filter(item => typeof item === 'string') : standard;
	}
	if (typeof value !== typeof standard || value === null || (allowed !== undefined && !allowed.includes(String(value)))) {
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
