import * as vscode from 'vscode';
import { homeOf } from '../core/notePath.ts';
import { templateSource } from '../core/newEntry/templateSource.ts';
import type { FolderVault } from './folderVault.ts';

/** An explicit template for new entries, or none, or why the one that the user set cannot be used. */
export type TemplateFile =
	| { readonly kind: 'none' }
	/** `strict`: the user named this very file, so what is wrong with it is said; an archetype that Hugo alone can fill is passed over. */
	| { readonly kind: 'template'; readonly path: string; readonly text: string; readonly strict: boolean }
	| { readonly kind: 'problem'; readonly message: string };

/** The file that `dailyLog.template` names, else the site's archetype for the log's section. Template text is only ever filled in, never run. */
export async function explicitTemplate(vault: FolderVault, entryPath: string | undefined): Promise<TemplateFile> {
	const setting = vault.settings.template;
	const source = templateSource(setting, entryPath === undefined ? vault.folderOfFirstEntry() : homeOf(entryPath));
	switch (source.kind) {
		case 'outside': {
			const message = vscode.l10n.t(
				'dailyLog.template names “{0}”, which is outside the workspace folder. Name a file inside it.',
				setting,
			);
			return { kind: 'problem', message };
		}
		case 'named':
			return namedTemplate(vault, source.path);
		case 'archetypes':
			return archetypeOf(vault, source.paths);
	}
}

async function namedTemplate(vault: FolderVault, path: string): Promise<TemplateFile> {
	const text = await vault.textOf(path);
	if (text === undefined) {
		const message = vscode.l10n.t('The template “{0}” cannot be read. Create it, or correct dailyLog.template.', path);
		return { kind: 'problem', message };
	}
	return { kind: 'template', path, text, strict: true };
}

async function archetypeOf(vault: FolderVault, paths: readonly string[]): Promise<TemplateFile> {
	for (const path of paths) {
		const text = await vault.textOf(path);
		if (text !== undefined) {
			return { kind: 'template', path, text, strict: false };
		}
	}
	return { kind: 'none' };
}
