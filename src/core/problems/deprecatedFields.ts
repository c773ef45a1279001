import { removeField, renameField } from '../frontMatter/fieldEdits.ts';
import type { Field } from '../frontMatter/fields.ts';
import { t } from '../l10n.ts';
import { slice, type TextEdit } from '../text.ts';
import type { Page } from './page.ts';
import type { Fix, Problem } from './problem.ts';

interface Deprecation {
	readonly message: () => string;
	readonly fixes: (page: Page, field: Field) => readonly Fix[];
}

const noFixes = (): readonly Fix[] => [];

/** Of Hugo 0.144 to 0.164; the check went with 0.165 (https://github.com/gohugoio/hugo/issues/12484). */
function unsupported(name: string): Deprecation {
	return {
		message: () =>
			t(
				"Hugo 0.144 to 0.164 warns of '{0}' here, and Hugo does not go by it. If it is a field of your own, write it below 'params', or give it another name.",
				name,
			),
		fixes: noFixes,
	};
}

function paging(name: string, successor: string): Deprecation {
	return {
		message: () =>
			t(
				"'{0}' was a setting of the whole site, and Hugo has removed it: the site's configuration says '{1}' now. In an entry it does nothing.",
				name,
				successor,
			),
		fixes: removal,
	};
}

/** By lower-cased name. @see https://gohugo.io/troubleshooting/deprecation/ */
const deprecations: ReadonlyMap<string, Deprecation> = new Map([
	[
		'_build',
		{ message: () => t("Hugo calls '_build' 'build' now; since 0.160 the old name stops the build of the site."), fixes: renamedBuild },
	],
	['paginate', paging('paginate', 'pagination.pagerSize')],
	['paginatepath', paging('paginatePath', 'pagination.path')],
	['kind', unsupported('kind')],
	['lang', unsupported('lang')],
	['path', unsupported('path')],
]);

/** Fields that Hugo has given another name, or given up. */
export function* deprecatedFields(page: Page): Iterable<Problem> {
	for (const field of page.fields) {
		const deprecation = deprecations.get(field.name);
		if (deprecation !== undefined) {
			yield deprecated(field.keySpan, deprecation.message(), deprecation.fixes(page, field));
		}
		if (field.name === 'cascade' && hasTarget(field.value)) {
			yield deprecatedTarget(page, field);
		}
	}
}

function deprecated(span: Problem['span'], message: string, fixes: readonly Fix[]): Problem {
	return { code: 'field.deprecated', message, span, related: [], fixes };
}

function renamedBuild({ text, block }: Page, { key }: Field): readonly Fix[] {
	const edit = block && renameField(text, block, '_build', 'build');
	return edit === undefined ? [] : [{ kind: 'edit', title: t("Rename '{0}' to '{1}'", key, 'build'), edits: [edit], certain: true }];
}

function removal({ text, block }: Page, { name, key }: Field): readonly Fix[] {
	const edit = block && removeField(text, block, name);
	return edit === undefined ? [] : [{ kind: 'edit', title: t("Remove '{0}'", key), edits: [edit], certain: false }];
}

function hasTarget(cascade: unknown): boolean {
	const parts: readonly unknown[] = Array.isArray(cascade) ? cascade : [cascade];
	return parts.some(part => typeof part === 'object' && part !== null && Object.hasOwn(part, '_target'));
}

const targetKey = /(?<![\w$])_target(?=["']?\s*[:=\].])/g;

function deprecatedTarget({ text }: Page, field: Field): Problem {
	const edits = [...slice(text, field.span).matchAll(targetKey)].map((match): TextEdit => {
		const start = field.span.start + match.index;
		return { span: { start, end: start + match[0].length }, newText: 'target' };
	});
	const message = t("Hugo calls '_target' 'target' since 0.156, and will stop reading the old name.");
	const fix: Fix = { kind: 'edit', title: t("Rename '{0}' to '{1}'", '_target', 'target'), edits, certain: false };
	return deprecated(edits[0]?.span ?? field.keySpan, message, edits.length === 0 ? [] : [fix]);
}
