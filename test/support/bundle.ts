import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build as bundle, type Plugin } from 'esbuild';
import { root } from './root.ts';

/** Where a bundle of tests runs: Node's extension host, or the web worker's. */
export type HostKind = 'node' | 'web';

const editorFolder = join(root, 'test', 'editor');

/**
 * The test files of a kind of workspace, as absolute paths. Those that need a disk (`*.node.test.ts`) are not for the web;
 * those of `test/web` are for nothing else.
 */
export function findTestFiles(kind: string, host: HostKind): string[] {
	const own = filesBelow(join(editorFolder, kind));
	const shared = kind === 'log' ? filesDirectlyIn(editorFolder) : kind === 'virtual' ? anywhere.map(name => join(editorFolder, name)) : [];
	const files = [...shared, ...own];
	return host === 'node'
		? files.sort()
		: [...files.filter(file => !file.endsWith('.node.test.ts')), ...filesDirectlyIn(join(root, 'test', 'web'))].sort();
}

/** Test files of kind `log` that are run on a virtual file system too: some of every feature, and none that takes long. */
const anywhere = [
	...['activation', 'goToEntry', 'insertLink', 'live', 'neighbours'],
	...['log/exportCsv', 'log/frontMatterCompletion', 'log/frontMatterHover', 'log/linkProblems', 'log/validateAll', 'log/wikiLinks'],
].map(name => `${name}.test.ts`);

/**
 * Bundles test files into one module that exports `run()`, and returns its path under `out/test`.
 * They begin when the window has that many workspace folders. `DAILY_LOG_GREP` in the environment leaves only the tests whose full title has that text.
 */
export async function bundleTests(name: string, host: HostKind, files: readonly string[], folders: number): Promise<string> {
	const outfile = join(root, 'out', 'test', host, `${name}.js`);
	await bundle({
		entryPoints: [join(editorFolder, 'index.ts')],
		outfile,
		bundle: true,
		// jsonc-parser's other entry is UMD, which no bundler can see through.
		mainFields: host === 'node' ? ['module', 'main'] : ['browser', 'module', 'main'],
		format: 'cjs',
		platform: host === 'node' ? 'node' : 'browser',
		target: 'es2023',
		sourcemap: 'inline',
		logLevel: 'warning',
		plugins: [testFiles(files, folders), ...(host === 'web' ? [webStandIns] : [])],
		...(host === 'node'
			? { external: ['vscode', 'mocha'], banner: { js: 'process.setSourceMapsEnabled(true);' } }
			: { external: ['vscode'] }),
	});
	return outfile;
}

/** What stands in for Node's things in a web worker. */
const webModules: Readonly<Record<string, string>> = {
	mocha: join(root, 'test', 'web', 'mocha.ts'),
	'node:assert/strict': join(root, 'test', 'web', 'assert.ts'),
};

const webStandIns: Plugin = {
	name: 'web-stand-ins',
	setup(build) {
		build.onResolve({ filter: /^(mocha|node:assert\/strict)$/ }, ({ path }) => ({ path: webModules[path] ?? path }));
		// It would take the bundle's `module.exports` for its own; without one it puts itself on the global object.
		build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path }) => ({
			contents: `var module, exports, define;\n${readFileSync(path, 'utf8')}`,
		}));
	},
};

/** Answers `import { files } from 'daily-log:test-files'` with the files, each loaded on its own, so that one that throws stops no other. */
function testFiles(files: readonly string[], folders: number): Plugin {
	const entry = (file: string): string => `{ name: ${literal(relative(root, file))}, load: () => import(${literal(file)}) }`;
	return {
		name: 'test-files',
		setup(build) {
			build.onResolve({ filter: /^daily-log:test-files$/ }, ({ path }) => ({ path, namespace: 'test-files' }));
			build.onLoad({ filter: /.*/, namespace: 'test-files' }, () => ({
				contents: [
					`export const files = [${files.map(entry).join(',\n')}];`,
					`export const grep = ${JSON.stringify(process.env['DAILY_LOG_GREP'] ?? '')};`,
					`export const folders = ${folders};`,
				].join('\n'),
				resolveDir: root,
			}));
		},
	};
}

function literal(path: string): string {
	return JSON.stringify(path.split(sep).join('/'));
}

function filesBelow(folder: string): string[] {
	return existsSync(folder)
		? readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap(name => (name.endsWith('.test.ts') ? join(folder, name) : []))
		: [];
}

function filesDirectlyIn(folder: string): string[] {
	return readdirSync(folder).flatMap(name => (name.endsWith('.test.ts') ? join(folder, name) : []));
}
