import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedPages } from '../../scripts/docs/pages.ts';
import { projectRoot } from '../support/sources.ts';

describe('the documentation', () => {
	for (const { path, text } of generatedPages()) {
		it(`has ${path} as \`npm run docs\` writes it`, () => {
			assert.equal(readFileSync(join(projectRoot, path), 'utf8'), text);
		});
	}
});
