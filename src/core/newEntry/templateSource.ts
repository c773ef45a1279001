import { isOutside, joinPath, tidyPath } from '../notePath.ts';

/** Where the text that new entries are made from is to be looked for. */
export type TemplateSource =
	/** The file that the user named; vault-relative. */
	| { readonly kind: 'named'; readonly path: string }
	/** The user named a file outside the vault, which is not read. */
	| { readonly kind: 'outside' }
	/** Vault-relative paths, the first that is there counts; none outside of a site's `content`. */
	| { readonly kind: 'archetypes'; readonly paths: readonly string[] };

/** The file that the setting `dailyLog.template` names, else the archetypes for the section that `home`, the folder of the log's entries, stands in. */
export function templateSource(setting: string, home: string): TemplateSource {
	if (setting.trim() === '') {
		return { kind: 'archetypes', paths: archetypesFor(home) };
	}
	return isOutside(setting) ? { kind: 'outside' } : { kind: 'named', path: tidyPath(setting) };
}

/** The archetype of a section is `archetypes/<section>.md`, or `archetypes/<section>/index.md` for leaf bundles. @see https://gohugo.io/content-management/archetypes/ */
function archetypesFor(home: string): readonly string[] {
	const [, site = '', section] = /^(?:(.*)\/)?content\/([^/]+)/u.exec(home) ?? [];
	return section === undefined ? [] : [`${section}.md`, `${section}/index.md`].map(name => joinPath(site, `archetypes/${name}`));
}
