/** What may stand in place of `{0}`, `{1}` … in a sentence. */
type Shown = string | number | boolean;

/** Gives a sentence in the reader's language, its placeholders filled in; in English where there is no translation. */
export type Translate = (message: string, ...values: Shown[]) => string;

let translate: Translate = inEnglish;
let language = 'en';

/** Hands in the reader's language (a tag such as `de`) and its translations: once, before anything is said. Without that, as in the program for the command line, all is said in English. */
export function speak(tag: string, translation: Translate): void {
	language = tag;
	translate = translation;
}

/** A sentence for people, in their language: `t('Write {0}', 90)`. The message is a literal, so that a test can hold it against the translations. */
export function t(message: string, ...values: Shown[]): string {
	return translate(message, ...values);
}

/** Marks a sentence of a table, which is read before the language is known; `t` translates it where it is shown. */
export function sentence(message: string): string {
	return message;
}

/** The reader's language, for numbers and dates. */
export function readersLanguage(): string {
	return language;
}

function inEnglish(message: string, ...values: Shown[]): string {
	return message.replace(/\{(\d+)\}/gu, (placeholder, index: string) => String(values[Number(index)] ?? placeholder));
}
