import { isDraft, type LogShape } from '../entry.ts';
import type { LineValue, FieldUsage } from '../fieldUsage.ts';
import { keyText, scalarText } from './fieldText.ts';
import type { FrontMatterCaret, NameCaret, ValueCaret } from './frontMatterCaret.ts';
import { knownField, knownFields, type FieldType } from '../problems/knownFields.ts';
import type { QuoteStyle } from './quoting.ts';
import { foldTerm } from '../term.ts';

/** Something that can be written at the caret in front matter. */
export interface Suggestion {
	readonly kind: 'field' | 'term' | 'value' | 'now';
	/** The name, term or value itself. */
	readonly label: string;
	/** Goes into the place of the caret's span; written as a snippet of VS Code, so that `$1` is a tab stop. */
	readonly snippet: string;
	/** What is compared with what stands left of the caret, an opening quotation mark included. */
	readonly filterText: string;
	/** How many notes, for fields and values how many entries, have it; 0 where the log says nothing about it. */
	readonly uses: number;
	/** Whether there is more to choose in what was inserted. */
	readonly goesOn: boolean;
}

/** What suggestions are made from. */
export interface SuggestionSources {
	readonly usage: FieldUsage;
	readonly shape: LogShape;
	/** The present moment as Hugo reads it, `2022-12-02T06:21:40-07:00`. */
	readonly now: string;
}

const mostSuggestions = 200;
const mostValues = 10;

/**
 * What can be written at the caret, the best first. What stands there already, and what its list has, is left out. Of very many only those with the
 * written letters in them: one asks again with each further letter.
 */
export function suggestionsAt(caret: FrontMatterCaret, sources: SuggestionSources): readonly Suggestion[] {
	const all = caret.kind === 'name' ? fieldNames(caret, sources) : values(caret, sources);
	const written = caret.kind === 'name' || all.length <= mostSuggestions ? '' : caret.written.toLowerCase();
	return all.filter(({ label }) => label.toLowerCase().includes(written)).slice(0, mostSuggestions);
}

/** The log's fields first, then Hugo's. */
function fieldNames(caret: NameCaret, sources: SuggestionSources): readonly Suggestion[] {
	const { input, output } = sources.shape.fields;
	const used = sources.usage.names();
	const known = [input, output, ...knownFields.map(({ name }) => name)];
	const names = [...used, ...known.map(value => ({ value, uses: 0 }))];
	const seen = new Set(caret.others);
	return names.flatMap(({ value, uses }) => {
		const isNew = !seen.has(value.toLowerCase());
		seen.add(value.toLowerCase());
		return isNew ? [fieldSuggestion(caret, { name: knownField(value)?.name ?? value, uses }, sources)] : [];
	});
}

function fieldSuggestion(
	caret: NameCaret,
	{ name, uses }: { readonly name: string; readonly uses: number },
	sources: SuggestionSources,
): Suggestion {
	const { format, before, after, hasSign } = caret;
	const key = keyText(name, format);
	const sign = format === 'toml' ? ' = ' : ': ';
	const start = startingValue(name.toLowerCase(), caret, sources);
	return {
		kind: 'field',
		label: name,
		snippet: before + escapeSnippet(key) + (hasSign ? '' : (sign + start.snippet).replace(' \n', '\n')) + after,
		filterText: format === 'json' ? key : name,
		uses,
		goesOn: !hasSign && start.goesOn,
	};
}

interface StartingValue {
	readonly snippet: string;
	readonly goesOn: boolean;
}

/** What a new field begins with, as product and Hugo want it: a value that holds, a choice, or the marks between which one writes. */
function startingValue(field: string, { format }: NameCaret, { shape, usage, now }: SuggestionSources): StartingValue {
	const done = (snippet: string): StartingValue => ({ snippet, goesOn: false });
	switch (typeOf(field, { shape, usage })) {
		case 'date':
			return done(scalarText({ kind: 'date', text: now }, format));
		case 'boolean':
			return done(`\${1|${booleansOf(field, usage).join(',')}|}`);
		case 'number':
			return done('${1:0}');
		case 'texts':
			return field === 'series'
				? done(`[${escapeSnippet(scalarText(shape.series, format, 'double', 'brackets'))}]`)
				: { snippet: '["$1"]', goesOn: usage.isTaxonomy(field) };
		case 'map':
		case 'maps':
			return done(format === 'yaml' ? '\n  $1' : format === 'toml' ? '{ $1 }' : '{$1}');
		case 'text':
			return format === 'yaml' ? { snippet: '$1', goesOn: usage.values(field).some(({ uses }) => uses > 1) } : done('"$1"');
	}
}

/** Of a field that Hugo does not know, as most entries write it. */
function typeOf(field: string, { shape, usage }: Pick<SuggestionSources, 'shape' | 'usage'>): FieldType {
	const usual = usage.values(field).at(0)?.value;
	if (usage.isTaxonomy(field)) {
		return 'texts';
	}
	return (
		knownField(field)?.type ??
		(field === shape.fields.input || typeof usual === 'number' ? 'number' : typeof usual === 'boolean' ? 'boolean' : 'text')
	);
}

/** A new entry is a draft; of other fields the more frequent value comes first. */
function booleansOf(field: string, usage: FieldUsage): readonly boolean[] {
	const first = field === 'draft' || isDraft(usage.values(field).at(0)?.value);
	return [first, !first];
}

function values(caret: ValueCaret, sources: SuggestionSources): readonly Suggestion[] {
	if (sources.usage.isTaxonomy(caret.field)) {
		return terms(caret, sources);
	}
	return caret.place === 'alone' ? singleValues(caret, sources) : [];
}

function terms(caret: ValueCaret, { usage, shape }: SuggestionSources): readonly Suggestion[] {
	const used = usage.terms(caret.field);
	const isNewSeries = caret.field === 'series' && !used.some(({ value }) => foldTerm(value) === foldTerm(shape.series));
	const there = new Set(caret.others.map(other => foldTerm(String(other))));
	return [...(isNewSeries ? [{ value: shape.series, uses: 0 }] : []), ...used].flatMap(({ value, uses }) =>
		there.has(foldTerm(value)) || value === caret.written ? [] : [valueSuggestion(caret, { kind: 'term', value, uses })],
	);
}

function singleValues(caret: ValueCaret, sources: SuggestionSources): readonly Suggestion[] {
	const { field } = caret;
	const { usage, now } = sources;
	const type = typeOf(field, sources);
	if (type === 'date') {
		return caret.written === '' ? [{ ...valueSuggestion(caret, { kind: 'now', value: now, uses: 0 }) }] : [];
	}
	const used = usage.values(field);
	const usual =
		type === 'boolean'
			? booleansOf(field, usage).map(value => ({ value, uses: used.find(use => use.value === value)?.uses ?? 0 }))
			: used.filter(({ uses }) => uses > 1).slice(0, mostValues);
	return usual.flatMap(({ value, uses }) =>
		String(value) === caret.written ? [] : [valueSuggestion(caret, { kind: 'value', value, uses })],
	);
}

interface Value {
	readonly kind: 'term' | 'value' | 'now';
	readonly value: LineValue;
	readonly uses: number;
}

function valueSuggestion(caret: ValueCaret, { kind, value, uses }: Value): Suggestion {
	const label = String(value);
	return {
		kind,
		label,
		snippet: escapeSnippet(caret.before + textOf(caret, kind, value) + caret.after),
		filterText: (caret.quote ?? '') + label,
		uses,
		goesOn: false,
	};
}

/** A single term is written as a list: Hugo takes a bare text for one term, and themes stumble over it. */
function textOf(caret: ValueCaret, kind: Value['kind'], value: LineValue): string {
	const { format, place } = caret;
	if (kind === 'now') {
		return scalarText({ kind: 'date', text: String(value) }, format);
	}
	const inBrackets = place === 'brackets' || (kind === 'term' && place === 'alone');
	const written = scalarText(value, format, styleOf(caret, inBrackets), inBrackets ? 'brackets' : 'line');
	return kind === 'term' && place === 'alone' ? `[${written}]` : written;
}

/** The quotation marks that are written, else those of the other items, else those of the product's own entries: `["daily-log"]`. */
function styleOf({ quote, usualStyle }: ValueCaret, inBrackets: boolean): QuoteStyle {
	if (quote !== undefined) {
		return quote === '"' ? 'double' : 'single';
	}
	return usualStyle ?? (inBrackets ? 'double' : 'plain');
}

function escapeSnippet(text: string): string {
	return text.replace(/[\\$}]/g, '\\$&');
}
