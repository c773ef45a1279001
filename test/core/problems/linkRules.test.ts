import assert from 'node:assert/strict';
import { checkLinks } from '../../../src/core/problems/linkRules.ts';
import { entryText } from '../../support/notes.ts';
import { check, fixAll, problemsIn } from '../../support/problems.ts';

const others = {
	'content/daily-log/61.md': entryText(61, { title: '61 - Sanding' }, '## Week 2\n\n## Plans for winter\n\nx ^so\n'),
	'content/a/plan.md': 'x\n',
	'content/b/plan.md': 'x\n',
	'content/notes/standing-desk.md': '---\ntitle: Standing desk\n---\n',
};

const around = { others };
const entry = (body: string): string => entryText(62, {}, body);

describe('link.unresolved', () => {
	it('names the nearest note, and offers to create one', () => {
		assert.deepEqual(check(checkLinks, entry('[[Standig desk]] [[nobody|x]] [[61]]\n'), around), [
			{
				code: 'link.unresolved',
				at: 'Standig desk',
				message: "No note answers to 'Standig desk'. Is 'Standing desk' meant?",
				fixes: ["Create note 'Standig desk'", "Change to 'Standing desk'?"],
			},
			{
				code: 'link.unresolved',
				at: 'nobody',
				message: "No note answers to 'nobody'. Create it, or change the link.",
				fixes: ["Create note 'nobody'"],
			},
		]);
		assert.deepEqual(fixAll(checkLinks, entry('See [[ Standig desk|that]].\n'), around), {
			"Change to 'Standing desk'": entry('See [[ Standing desk|that]].\n'),
		});
	});

	it('says nothing of pictures, of code, and where wiki links are off', () => {
		assert.deepEqual(check(checkLinks, entry('![[a.png|300]] [[paper.pdf]] `[[x]]` [[#62]]\n## 62\n'), around), []);
		assert.deepEqual(check(checkLinks, entry('[[x]]'), { others, surroundings: { wikiLinks: false } }), []);
	});

	it('is found in texts of the front matter', () => {
		assert.deepEqual(
			problemsIn(checkLinks, entryText(62, { output: '"See [[nobody]]"' }), around).map(({ code, span }) => [code, span.end - span.start]),
			[['link.unresolved', 6]],
		);
	});
});

describe('link.ambiguous', () => {
	it('lists the notes, and offers each in full', () => {
		assert.deepEqual(check(checkLinks, entry('[[plan]]\n'), around), [
			{
				code: 'link.ambiguous',
				at: 'plan',
				message: "2 notes answer to 'plan': 'content/a/plan.md', 'content/b/plan.md'. Name the one that is meant in full.",
				fixes: ["Change to '/content/a/plan'?", "Change to '/content/b/plan'?"],
			},
		]);
		assert.deepEqual(
			problemsIn(checkLinks, entry('[[plan]]\n'), around)[0]?.related.map(({ uri }) => uri),
			['vault:/content/a/plan.md', 'vault:/content/b/plan.md'],
		);
		assert.deepEqual(fixAll(checkLinks, entry('[[plan|x]]\n'), around), {
			"Change to '/content/a/plan'": entry('[[/content/a/plan|x]]\n'),
			"Change to '/content/b/plan'": entry('[[/content/b/plan|x]]\n'),
		});
	});
});

describe('link.heading', () => {
	it('names the nearest heading', () => {
		assert.deepEqual(check(checkLinks, entry('[[61#Plans for wintr]] [[61#Plans]] [[61#week-2]] [[61#^so]]\n'), around), [
			{
				code: 'link.heading',
				at: 'Plans for wintr',
				message: "'61 - Sanding' has no heading 'Plans for wintr'. Is 'Plans for winter' meant?",
				fixes: ["Change to 'Plans for winter'?"],
			},
			{
				code: 'link.heading',
				at: 'Plans',
				message: "'61 - Sanding' has no heading 'Plans'. Is 'Plans for winter' meant?",
				fixes: ["Change to 'Plans for winter'?"],
			},
		]);
		assert.deepEqual(fixAll(checkLinks, entry('[[61#Plans|x]]\n'), around), {
			"Change to 'Plans for winter'": entry('[[61#Plans for winter|x]]\n'),
		});
	});

	it('is said of blocks, of the note itself, and of embeds', () => {
		assert.deepEqual(
			check(checkLinks, entry('[[61#^no]] [[#Own]] ![[61#Nowhere]]\n'), around).map(({ at, message }) => `${at}: ${message}`),
			[
				"^no: '61 - Sanding' has no block '^no'.",
				"Own: '62 - Entry' has no heading 'Own'.",
				"Nowhere: '61 - Sanding' has no heading 'Nowhere'. The whole note is shown in its place.",
			],
		);
	});
});

describe('the rules for links', () => {
	it('take linear time on many links', () => {
		const started = performance.now();
		assert.equal(problemsIn(checkLinks, entry('[[61]] '.repeat(20_000)), around).length, 0);
		assert.ok(performance.now() - started < 5000);
	});
});
