import type { Field } from '../frontMatter/fields.ts';
import { deprecatedFields } from './deprecatedFields.ts';
import { wrongTypes } from './fieldTypes.ts';
import type { LogFacts } from './logFacts.ts';
import { misspelledFields, unknownField } from './misspelledFields.ts';
import { missingFields } from './missingFields.ts';
import { fieldOf, type Page } from './page.ts';
import type { Problem } from './problem.ts';
import { checkQuoting } from './quotingRules.ts';
import { misusedOutputs, reservedField } from './reservedFields.ts';

/**
 * What is wrong with names and types of fields. One mistake gives one problem: a field that stands under a wrong name is not also missing
 * under the right one, and what quotation marks would cure is neither missing nor of a wrong type.
 */
export function* checkFields(page: Page, facts: LogFacts): Iterable<Problem> {
	const lacksQuotes = quotingIn(page, facts);
	const misused = misusedOutputs(page, facts);
	const misspelled = misspelledFields(page, facts).filter(({ meant }) => misused === undefined || meant !== facts.shape.fields.output);
	const excused = new Set(misspelled.map(({ meant }) => meant.toLowerCase()));
	if (misused !== undefined) {
		excused.add(facts.shape.fields.output);
		yield reservedField(page, misused, facts);
	}
	const title = fieldOf(page, 'title');
	if (title?.value === null && lacksQuotes(title)) {
		excused.add('title');
	}
	yield* misspelled.map(field => unknownField(page, field, facts));
	yield* missingFields(page, facts, excused);
	const first = { ...page, fields: withoutRepeated(page.fields) };
	yield* wrongTypes(first, facts, lacksQuotes);
	yield* deprecatedFields(first);
}

/** The first field of each name: what is wrong with a repeated one is, to begin with, that it is repeated. */
function withoutRepeated(fields: readonly Field[]): readonly Field[] {
	const names = new Set<string>();
	return fields.filter(({ name }) => !names.has(name) && names.add(name));
}

/** Whether `yaml.quote` speaks of a field. Most pages never need to know: so it is found out when it is first asked. */
function quotingIn(page: Page, facts: LogFacts): (field: Field) => boolean {
	let places: readonly number[] | undefined;
	return ({ span }) => {
		places ??= [...checkQuoting(page, facts)].map(problem => problem.span.start);
		return places.some(place => span.start <= place && place < span.end);
	};
}
