import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedPages } from '../../scripts/docs/pages.ts';
import { heads } from '../../scripts/docs/reviewPage.ts';
import { projectRoot } from '../support/sources.ts';

describe('the documentation', () => {
	for (const { path, text } of generatedPages()) {
		it(`has ${path} as \`npm run docs\` writes it`, () => {
			assert.equal(readFileSync(join(projectRoot, path), 'utf8'), text);
		});
	}

	it('shows the built-in template of reviews in the words that the editor has', () => {
		const words = readFileSync(join(projectRoot, 'src', 'host', 'reviewWords.ts'), 'utf8');
		const inEditor = [...words.matchAll(/^\t+(\w+): vscode\.l10n\.t\('([^']*)'\),$/gmu)].map(([, name, text]) => [name, text]);
		assert.deepEqual(Object.entries(heads), inEditor);
	});
});
