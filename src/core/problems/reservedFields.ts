import { removeField, renameField, replaceValue } from '../frontMatter/fieldEdits.ts';
import type { Field } from '../frontMatter/fields.ts';
import { t } from '../l10n.ts';
import type { LogFacts } from './logFacts.ts';
import { fieldOf, type Page } from './page.ts';
import type { Fix, Problem } from './problem.ts';

/** @see https://gohugo.io/configuration/output-formats/ */
const outputFormats: ReadonlySet<string> = new Set([
	...['404', 'alias', 'amp', 'calendar', 'css', 'csv', 'gotmpl', 'html', 'json', 'markdown', 'robots', 'rss'],
	...['sitemap', 'sitemapindex', 'webappmanifest'],
]);

/**
 * `outputs` where it cannot be Hugo's list of output formats, and so is meant for `output`. A site may define formats of its own: a list of
 * single words that names one of Hugo's is believed; other texts are not, for a name that is no format stops the build.
 */
export function misusedOutputs(page: Page, facts: LogFacts): Field | undefined {
	const field = fieldOf(page, 'outputs');
	return field === undefined || isFormats(field.value, facts) ? undefined : field;
}

function isFormats(value: unknown, { usualFields }: LogFacts): boolean {
	if (value === undefined || value === null || value === '') {
		return value === undefined || usualFields.includes('outputs');
	}
	if (Array.isArray(value)) {
		const names: readonly unknown[] = value;
		return names.every(isWord) && (names.length === 0 || names.some(isFormat));
	}
	return typeof value === 'string' && value.trim().split(/\s+/u).every(isFormat);
}

function isWord(name: unknown): boolean {
	return (typeof name === 'string' && /^\S+$/u.test(name)) || typeof name === 'number';
}

function isFormat(name: unknown): boolean {
	return outputFormats.has(String(name).toLowerCase());
}

/** What is wrong with `outputs`, with the rename to the log's own field. */
export function reservedField(page: Page, field: Field, facts: LogFacts): Problem {
	const { output } = facts.shape.fields;
	return {
		code: 'field.reserved',
		message:
			output === 'outputs'
				? t(
						"To Hugo, 'outputs' names the formats a page is rendered in, such as html; any other word stops the build. Give the log's field another name with the setting dailyLog.fields.",
					)
				: t(
						"To Hugo, 'outputs' names the formats a page is rendered in, such as html; any other word stops the build. What came out of the day is written in '{0}'.",
						output,
					),
		span: field.keySpan,
		related: [],
		fixes: output === 'outputs' ? [] : fixesOf(page, field, output),
	};
}

function fixesOf(page: Page, field: Field, output: string): readonly Fix[] {
	const { text, block } = page;
	const present = fieldOf(page, output);
	if (block === undefined) {
		return [];
	}
	if (present === undefined) {
		const edit = renameField(text, block, 'outputs', output);
		return edit === undefined ? [] : [{ kind: 'edit', title: t("Rename '{0}' to '{1}'", 'outputs', output), edits: [edit], certain: true }];
	}
	const removal = removeField(text, block, 'outputs');
	const isEmpty = present.value === null || present.value === '';
	const filling = isEmpty && typeof field.value === 'string' ? replaceValue(text, block, output, field.value) : undefined;
	if (removal === undefined) {
		return [];
	}
	return filling === undefined
		? [{ kind: 'edit', title: t("Remove '{0}'", 'outputs'), edits: [removal], certain: field.value === null || field.value === '' }]
		: [{ kind: 'edit', title: t("Move the text to '{0}'", output), edits: [filling, removal], certain: true }];
}
