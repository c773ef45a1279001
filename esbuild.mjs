import { build, context } from 'esbuild';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

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
	alias: {
		// gray-matter asks for js-yaml 3, but is always given its engine (src/core/frontMatter.ts); this keeps the second copy out of the bundle.
		'js-yaml': './node_modules/js-yaml',
	},
};

const bundles = [
	{ ...shared, platform: /** @type {const} */ ('node'), entryPoints: { node: 'src/node.ts', worker: 'src/platform/node/worker.ts' }, outdir: 'dist' },
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
