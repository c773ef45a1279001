import * as vscode from 'vscode';
import { homeOf, joinPath, tidyPath } from '../core/notePath.ts';
import type { FolderVault } from './folderVault.ts';

/** An explicit template for new entries, or none, or why the one that the user set cannot be used. */
export type TemplateFile =
	| { readonly kind: 'none' }
	/** `strict`: the user named this very file, so what is wrong with it is said; an archetype that Hugo alone can fill is passed over. */
	| { readonly kind: 'template'; readonly path: string; readonly text: string; readonly strict: boolean }
	| { readonly kind: 'problem'; readonly message: string };

/** The file that `dailyLog.template` names, else the site's archetype for the log's section. Template text is only ever filled in, never run. */
export async function explicitTemplate(vault: FolderVault, entryPath: string | undefined): Promise<TemplateFile> {
	const { template } = vault.settings;
	return template.trim() === '' ? archetypeOf(vault, entryPath) : namedTemplate(vault, template);
}

async function namedTemplate(vault: FolderVault, setting: string): Promise<TemplateFile> {
	const path = tidyPath(setting);
	if (/^(?:[/~]|[a-z]:)/iu.test(setting.trim()) || path.split('/').includes('..')) {
		const message = vscode.l10n.t('dailyLog.template names “{0}”, which is outside the workspace folder. Name a file inside it.', setting);
		return { kind: 'problem', message };
	}
	const text = await vault.textOf(path);
	if (text === undefined) {
		const message = vscode.l10n.t('The template “{0}” cannot be read. Create it, or correct dailyLog.template.', path);
		return { kind: 'problem', message };
	}
	return { kind: 'template', path, text, strict: true };
}

/** The archetype of a section is `archetypes/<section>.md`, or `archetypes/<section>/index.md` for leaf bundles. @see https://gohugo.io/content-management/archetypes/ */
async function archetypeOf(vault: FolderVault, entryPath: string | undefined): Promise<TemplateFile> {
	const home = entryPath === undefined ? vault.folderOfFirstEntry() : homeOf(entryPath);
	const [, site = '', section] = /^(?:(.*)\/)?content\/([^/]+)/u.exec(home) ?? [];
	for (const name of section === undefined ? [] : [`${section}.md`, `${section}/index.md`]) {
		const path = joinPath(site, `archetypes/${name}`);
		const text = await vault.textOf(path);
		if (text !== undefined) {
			return { kind: 'template', path, text, strict: false };
		}
	}
	return { kind: 'none' };
}
