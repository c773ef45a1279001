import type { FieldValue } from '../frontMatter/fieldEdits.ts';
import type { Field } from '../frontMatter/fields.ts';
import { t } from '../l10n.ts';
import { slice, type Span } from '../text.ts';
import type { LogFacts } from './logFacts.ts';
import type { Page } from './page.ts';
import type { Fix, Problem } from './problem.ts';
import { meantBoolean } from './yesAndNo.ts';
import { placeOf, valueFix, type Wording } from './valueFix.ts';

/** What is wrong with a value, where, and what to do about it. */
interface TypeFault {
	readonly message: string;
	/** Where that is not the whole value. */
	readonly span?: Span;
	readonly fixes: readonly Fix[];
}

type TypeCheck = (page: Page, field: Field) => TypeFault | undefined;

/** By lower-cased name. Only what Hugo cannot use, or uses otherwise than meant: it casts `title: 62` and `weight: "10"` by itself. */
const checks: ReadonlyMap<string, TypeCheck> = new Map<string, TypeCheck>([
	...['title', 'linktitle', 'description', 'summary', 'slug', 'layout', 'type', 'markup', 'translationkey'].map(
		name => [name, checkText] as const,
	),
	['url', checkUrl],
	['aliases', checkAliases],
	['weight', checkWeight],
	['toc', checkToc],
	['headless', checkSwitch],
	['iscjklanguage', checkSwitch],
	['build', checkMap],
	['params', checkMap],
	['cascade', checkCascade],
]);

/**
 * Values of a type that Hugo or the log cannot use. Dates, draft, input and terms have rules of their own, and so has text that only
 * lacks quotation marks: `output: [[62]]`.
 */
export function* wrongTypes(page: Page, { shape }: LogFacts, lacksQuotes: (field: Field) => boolean): Iterable<Problem> {
	for (const field of page.fields) {
		const check = field.name === shape.fields.output ? checkOutput : checks.get(field.name);
		const isEmpty = field.value === undefined || field.value === null;
		const fault = isEmpty || check === undefined || field.name === shape.fields.input ? undefined : check(page, field);
		if (fault !== undefined && !lacksQuotes(field)) {
			yield { code: 'field.type', message: fault.message, span: fault.span ?? placeOf(field), related: [], fixes: fault.fixes };
		}
	}
}

function isCollection(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}

function isMap(value: unknown): boolean {
	return isCollection(value) && !Array.isArray(value);
}

function fix(page: Page, field: Field, value: FieldValue, wording: Wording): readonly Fix[] {
	return valueFix(page, field, value, () => wording);
}

function checkText(page: Page, field: Field): TypeFault | undefined {
	if (!isCollection(field.value)) {
		return undefined;
	}
	const message = Array.isArray(field.value)
		? t("'{0}' is a list, and Hugo treats it as empty. Write it as one text.", field.key)
		: t("'{0}' is several fields in one, and Hugo treats it as empty. Write it as one text.", field.key);
	return { message, fixes: fixesOfList(page, field) };
}

function checkOutput(page: Page, field: Field): TypeFault | undefined {
	if (typeof field.value === 'boolean') {
		const text = slice(page.text, field.valueSpan);
		return {
			message: t(
				"'{0}' says what came of the day, but this reads as yes or no. Put it in quotation marks if the word is meant.",
				field.key,
			),
			fixes: fix(page, field, text, { title: t("Quote '{0}'", text), certain: true }),
		};
	}
	if (!isCollection(field.value)) {
		return undefined;
	}
	const message = Array.isArray(field.value)
		? t("'{0}' is a list; the log reads one text here. Write it as one.", field.key)
		: t("'{0}' is several fields in one; the log reads one text here. Write it as one.", field.key);
	return { message, fixes: fixesOfList(page, field) };
}

/** A list of one text is that text; several can be strung together, which need not be what was meant. */
function fixesOfList(page: Page, field: Field): readonly Fix[] {
	const values: readonly unknown[] = Array.isArray(field.value) ? field.value : [];
	const texts = values.filter(value => typeof value === 'string' || typeof value === 'number').map(String);
	if (texts.length === 0 || texts.length < values.length) {
		return [];
	}
	const wording =
		texts.length === 1 ? { title: t('Write it as text'), certain: true } : { title: t('Write the items as one text'), certain: false };
	return fix(page, field, texts.join(', '), wording);
}

const webAddress = /^https?:\/\//i;

/** @see https://gohugo.io/content-management/urls/#url */
function checkUrl(page: Page, field: Field): TypeFault | undefined {
	const { value } = field;
	if (typeof value !== 'string' || !webAddress.test(value)) {
		return checkText(page, field);
	}
	const path = pathIn(value);
	return {
		message: t(
			"'{0}' is an address below the site's own; one that begins with http stops the build. Write only the path, as in '{1}'.",
			field.key,
			path,
		),
		fixes: fix(page, field, path, { title: t('Write {0}', path), certain: false }),
	};
}

/** `/old/day` of `https://example.org/old/day`. */
function pathIn(address: string): string {
	const path = address.replace(/^https?:\/\/[^/?#]*/i, '');
	return path.startsWith('/') ? path : `/${path}`;
}

/** Hugo splits a single text at spaces. @see https://gohugo.io/content-management/urls/#aliases */
function checkAliases(page: Page, field: Field): TypeFault | undefined {
	const { value, key } = field;
	const aliases: readonly unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.trim().split(/\s+/u) : [];
	const wrong = aliases.findIndex(alias => typeof alias === 'string' && webAddress.test(alias));
	if (wrong === -1) {
		return undefined;
	}
	const message = t("'{0}' are older addresses within the site; one that begins with http stops the build. Write only its path.", key);
	const paths = aliases.map(alias => (typeof alias === 'string' && webAddress.test(alias) ? pathIn(alias) : String(alias)));
	const span = field.items[wrong]?.span;
	return { message, ...(span && { span }), fixes: fix(page, field, paths, { title: t('Write only the path'), certain: false }) };
}

function checkWeight(_page: Page, { value, key }: Field): TypeFault | undefined {
	const isNumber = typeof value === 'string' ? /^[-+]?\d/.test(value) || value === '' : !isCollection(value);
	return isNumber ? undefined : { message: t("'{0}' is no number, and Hugo takes it for 0. Write a number, such as 10.", key), fixes: [] };
}

/** Some themes read a table of options from `toc`. A text is true to templates, whatever it says. */
function checkToc(page: Page, field: Field): TypeFault | undefined {
	if (typeof field.value === 'boolean' || isMap(field.value)) {
		return undefined;
	}
	const message = t(
		"'{0}' is true or false: whether there is a table of contents. Templates take any other text for true, 'no' as well.",
		field.key,
	);
	return { message, fixes: fixesOfSwitch(page, field) };
}

/** What Go's `ParseBool` reads, Hugo casts. */
const castToBoolean = /^(?:1|t|true|0|f|false)$/i;

function checkSwitch(page: Page, field: Field): TypeFault | undefined {
	const { value, key } = field;
	if (!isCollection(value) && (typeof value !== 'string' || castToBoolean.test(value))) {
		return undefined;
	}
	return { message: t("'{0}' is true or false; Hugo takes any other value for false.", key), fixes: fixesOfSwitch(page, field) };
}

function fixesOfSwitch(page: Page, field: Field): readonly Fix[] {
	const meant = meantBoolean(field.value);
	return meant === undefined ? [] : fix(page, field, meant, { title: t('Write {0}', meant), certain: true });
}

/** @see https://gohugo.io/content-management/front-matter/#parameters */
function checkMap(_page: Page, { value, key }: Field): TypeFault | undefined {
	const message = t("'{0}' must have fields of its own below it, indented; anything else stops the build.", key);
	return isMap(value) ? undefined : { message, fixes: [] };
}

function checkCascade(_page: Page, { value, key }: Field): TypeFault | undefined {
	const message = t("'{0}' must have fields of its own below it, or be a list of such; anything else stops the build.", key);
	return isCollection(value) ? undefined : { message, fixes: [] };
}
