import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codes, type ProblemCode } from '../../../src/core/problems/codes.ts';
import { factsOf } from '../../../src/core/problems/logFacts.ts';
import { readPage } from '../../../src/core/problems/page.ts';
import { problemsOf } from '../../../src/core/problems/rules.ts';
import { plainShape, vaultOf } from '../../support/notes.ts';
import { projectRoot } from '../../support/sources.ts';

const folder = join(projectRoot, '..', 'shared', 'corpora', 'hugo-docs');

/** These ask for what a log needs, and pages of documentation are no log: Hugo does without numbers, titles and dates. */
const ofTheLog: ReadonlySet<ProblemCode> = new Set([
	'field.missing',
	'number.missing',
	'number.duplicate',
	'number.gap',
	'number.order',
	'number.mismatch',
]);

/** What remains, apart from errors: the documentation really has `alias` where `aliases` is meant. */
const knownHints = ['field.unknown content/content/en/quick-reference/glossary/float.md'];

describe('the pages of Hugo’s documentation, taken for entries', () => {
	it('have no problem that Hugo would not have, and throw nothing', function () {
		if (!existsSync(folder)) {
			console.log('The corpus is not here: skipped.');
			this.skip();
		}
		this.timeout(120_000);
		const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.md'));
		assert.ok(files.length > 900);
		const texts = Object.fromEntries(files.map(name => [`content/${name}`, readFileSync(join(folder, name), 'utf8')]));
		const facts = factsOf(vaultOf(texts, { ...plainShape, folder: 'content' }), {
			now: Date.UTC(2026, 0, 1),
			timeZone: 'UTC',
			shortcodes: undefined,
		});
		const found = Object.entries(texts).flatMap(([path, text]) =>
			problemsOf(readPage({ uri: `vault:/${path}`, path }, text), facts)
				.filter(({ code }) => !ofTheLog.has(code))
				.map(({ code, severity }) => ({ name: `${code} ${path}`, severity: severity ?? codes[code].severity })),
		);
		assert.deepEqual(
			found.filter(({ severity }) => severity === 'error'),
			[],
		);
		assert.deepEqual(
			found.map(({ name }) => name),
			knownHints,
		);
	});
});
