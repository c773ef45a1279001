import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { build, context, transform } from 'esbuild';
import { bundledPackages, noticesOf } from './scripts/notices.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/**
 * gray-matter asks for js-yaml 3, but is always given its engine (src/core/frontMatter/frontMatter.ts): a second copy in the bundle would never run.
 * @type {import('esbuild').Plugin}
 */
const withoutOldYaml = {
	name: 'without-old-yaml',
	setup({ onResolve, onLoad }) {
		onResolve({ filter: /^js-yaml$/ }, ({ importer }) =>
			/node_modules[\\/]gray-matter[\\/]/.test(importer) ? { path: 'js-yaml', namespace: 'unused' } : undefined,
		);
		onLoad({ filter: /.*/, namespace: 'unused' }, () => ({
			contents: `const unused = () => { throw new Error('gray-matter was called without an engine of ours.'); };
				module.exports = { safeLoad: unused, safeDump: unused };`,
		}));
	},
};

/**
 * Splits CommonJS: what several bundles need stands once, in a chunk of its own, and what `import()` names is read when it is needed. esbuild splits modules only,
 * and VS Code 1.100 does not start an extension that is a module everywhere (it hung in Code - OSS 4.100.3); so each piece is turned into CommonJS afterwards.
 * @type {import('esbuild').Plugin}
 */
const asCommonJs = {
	name: 'as-common-js',
	setup({ onEnd }) {
		onEnd(async ({ outputFiles = [] }) => {
			await Promise.all(
				outputFiles.map(async ({ path, text }) => {
					const sourcemap = production ? false : /** @type {const} */ ('inline');
					const supported = { 'dynamic-import': false };
					const { code } = await transform(text, {
						format: 'cjs',
						platform: 'node',
						target: 'es2023',
						minify: production,
						sourcemap,
						supported,
					});
					mkdirSync(dirname(path), { recursive: true });
					writeFileSync(path, code);
				}),
			);
		});
	},
};

/** @type {import('esbuild').BuildOptions} */
const shared = {
	bundle: true,
	format: 'cjs',
	target: 'es2023',
	minify: production,
	sourcemap: !production,
	legalComments: 'none',
	external: ['vscode'],
	logLevel: 'info',
	// jsonc-parser's other entry is UMD, which no bundler can see through.
	mainFields: ['module', 'main'],
	plugins: [withoutOldYaml],
};

/** @type {import('esbuild').BuildOptions} */
const split = {
	...shared,
	platform: 'node',
	format: 'esm',
	splitting: true,
	write: false,
	sourcemap: production ? false : 'inline',
	outdir: 'dist',
	plugins: [withoutOldYaml, asCommonJs],
};

const cliBundle = {
	...split,
	entryPoints: { cli: 'src/cli.ts' },
	chunkNames: 'cli-[name]-[hash]',
};

const extensionBundles = [
	{ ...split, entryPoints: { node: 'src/node.ts', worker: 'src/platform/node/worker.ts' } },
	{
		...shared,
		platform: /** @type {const} */ ('browser'),
		entryPoints: { web: 'src/web.ts' },
		outdir: 'dist',
		// gray-matter turns its text into a Buffer; a web worker has none.
		inject: ['src/platform/web/buffer.ts'],
	},
	{
		...shared,
		format: /** @type {const} */ ('iife'),
		platform: /** @type {const} */ ('browser'),
		entryPoints: { dashboard: 'src/webview/dashboard.ts' },
		outdir: 'dist',
	},
];

/**
 * Writes the licences of what was bundled, which belong into the package with it, and a list for who checks or counts the packages.
 * @param {string} prefix of the names in `dist`
 * @param {readonly import('esbuild').BuildResult[]} results
 */
function writeNotices(prefix, results) {
	const packages = bundledPackages(results.flatMap(({ metafile }) => metafile ?? []));
	writeFileSync(`dist/${prefix}THIRD_PARTY_NOTICES.txt`, noticesOf(packages));
	writeFileSync(`dist/${prefix}packages.json`, JSON.stringify(packages.map(({ name, version, license }) => ({ name, version, license }))));
}

rmSync('dist', { recursive: true, force: true });
if (watch) {
	const contexts = await Promise.all([cliBundle, ...extensionBundles].map(options => context(options)));
	await Promise.all(contexts.map(running => running.watch()));
} else {
	/** @param {import('esbuild').BuildOptions} options */
	const built = options => build({ ...options, metafile: true });
	const [cli, extension] = await Promise.all([built(cliBundle), Promise.all(extensionBundles.map(built))]);
	writeNotices('cli-', [cli]);
	writeNotices('', extension);
}
