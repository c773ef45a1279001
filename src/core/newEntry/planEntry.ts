import { parseTemplateText, type TemplateTextOptions } from './archetype.ts';
import type { CivilDate } from '../time/civilDate.ts';
import { entryOf, type LogShape } from '../entry.ts';
import { parsePattern, pathOf, type EntryNaming } from './entryName.ts';
import { readNumberedTitle } from '../entryNumber.ts';
import { t } from '../l10n.ts';
import { learnNaming } from './learnNaming.ts';
import { learnTemplate } from './learnTemplate.ts';
import { parseNote } from '../note.ts';
import { firstTemplate, renderTemplate, titleFormOf, type NewEntryValues, type Template } from './template.ts';
import type { Span } from '../text.ts';

/** One of the latest entries, to learn from. */
export interface PlanSample {
	readonly path: string;
	readonly text: string;
	readonly number: number;
	/** As written, number included. */
	readonly title: string;
	readonly day: CivilDate | undefined;
}

interface TemplateGiven {
	readonly kind: 'template';
	readonly path: string;
	readonly text: string;
	readonly strict: boolean;
}

/** A template file of the user's; `strict` where the user named it, so that its faults are said and not passed over. */
export type PlanTemplate = { readonly kind: 'none' } | TemplateGiven;

/** All that decides about a new entry. */
export interface PlanRequest {
	/** The latest entries, newest first; none for the first entry ever. */
	readonly samples: readonly PlanSample[];
	/** Vault-relative folder of the first entry ever. */
	readonly firstFolder: string;
	readonly shape: LogShape;
	readonly template: PlanTemplate;
	/** The setting `dailyLog.fileName`; `''` for a name like the latest ones. */
	readonly fileName: string;
	/** A path that turned out to be taken; a name without the number, such as that of a day, then gets the number too. */
	readonly taken: string | undefined;
	readonly values: NewEntryValues & { readonly day: CivilDate };
}

/** The file that is to be created, or a sentence that says why there can be none. */
export type EntryPlan =
	| { readonly kind: 'plan'; readonly path: string; readonly text: string; readonly stops: readonly Span[] }
	| { readonly kind: 'problem'; readonly message: string };

/** Where the new entry goes and what stands in it: as the user's template says, else like the latest entries, else as the first of a log. */
export function planEntry(request: PlanRequest): EntryPlan {
	const naming = namingFor(request);
	if (naming.kind === 'problem') {
		return naming;
	}
	const template = templateFor(request);
	if (template.kind === 'problem') {
		return template;
	}
	const { text, stops } = renderTemplate(template.template, request.values);
	return { kind: 'plan', path: freePath(naming.naming, request), text, stops };
}

function freePath(naming: EntryNaming, { taken, values: { number, title, day } }: PlanRequest): string {
	const path = pathOf(naming, { number, title, date: day });
	return path === taken && !naming.pattern.includes('{number}')
		? pathOf({ ...naming, pattern: `${naming.pattern}-{number}` }, { number, title, date: day })
		: path;
}

type NamingFound = { readonly kind: 'naming'; readonly naming: EntryNaming } | { readonly kind: 'problem'; readonly message: string };

function namingFor({ samples, firstFolder, fileName }: PlanRequest): NamingFound {
	const learned = learnNaming(
		samples.map(({ path, number, title, day }) => ({ path, number, title: readNumberedTitle(title)?.title ?? title, date: day })),
	);
	const folder = learned?.folder ?? firstFolder;
	if (fileName.trim() !== '') {
		return parsePattern(fileName, folder);
	}
	return {
		kind: 'naming',
		naming: learned ?? { folder, pattern: '{number}', bundle: false, extension: '.md', digits: 1, wordSeparator: '-' },
	};
}

type TemplateFound = { readonly kind: 'template'; readonly template: Template } | { readonly kind: 'problem'; readonly message: string };

function templateFor({ samples, shape, template, values }: PlanRequest): TemplateFound {
	const options = { names: shape.fields, series: shape.series };
	const learned = learnTemplate(samples, options);
	if (template.kind === 'template') {
		const read = readTemplate(template, { names: shape.fields, title: titleFormOf(learned) });
		const makesEntries = read.kind === 'template' && isEntry(renderTemplate(read.template, values).text, shape);
		if (read.kind === 'problem' && template.strict) {
			return read;
		}
		if (!makesEntries && template.strict) {
			const line = `series: ["${shape.series}"]`;
			const message = t('What the template {0} makes is no entry of the log. Put a line into it: {1}', template.path, line);
			return { kind: 'problem', message };
		}
		if (makesEntries) {
			return read;
		}
	}
	return { kind: 'template', template: learned ?? firstTemplate(shape.series, shape.fields) };
}

function readTemplate({ path, text }: TemplateGiven, options: TemplateTextOptions): TemplateFound {
	const read = parseTemplateText(text, options);
	return read.kind === 'template'
		? read
		: { kind: 'problem', message: t('The template {0} is wrong in line {1}: {2}', path, read.line, read.message) };
}

/** Where the log has a folder of its own, whatever is created there with its number is an entry. */
function isEntry(text: string, shape: LogShape): boolean {
	return shape.folder !== '' || entryOf(parseNote({ uri: '', path: '' }, text), shape) !== undefined;
}
