import { editDistance } from '../editDistance.ts';
import { renameField } from '../frontMatter/fieldEdits.ts';
import type { Field } from '../frontMatter/fields.ts';
import { t } from '../l10n.ts';
import { knownField, knownFields } from './knownFields.ts';
import type { LogFacts } from './logFacts.ts';
import { isTooLongToMend, type Page } from './page.ts';
import type { Problem } from './problem.ts';

/** A field whose name is a letter or two away from one that the entry lacks. */
export interface MisspelledField {
	readonly field: Field;
	/** As it is to be written: `publishDate`. */
	readonly meant: string;
}

/**
 * The fields of a page that are probably meant for others, each for another. A field that Hugo knows, or that the log's entries have, is
 * taken for what it says.
 */
export function misspelledFields(page: Page, facts: LogFacts): readonly MisspelledField[] {
	const present = new Set(page.fields.map(({ name }) => name));
	const own = new Set([...facts.usualFields, facts.shape.fields.input, facts.shape.fields.output, 'toc']);
	const absent = new Set([...own, ...hugoNames].filter(name => !present.has(name)));
	const found: MisspelledField[] = [];
	for (const field of page.fields) {
		const meant = own.has(field.name) || knownField(field.name) !== undefined ? undefined : nearestName(field.name, absent, own);
		if (meant !== undefined) {
			absent.delete(meant);
			found.push({ field, meant: knownField(meant)?.name ?? meant });
		}
	}
	return found;
}

/** `site: garden` is more likely a field of the writer's own than Hugo's new and rare `sites`, and nobody means `outputs` by `output`. */
const hugoNames = knownFields.map(({ name }) => name.toLowerCase()).filter(name => name !== 'sites' && name !== 'outputs');

function nearestName(name: string, absent: ReadonlySet<string>, own: ReadonlySet<string>): string | undefined {
	let nearest: string | undefined;
	let least = Infinity;
	for (const candidate of absent) {
		const distance = isLikelySlip(name, candidate) ? editDistance(name, candidate, slipsFor(candidate, own)) : undefined;
		if (distance !== undefined && distance < least) {
			nearest = candidate;
			least = distance;
		}
	}
	return nearest;
}

/** One seldom mistypes the first letter: `height` is not meant for `weight`, nor `rate` for `date`. It may be swapped or left out. */
function isLikelySlip(name: string, candidate: string): boolean {
	return name[0] === candidate[0] || name[0] === candidate[1];
}

/** How many letters may differ: in a short name a single one easily makes another word. */
function slipsFor(candidate: string, own: ReadonlySet<string>): number {
	if (candidate.length <= 3) {
		return own.has(candidate) && candidate.length === 3 ? 1 : 0;
	}
	return candidate.length <= 5 ? 1 : 2;
}

/** Without these an entry is none, or Hugo has nothing to show: to misspell them is to leave them out. */
function isVital(name: string, { shape }: LogFacts): boolean {
	return name === 'title' || name === 'date' || (name === 'series' && shape.folder === '');
}

/** What is wrong with a misspelled name; as grave as the lack of the field that was meant. */
export function unknownField({ text, block }: Page, { field, meant }: MisspelledField, facts: LogFacts): Problem {
	const edit = block && !isTooLongToMend({ block }) ? renameField(text, block, field.name, meant) : undefined;
	return {
		code: 'field.unknown',
		...(isVital(meant, facts) ? { severity: 'error' } : {}),
		message: t("'{0}' is no field of the log's, and Hugo does not know it. Did you mean '{1}', which is missing here?", field.key, meant),
		span: field.keySpan,
		related: [],
		fixes: edit === undefined ? [] : [{ kind: 'edit', title: t("Rename '{0}' to '{1}'", field.key, meant), edits: [edit], certain: false }],
	};
}
