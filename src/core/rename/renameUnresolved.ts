import { linksOf } from '../links/linkIndex.ts';
import { meaningOf } from '../links/linkMeaning.ts';
import { NameIndex } from '../links/nameIndex.ts';
import type { Note } from '../note.ts';
import { scanText } from '../prose/scan.ts';
import { slice, type TextEdit } from '../text.ts';
import type { Vault } from '../vault.ts';
import { styleAt, writtenForms } from './linkWriting.ts';

/** The notes with links that may have a name to which no note answers. */
export function notesNaming(vault: Vault, called: string): readonly Note[] {
	return linksOf(vault).mayMean([NameIndex.fold(called)]);
}

/** The edits of a note's text that give another name to links of that name, in any letter case, to which no note answers. */
export function unresolvedEdits(
	vault: Vault,
	note: Note,
	{ text, called, to }: { readonly text: string; readonly called: string; readonly to: string },
): readonly TextEdit[] {
	const scan = scanText(text);
	return scan.links.flatMap(link => {
		const { target, targetSpan, resolution } = meaningOf(vault, link, note.path);
		const isCalled = resolution.kind === 'unresolved' && NameIndex.fold(target) === NameIndex.fold(called);
		const surroundings = { style: styleAt(text, scan, link.span), isEscaped: /\\[#[\]]/u.test(slice(text, targetSpan)) };
		const newText = isCalled && !link.embed ? writtenForms(to, surroundings)[0] : undefined;
		return newText === undefined ? [] : [{ span: targetSpan, newText }];
	});
}
