import { lineStartsOf, positionAt } from '../text.ts';
import { TemplateReader, type TemplateNames, type TemplatePart } from './templateReader.ts';

/** What the names in a template stand for: texts, and lists whose items have names of their own. */
export interface TemplateValues {
	readonly texts: Readonly<Record<string, string>>;
	readonly lists: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
}

/** A template that was read, or what is wrong with it; `line` counts from 1. */
export type TextTemplate =
	| { readonly kind: 'template'; readonly parts: readonly TemplatePart[] }
	| { readonly kind: 'problem'; readonly line: number; readonly message: string };

/**
 * Reads a template: `{name}` is a value; `{each list} … {end}` is repeated for each item, whose own names hold within; `{if name} … {else} … {end}` stands where there is
 * such a value, or the list is not empty. A line with only one of these words on it goes away as a whole. All else is text, braces with other words in them too. There is
 * nothing that could be run, and no list within a list, so that no template takes long.
 */
export function readTextTemplate(text: string, names: TemplateNames): TextTemplate {
	const lines = text.replaceAll('\r\n', '\n');
	const reader = new TemplateReader(lines, names);
	const parts = reader.readParts([]);
	const { problem } = reader;
	return problem === undefined
		? { kind: 'template', parts }
		: { kind: 'problem', line: positionAt(lineStartsOf(lines), problem.offset).line + 1, message: problem.message };
}

/** The text that a template makes of the values. */
export function fillTextTemplate(parts: readonly TemplatePart[], values: TemplateValues): string {
	return parts
		.map(part => {
			switch (part.kind) {
				case 'text':
					return part.text;
				case 'value':
					return values.texts[part.name] ?? '';
				case 'if':
					return fillTextTemplate(isThere(values, part.name) ? part.then : part.otherwise, values);
				case 'each':
					return (values.lists[part.name] ?? []).map(item => fillTextTemplate(part.body, within(values, item))).join('');
			}
		})
		.join('');
}

function isThere({ texts, lists }: TemplateValues, name: string): boolean {
	return (lists[name]?.length ?? 0) > 0 || (texts[name] ?? '') !== '';
}

/** An item's own names come before those around it. */
function within({ texts, lists }: TemplateValues, item: Readonly<Record<string, string>>): TemplateValues {
	return { texts: { ...texts, ...item }, lists };
}
