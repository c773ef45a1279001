import type { CivilDate } from '../core/time/civilDate.ts';
import type { DashboardTexts } from '../protocol.ts';

const millisecondsPerDay = 86_400_000;

/** Days since 1970-01-01 of a civil date: a place on an axis. */
export function dayNumber(day: CivilDate): number {
	return Date.parse(`${day}T00:00:00Z`) / millisecondsPerDay;
}

/** The civil date of that number. */
export function dayOf(number: number): CivilDate {
	return new Date(number * millisecondsPerDay).toISOString().slice(0, 10);
}

/** The text with values in the places of `{0}` and `{1}`. */
export function fill(text: string, ...values: readonly string[]): string {
	return text.replace(/\{(\d)\}/gu, (place, index: string) => values[Number(index)] ?? place);
}

/** Days, times and numbers as the language of VS Code writes them. Civil dates stand in no time zone, and are never shifted. */
export class Words {
	readonly texts: DashboardTexts;
	readonly #locale: string;
	readonly #formats = new Map<string, Intl.DateTimeFormat>();
	readonly #numbers: Intl.NumberFormat;

	constructor(texts: DashboardTexts, locale: string) {
		this.texts = texts;
		this.#locale = locale;
		this.#numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
	}

	number(value: number): string {
		return this.#numbers.format(value);
	}

	/** Minutes as `1 h 30 min`, rounded to whole ones. */
	duration(minutes: number): string {
		const size = Math.round(minutes);
		const [hours, rest] = [this.number(Math.floor(size / 60)), this.number(size % 60)];
		const { texts } = this;
		return size < 60 ? fill(texts.minutes, rest) : size % 60 === 0 ? fill(texts.hours, hours) : fill(texts.hoursAndMinutes, hours, rest);
	}

	entries(count: number): string {
		return count === 1 ? this.texts.oneEntry : fill(this.texts.entries, this.number(count));
	}

	days(count: number): string {
		return count === 1 ? this.texts.oneDay : fill(this.texts.days, this.number(count));
	}

	/** `Friday, 2 December 2022`. */
	fullDay(day: CivilDate): string {
		return this.#day(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
	}

	/** `2 Dec 2022`. */
	shortDay(day: CivilDate): string {
		return this.#day(day, { day: 'numeric', month: 'short', year: 'numeric' });
	}

	/** `2 Dec`. */
	dayOfMonth(day: CivilDate): string {
		return this.#day(day, { day: 'numeric', month: 'short' });
	}

	/** `Dec`. */
	month(day: CivilDate): string {
		return this.#day(day, { month: 'short' });
	}

	/** `Fri`. */
	weekday(day: CivilDate): string {
		return this.#day(day, { weekday: 'short' });
	}

	span(from: CivilDate, to: CivilDate): string {
		return from === to ? this.shortDay(from) : fill(this.texts.span, this.shortDay(from), this.shortDay(to));
	}

	#day(day: CivilDate, options: Intl.DateTimeFormatOptions): string {
		const key = Object.entries(options).join();
		const format = this.#formats.get(key) ?? new Intl.DateTimeFormat(this.#locale, { ...options, timeZone: 'UTC' });
		this.#formats.set(key, format);
		return format.format(dayNumber(day) * millisecondsPerDay);
	}
}
