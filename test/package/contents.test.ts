import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageChecks, type PackedExtension } from '../../scripts/package/checks.ts';
import { readPackage } from '../../scripts/package/read.ts';
import { buildPackage } from '../../scripts/package/vsix.ts';
import { root } from '../support/root.ts';

describe('the package', () => {
	let extension: PackedExtension | undefined;

	before(async () => {
		extension = readPackage(await buildPackage());
	});

	it('has a bundle for browsers that asks for nothing but VS Code, and of Node’s Buffer only what the shim has', () => {
		const text = readFileSync(join(root, 'dist', 'web.js'), 'utf8');
		const asked = [...text.matchAll(/\b(?:require|import)\("([^"]+)"\)/gu)].map(match => match[1]);
		const used = [...text.matchAll(/\bBuffer\.\w+/gu)].map(([name]) => name);
		assert.deepEqual([[...new Set(asked)], [...new Set(used)]], [['vscode'], ['Buffer.from']]);
	});

	for (const { title, broken } of packageChecks) {
		it(title, () => {
			assert.ok(extension);
			assert.deepEqual(broken(extension), []);
		});
	}
});

describe('the checks of the package', () => {
	it('find what is wrong', () => {
		const wrong: PackedExtension = {
			size: 700 * 1024,
			files: [
				{ name: 'extension/dist/node.js', size: 200 * 1024, packedSize: 1 },
				{ name: 'extension/dist/chunk-A.js', size: 101 * 1024, packedSize: 1 },
				{ name: 'extension/dist/node.js.map', size: 1, packedSize: 1 },
				{ name: 'extension/src/node.ts', size: 1, packedSize: 1 },
			],
			atStart: ['dist/node.js', 'dist/chunk-A.js'],
			manifest: { browser: './dist/web.js', contributes: { grammars: [{ path: './syntaxes/links.json' }] } },
			readme: '![An entry](media/docs/entry.png) ![Elsewhere](https://example.org/x.png)',
		};
		assert.deepEqual(
			packageChecks.flatMap(check => check.broken(wrong)),
			[
				'it has 700.0 KB',
				'dist/node.js, dist/chunk-A.js: 301.0 KB',
				'extension/dist/node.js.map does not belong there',
				'extension/src/node.ts does not belong there',
				'./dist/web.js is missing',
				'./syntaxes/links.json is missing',
				'media/docs/entry.png is missing',
			],
		);
	});
});
