import { readersLanguage } from '../l10n.ts';

/** What the number in an entry's `input` counts: the setting `dailyLog.input.unit`. */
export type InputUnit = 'minutes' | 'hours';

const clockForm = /^(?<hours>\d+):(?<minutes>[0-5]\d)$/;
const minutesForm = /^(?<minutes>\d+) ?(?:m|min|mins|minutes?)?$/;
const hoursForm = /^(?<hours>\d+) ?(?:h|hr|hrs|hours?)(?: ?(?<minutes>[0-5]?\d) ?(?:m|min|mins|minutes?)?)?$/;
const decimalForm = /^(?<hours>\d*[.,]\d+) ?(?:h|hr|hrs|hours?)$/;

/**
 * Whole minutes from what a person types for a stretch of time: `25`, `25m`, `90 min`, `1h`, `1h30`, `1h 30m`, `1:30`, `1.5h` or `1,5h` (to the nearest
 * minute), each with `-` or `+` before it. Undefined for anything else, also for `1h90` and `1:5`, which look like slips, for `1.5`, which
 * does not say of what, and for more than six digits.
 */
export function readMinutes(text: string): number | undefined {
	const [, sign, plain] = /^([+\-−]?) ?(.*)$/.exec(text.trim().replace(/\s+/g, ' ').toLowerCase()) ?? [];
	const minutes = plain === undefined ? undefined : readUnsigned(plain);
	return minutes === undefined || minutes === 0 || sign === '' || sign === '+' ? minutes : -minutes;
}

function readUnsigned(text: string): number | undefined {
	const groups = [minutesForm, hoursForm, clockForm, decimalForm].map(form => form.exec(text)?.groups).find(found => found !== undefined);
	if (groups === undefined || /\d{7}/.test(text)) {
		return undefined;
	}
	const { hours = '0', minutes = '0' } = groups;
	return Math.round(Number(hours.replace(',', '.')) * 60) + Number(minutes);
}

/**
 * The minutes that the value of a front matter field counts; undefined where it counts none: anything but a finite number from 0 up.
 * A number in quotes does not count either: it is no number to a template of Hugo, and is reported as a wrong type; the two belong together.
 * Minutes stay as written, `12.5` too; hours become whole minutes, for `0.33` is how one writes a third of an hour.
 */
export function readInput(value: unknown, unit: InputUnit): number | undefined {
	if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
		return undefined;
	}
	return unit === 'hours' ? Math.round(value * 60) + 0 : value + 0; // -0 becomes 0
}

/** By language: one is made in a tenth of a millisecond, the first of a process in 10 to 20. */
const hourFormats = new Map<string, Intl.NumberFormat>();

/** Minutes as hours with one decimal in the reader's language, `1.5 h` for 90; halves of a tenth go up, so 3 minutes are `0.1 h` and 2 are `0.0 h`. */
export function writeHours(minutes: number): string {
	const language = readersLanguage();
	const format =
		hourFormats.get(language) ??
		new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1, useGrouping: false });
	hourFormats.set(language, format);
	return `${format.format(Math.round(minutes / 6) / 10)} h`;
}

/** Minutes in words, rounded to whole ones: `1 h 30 min`, `2 h`, `45 min`, `0 min`, `-10 min`. `readMinutes` reads them back. */
export function writeDuration(minutes: number): string {
	const size = Math.round(Math.abs(minutes));
	const hours = Math.floor(size / 60);
	const parts = [hours > 0 ? `${hours} h` : '', size % 60 > 0 || hours === 0 ? `${size % 60} min` : ''];
	return `${minutes < 0 && size > 0 ? '-' : ''}${parts.filter(part => part !== '').join(' ')}`;
}
