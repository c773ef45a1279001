import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { projectRoot, sourceFiles } from '../support/sources.ts';

const page = readFileSync(join(projectRoot, 'docs', 'architecture.md'), 'utf8');
const rooms = page.slice(page.indexOf('\n## Rooms'), page.indexOf('\n## Bundles'));

describe('docs/architecture.md', () => {
	it('has a line for each folder of the sources, and for no other', () => {
		const listed = [...rooms.matchAll(/^\| `([^`]+)` \|/gmu)].map(([, folder]) => folder);
		const folders = sourceFiles().map(file => relative(projectRoot, dirname(file)).split(sep).join('/'));
		assert.deepEqual(listed.sort(), [...new Set(folders)].sort());
	});

	it('names files and folders that are there', () => {
		const names = [...page.matchAll(/`((?:src|test|scripts|docs|l10n|media|syntaxes)(?:\/[\w./-]+)?|[\w.]+\.(?:json|mjs))`/gu)].flatMap(
			([, name]) => name ?? [],
		);
		assert.ok(names.length > 60);
		assert.deepEqual(
			names.filter(name => !existsSync(join(projectRoot, name)) && !invented.test(name)),
			[],
		);
	});

	it('names bundles that esbuild.mjs writes', () => {
		const build = readFileSync(join(projectRoot, 'esbuild.mjs'), 'utf8');
		const bundles = [...page.matchAll(/`dist\/(\w+)\.js`/gu)].flatMap(([, name]) => name ?? []);
		assert.ok(bundles.length > 4);
		assert.deepEqual(
			bundles.filter(name => !build.includes(`${name}: 'src/`)),
			[],
		);
	});
});

/** What the recipes have a reader write. */
const invented = /^src\/features\/your\w+\.ts$/u;
