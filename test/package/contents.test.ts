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
	function file(name: string, text = '', size = text.length): PackedExtension['files'][number] {
		return { name: `extension/${name}`, size, packedSize: 1, text };
	}

	it('find what is wrong', () => {
		const token = `ghp_${'a1'.repeat(18)}`;
		const wrong: PackedExtension = {
			size: 700 * 1024,
			files: [
				file('dist/node.js', `let key = "${token}";`, 200 * 1024),
				file('dist/chunk-A.js', '//# sourceMappingURL=data:application/json;base64,e30=', 101 * 1024),
				file('dist/node.js.map'),
				file('dist/cli.js'),
				file('src/node.ts'),
				file('dist/THIRD_PARTY_NOTICES.txt', 'ignore 7.0.16 (MIT)\n\nMIT License'),
				file('changelog.md', '## Next\n\n## [1.2.3]\n\n### News\n\n- x\n'),
			],
			atStart: ['dist/node.js', 'dist/chunk-A.js'],
			manifest: { version: '1.2.3', browser: './dist/web.js', contributes: { grammars: [{ path: './syntaxes/links.json' }] } },
			readme:
				'# The log\n![An entry](media/docs/entry.png) ![Elsewhere](https://example.org/x.png) [codes](docs/codes.md#all) [log](#the-log) [gone](docs/gone.md) [plain](http://example.org) `[[x]](not/a/link)`',
			pageAt: path => (path === 'docs/codes.md' ? '# Codes' : path === 'media/docs/entry.png' ? '' : undefined),
			bundled: ['ignore 7.0.16', 'zod 4.6.7'],
		};
		assert.deepEqual(
			packageChecks.flatMap(check => check.broken(wrong)),
			[
				'it has 700.0 KB',
				'dist/node.js, dist/chunk-A.js: 301.0 KB',
				'extension/dist/node.js.map does not belong there',
				'extension/dist/cli.js does not belong there',
				'extension/src/node.ts does not belong there',
				'./dist/web.js is missing',
				'./syntaxes/links.json is missing',
				'media/docs/entry.png is missing',
				'docs/codes.md#all leads nowhere',
				'docs/gone.md leads nowhere',
				'http://example.org leads nowhere',
				'that of zod 4.6.7 is missing',
				'extension/dist/chunk-A.js names one',
				'extension/dist/node.js seems to hold a token of GitHub',
				"'Next' is neither [Unreleased] nor a version with its day",
				"'[1.2.3]' is neither [Unreleased] nor a version with its day",
				"'News' is no kind of change",
				'it tells no changes of 1.2.3',
			],
		);
	});
});
