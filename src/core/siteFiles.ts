/** A file of the site, its path relative to the site's root, with `/`: `hugo.toml`, `config/_default/module.yaml`. */
export interface SiteFile {
	readonly path: string;
	readonly text: string;
}

/** What a Hugo site holds of its own, as far as shortcodes are concerned. */
export interface Site {
	/** Every file below `layouts` and `themes`, and `go.mod` where there is one; relative to the site's root, with `/`. */
	readonly paths: readonly string[];
	/** The files that configure the site: `hugo.*`, `config.*`, and those below `config`. */
	readonly configuration: readonly SiteFile[];
}

/** Whether a file says something of the site's shortcodes: those below `layouts`, and the site's configuration. */
export function tellsOfSite(path: string): boolean {
	return /(?:^|\/)layouts\//u.test(path) || isSiteConfiguration(path) || /(?:^|\/)go\.mod$/u.test(path);
}

/** Whether the path is that of a file which configures a Hugo site. @see https://gohugo.io/configuration/introduction/ */
export function isSiteConfiguration(path: string): boolean {
	return /(?:^|\/)(?:hugo|config)\.(?:toml|ya?ml|json)$|(?:^|\/)config\/(?:[^/]+\/)?[^/]+\.(?:toml|ya?ml|json)$/u.test(path);
}
