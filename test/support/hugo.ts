import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { runProcess } from './process.ts';

let found: Promise<string | undefined> | undefined;

/** The Hugo of this machine: `HUGO`, then the PATH; as root on Debian it is installed if there is none. Undefined where there is none to be had. */
export function findHugo(): Promise<string | undefined> {
	found ??= lookForHugo();
	return found;
}

/** For the `before` of a suite: the Hugo that judges; where there is none, the suite is skipped, with a word. */
export async function hugoOrSkip(suite: Mocha.Context): Promise<string> {
	const hugo = await findHugo();
	if (hugo === undefined) {
		console.log('There is no Hugo here, and none can be installed: nobody judges.');
		return suite.skip();
	}
	return hugo;
}

async function lookForHugo(): Promise<string | undefined> {
	return installedHugo() ?? (await installOnDebian());
}

function installedHugo(): string | undefined {
	const named = process.env['HUGO'];
	const name = process.platform === 'win32' ? 'hugo.exe' : 'hugo';
	const onPath = (process.env['PATH'] ?? '').split(delimiter).map(folder => join(folder, name));
	return [...(named === undefined ? [] : [named]), ...onPath].find(file => existsSync(file));
}

/** Without a network there is nothing to install, and nothing to judge by: that is no failure. */
async function installOnDebian(): Promise<string | undefined> {
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
		return undefined;
	}
	console.log('Installing Hugo with apt-get (once) ...');
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	await runProcess({ command: 'apt-get', args: ['update', '-qq'], env, timeout: 5 * 60_000 });
	await runProcess({ command: 'apt-get', args: ['install', '-y', '-qq', '--no-install-recommends', 'hugo'], env, timeout: 5 * 60_000 });
	return installedHugo();
}

/** A page as Hugo published it. */
export interface Published {
	readonly title: string;
	/** In RFC 3339, with the offset that Hugo gave it. */
	readonly date: string;
	readonly draft: boolean;
	/** By lower-cased name. */
	readonly params: Readonly<Record<string, unknown>>;
	/** The terms of `tags`, as their pages are called. */
	readonly tags: readonly string[];
	/** As rendered. */
	readonly content: string;
}

/** How a build went. */
export interface Build {
	/** Whether Hugo built the site. */
	readonly built: boolean;
	/** What Hugo printed: errors and warnings. */
	readonly output: string;
	/** By the path of the source below `content`: `daily-log/62.md`. What is not published is not here. */
	readonly pages: ReadonlyMap<string, Published>;
}

/** A small site with the taxonomies of a log and a shortcode `subscribe`; each page it publishes tells of itself in JSON. */
const site: Readonly<Record<string, string>> = {
	'config.toml': [
		`baseURL = "https://log.example/"`,
		`disableKinds = ["home", "section", "RSS", "sitemap", "robotsTXT", "404"]`,
		`[outputs]`,
		`page = ["json"]`,
		`taxonomy = ["html"]`,
		`term = ["html"]`,
		`[taxonomies]`,
		`tag = "tags"`,
		`series = "series"`,
		``,
	].join('\n'),
	'layouts/_default/single.json':
		`{{ $terms := slice }}{{ range .GetTerms "tags" }}{{ $terms = $terms | append .Data.Term }}{{ end }}` +
		`{{ $date := .Date.Format "2006-01-02T15:04:05Z07:00" }}` +
		`{{ dict "path" .File.Path "title" .Title "date" $date "draft" .Draft "params" .Params "tags" $terms "content" .Content | jsonify }}`,
	'layouts/_default/taxonomy.html': '{{ .Title }}',
	'layouts/_default/term.html': '{{ .Data.Term }}',
	'layouts/shortcodes/subscribe.html': 'Subscribed',
	'layouts/shortcodes/box.html': '<b>{{ .Inner }}</b>',
};

/** Builds a site of these texts, by path below `content`, in a folder of its own that is gone afterwards. */
export async function build(hugo: string, texts: Readonly<Record<string, string>>): Promise<Build> {
	const folder = mkdtempSync(join(tmpdir(), 'daily-log-hugo-'));
	try {
		write(folder, site);
		write(join(folder, 'content'), texts);
		const args = ['--source', folder, '--ignoreCache', '--cacheDir', join(folder, 'cache')];
		const { code, output } = await runProcess({ command: hugo, args, timeout: 60_000 });
		return { built: code === 0, output, pages: publishedIn(join(folder, 'public')) };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function write(folder: string, texts: Readonly<Record<string, string>>): void {
	for (const [path, text] of Object.entries(texts)) {
		const file = join(folder, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
}

function publishedIn(folder: string): ReadonlyMap<string, Published> {
	const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
	const pages = files.filter(name => name.endsWith('index.json')).map(name => readPublished(readFileSync(join(folder, name), 'utf8')));
	return new Map(pages.map(page => [page.path, page]));
}

function readPublished(text: string): Published & { readonly path: string } {
	const page: unknown = JSON.parse(text);
	if (isPublished(page)) {
		return page;
	}
	throw new Error(`Hugo told something else of a page than was asked: ${text}`);
}

function isPublished(value: unknown): value is Published & { readonly path: string } {
	return (
		typeof value === 'object' &&
		value !== null &&
		['path', 'title', 'date', 'draft', 'params', 'tags', 'content'].every(key => key in value)
	);
}
