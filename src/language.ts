import * as vscode from 'vscode';
import { registerCreateNote } from './features/createNote.ts';
import { registerBacklinksView } from './features/backlinksView.ts';
import { registerFixAll } from './features/fixAll.ts';
import { registerFrontMatterCompletion } from './features/frontMatterCompletion.ts';
import { registerFrontMatterHover } from './features/frontMatterHover.ts';
import { registerLinkSymbols } from './features/linkSymbols.ts';
import { registerNoteSymbols } from './features/noteSymbols.ts';
import { registerQuickFixes } from './features/quickFixes.ts';
import { registerReferences } from './features/references.ts';
import { registerRename } from './features/rename.ts';
import { registerRenameTag } from './features/renameTag.ts';
import { registerRenumber } from './features/renumber.ts';
import { registerTagsView } from './features/tagsView.ts';
import { registerUpdateLinks } from './features/updateLinks.ts';
import { registerValidateAll } from './features/validateAll.ts';
import { registerWikiLinkCompletion } from './features/wikiLinkCompletion.ts';
import { registerWikiLinkHover } from './features/wikiLinkHover.ts';
import { registerWikiLinkNavigation } from './features/wikiLinkNavigation.ts';
import { createLanguageServices, type LanguageServices } from './host/languageServices.ts';
import type { Services } from './host/services.ts';

type Register = (services: LanguageServices) => vscode.Disposable;

const features: readonly Register[] = [
	registerFrontMatterCompletion,
	registerFrontMatterHover,
	registerValidateAll,
	registerQuickFixes,
	registerFixAll,
	registerRenumber,
	registerWikiLinkCompletion,
	registerWikiLinkHover,
	registerWikiLinkNavigation,
	registerReferences,
	registerNoteSymbols,
	registerLinkSymbols,
	registerCreateNote,
	registerBacklinksView,
	registerTagsView,
	registerRename,
	registerRenameTag,
	registerUpdateLinks,
];

/** The half of the program that knows what is right and wrong in an entry; a bundle of its own, loaded when there is a log to read. */
export function startLanguage(services: Services): vscode.Disposable {
	const language = createLanguageServices(services);
	return vscode.Disposable.from(language, ...features.map(register => register(language)));
}
