/**
 * The form in which two spellings of a term meet: `Daily Log`, `daily log` and `daily-log` are one term to Hugo, because all three lead to one URL.
 * Letter case, blanks against hyphens, and the Unicode form do not count.
 * @see https://gohugo.io/content-management/taxonomies/
 */
export function foldTerm(term: string): string {
	return isFolded.test(term) ? term : term.normalize('NFC').trim().toLowerCase().replace(/\s+/gu, '-');
}

/** Most terms are written so. */
const isFolded = /^[a-z0-9-]*$/u;

/**
 * The terms that a field's value names, as Hugo casts them: a list of texts and numbers, or a single text, which is one term and never split at commas.
 * Empty terms are left out; anything else names none.
 * @see https://gohugo.io/content-management/taxonomies/#assign-terms-to-content
 */
export function termsOf(value: unknown): readonly string[] {
	const values: readonly unknown[] = Array.isArray(value) ? value : [value];
	const terms: string[] = [];
	for (const item of values) {
		const term = typeof item === 'string' || typeof item === 'number' ? String(item).trim() : '';
		if (term !== '') {
			terms.push(term);
		}
	}
	return terms;
}
