import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { factsOf } from '../../../src/core/problems/logFacts.ts';
import { readPage } from '../../../src/core/problems/page.ts';
import { problemsOf } from '../../../src/core/problems/rules.ts';
import { siteShortcodes } from '../../../src/core/siteShortcodes.ts';
import { vaultOf } from '../../support/notes.ts';
import { projectRoot } from '../../support/sources.ts';

const folder = join(projectRoot, '..', 'shared', 'log');

/** The codes found in the real entries of a site with these other files, by name of the file. */
function codesIn(otherFiles: readonly string[]): Readonly<Record<string, readonly string[]>> {
	const texts = Object.fromEntries(
		readdirSync(folder)
			.filter(name => name.endsWith('.md'))
			.map(name => [`content/daily-log/${name}`, readFileSync(join(folder, name), 'utf8')]),
	);
	const shortcodes = siteShortcodes({ paths: otherFiles, configuration: [] });
	const facts = factsOf(vaultOf(texts), { now: Date.UTC(2023, 0, 1), timeZone: 'America/Denver', shortcodes });
	const found = Object.entries(texts).map(([path, text]) => {
		const problems = problemsOf(readPage({ uri: `vault:/${path}`, path }, text), facts);
		return [basename(path), problems.map(({ code }) => code).filter(code => !code.startsWith('link.'))] as const;
	});
	return Object.fromEntries(found);
}

describe('the real log', () => {
	before(function () {
		if (!existsSync(folder)) {
			console.log('The real entries are not here: skipped.');
			this.skip();
		}
	});

	it('has no problem, where the site has no layouts of its own', () => {
		assert.deepEqual(codesIn(['hugo.toml']), { '39.md': [], '62.md': [] });
	});

	it('has none where the site has the shortcode, and one each where its layouts lack it', () => {
		assert.deepEqual(codesIn(['hugo.toml', 'layouts/shortcodes/subscribe.html']), { '39.md': [], '62.md': [] });
		assert.deepEqual(codesIn(['hugo.toml', 'layouts/index.html']), { '39.md': ['shortcode.unknown'], '62.md': ['shortcode.unknown'] });
	});
});
