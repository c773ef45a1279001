import { isDraft } from '../entry.ts';
import type { TextEdit } from '../text.ts';
import { insertField, replaceValue } from './fieldEdits.ts';
import { findFrontMatter, readValues } from './frontMatter.ts';

/** The edit that flips `draft`, or adds `draft: true` where the field is missing; undefined where the front matter cannot be read. */
export function toggleDraft(text: string): TextEdit | undefined {
	const block = findFrontMatter(text);
	const read = block && readValues(text, block);
	if (block === undefined || read === undefined || read.error !== undefined) {
		return undefined;
	}
	const { values } = read;
	return values.has('draft') ? replaceValue(text, block, 'draft', !isDraft(values.get('draft'))) : insertField(text, block, 'draft', true);
}
