import { readJson } from './frontMatter/jsonReading.ts';
import { ReadingProblem } from './frontMatter/readingProblem.ts';
import { readToml } from './frontMatter/tomlReading.ts';
import { readYaml } from './frontMatter/yamlReading.ts';
import type { Site, SiteFile } from './siteFiles.ts';

/**
 * The names of the shortcodes that a site and its themes bring along, such as `subscribe` and `sub/name`, in small letters and as written.
 * Undefined where they cannot be known: without any layouts, with a theme that is not there, with modules, or with a configuration
 * that cannot be read. Nothing of the site is run.
 * @see https://gohugo.io/templates/shortcode/
 */
export function siteShortcodes({ paths, configuration }: Site): ReadonlySet<string> | undefined {
	const layouts = paths.flatMap(path => /^(?:themes\/[^/]+\/)?layouts\/(.+)$/.exec(path)?.[1] ?? []);
	if (layouts.length === 0 || paths.includes('go.mod') || !configuration.every(file => isComplete(file, paths))) {
		return undefined;
	}
	const names = layouts.flatMap(path => nameOf(path) ?? []);
	return new Set(names.flatMap(name => [name, name.toLowerCase()]));
}

/** `sub/name` for `shortcodes/sub/name.html` or `blog/_shortcodes/sub/name.rss.xml`; undefined for other templates. */
function nameOf(layout: string): string | undefined {
	const inside = /^shortcodes\/(.+)$|(?:^|\/)_shortcodes\/(.+)$/.exec(layout);
	return (inside?.[1] ?? inside?.[2])?.replace(/\.[^/]*$/, '');
}

/** Whether the file names no theme and no module from elsewhere. */
function isComplete({ path, text }: SiteFile, paths: readonly string[]): boolean {
	const top = read(path, text);
	if (top === undefined) {
		return !isConfiguration(path);
	}
	const module = /(?:^|\/)module\.\w+$/.test(path) ? top : member(top, 'module');
	const themes = [member(top, 'theme') ?? []].flat();
	const foreign = [member(module, 'imports'), member(module, 'mounts')].some(list => Array.isArray(list) && list.length > 0);
	return !foreign && themes.every(theme => typeof theme === 'string' && paths.some(each => each.startsWith(`themes/${theme}/`)));
}

function isConfiguration(path: string): boolean {
	return /\.(?:toml|ya?ml|json)$/.test(path);
}

/** What the file says; undefined where it cannot be read. */
function read(path: string, text: string): unknown {
	try {
		if (path.endsWith('.toml')) {
			return readToml(text);
		}
		return path.endsWith('.json') ? readJson(text) : /\.ya?ml$/.test(path) ? (readYaml(text) ?? {}) : undefined;
	} catch (error) {
		if (error instanceof ReadingProblem) {
			return undefined;
		}
		throw error;
	}
}

/** The value of a key, letter case apart, as Hugo reads its configuration. */
function member(map: unknown, key: string): unknown {
	if (typeof map !== 'object' || map === null) {
		return undefined;
	}
	return Object.entries(map).find(([name]) => name.toLowerCase() === key)?.[1] as unknown;
}
