import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generatedPages } from '../../scripts/docs/pages.ts';
import { heads } from '../../scripts/docs/reviewPage.ts';
import { addressesIn, deadLinks } from '../../scripts/package/links.ts';
import { pageBelow } from '../../scripts/package/read.ts';
import { projectRoot } from '../support/sources.ts';

describe('the documentation', () => {
	for (const { path, text } of generatedPages()) {
		it(`has ${path} as \`npm run docs\` writes it`, () => {
			assert.equal(readFileSync(join(projectRoot, path), 'utf8'), text);
		});
	}

	it('has no link that leads nowhere', () => {
		const folders = ['', 'docs'];
		const pages = folders.flatMap(folder =>
			readdirSync(join(projectRoot, folder))
				.filter(name => name.endsWith('.md'))
				.map(name => ({ folder: join(projectRoot, folder), name })),
		);
		assert.ok(pages.length > 7);
		const dead = pages.flatMap(({ folder, name }) => {
			const text = readFileSync(join(folder, name), 'utf8');
			return deadLinks(text, path => pageBelow(folder, path)).map(address => `${name}: ${address}`);
		});
		assert.deepEqual(dead, []);
	});

	it('has no code in README.md that vsce takes for a link, and would change in a release', () => {
		const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
		const taken = [...readme.matchAll(/\]\(([^)\s]+)\)/gu)].map(match => match[1] ?? '');
		assert.ok(taken.length > 5);
		const links = addressesIn(readme);
		assert.deepEqual(
			taken.filter(address => !links.includes(address)),
			[],
		);
	});

	it('shows the built-in template of reviews in the words that the editor has', () => {
		const words = readFileSync(join(projectRoot, 'src', 'host', 'reviewWords.ts'), 'utf8');
		const inEditor = [...words.matchAll(/^\t+(\w+): vscode\.l10n\.t\('([^']*)'\),$/gmu)].map(([, name, text]) => [name, text]);
		assert.deepEqual(Object.entries(heads), inEditor);
	});
});
