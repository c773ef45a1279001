import { build, context } from 'esbuild';

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
 * What is imported by `import('./later.ts')` becomes a bundle of its own, so that it is read only when it is needed. Bundles share no modules: each brings
 * its own copy of what it uses, which is right for functions and wrong for state, and the core has none. A web worker can load one file only.
 * @type {import('esbuild').Plugin}
 */
const later = {
	name: 'later',
	setup({ onResolve }) {
		onResolve({ filter: /^\.\/later\.ts$/ }, ({ kind }) =>
			kind === 'dynamic-import' ? { path: './later.js', external: true } : undefined,
		);
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

const bundles = [
	{
		...shared,
		platform: /** @type {const} */ ('node'),
		entryPoints: { node: 'src/node.ts', later: 'src/later.ts', worker: 'src/platform/node/worker.ts' },
		outdir: 'dist',
		plugins: [withoutOldYaml, later],
	},
	{
		...shared,
		platform: /** @type {const} */ ('node'),
		entryPoints: { cli: 'src/cli.ts' },
		outdir: 'dist',
		banner: { js: '#!/usr/bin/env node' },
	},
	{
		...shared,
		platform: /** @type {const} */ ('browser'),
		entryPoints: { web: 'src/web.ts' },
		outdir: 'dist',
		// gray-matter turns its text into a Buffer; a web worker has none.
		inject: ['src/platform/web/buffer.ts'],
	},
];

if (watch) {
	const contexts = await Promise.all(bundles.map(options => context(options)));
	await Promise.all(contexts.map(running => running.watch()));
} else {
	await Promise.all(bundles.map(options => build(options)));
}
