import assert from 'node:assert/strict';
import { meaningOf, placeOf } from '../../../src/core/links/linkMeaning.ts';
import { scanText } from '../../../src/core/prose/scan.ts';
import { slice } from '../../../src/core/text.ts';
import { entryText, vaultOf } from '../../support/notes.ts';

const titled = (title: string, body = ''): string => `---\ntitle: ${JSON.stringify(title)}\n---\n${body}`;

const vault = vaultOf({
	'log/62.md': entryText(
		62,
		{ title: '62 - Restarting' },
		'# Plans\n\n## Week 2\n\nWords. ^so\n\n# Later\n\n## Week 2\n\n### **Deep** work, [again](x.md)\n\n## C# & F#\n',
	),
	'n/c-sharp.md': titled('C# in Depth', '## Week 2\n'),
	'n/c.md': 'x',
	'n/100%.md': titled('100% sure'),
	'n/own.md': '## Here\n',
	'n/On Craft.md': 'x',
});

/** The note, the place, and which characters of the link name them. */
function meaning(link: string, from = 'n/own.md'): string {
	const [found] = scanText(link).links;
	assert.ok(found !== undefined, link);
	const { resolution, heading, targetSpan, headingSpan } = meaningOf(vault, found, from);
	if (resolution.kind !== 'resolved') {
		return resolution.kind;
	}
	const place = placeOf(resolution.note, { heading });
	const line = place.kind === 'heading' ? place.heading.at.line : place.kind === 'block' ? place.block.at.line : place.kind;
	return `${resolution.note.path} ${line} (${slice(link, targetSpan)}${heading === undefined ? '' : ` # ${slice(link, headingSpan)}`})`;
}

describe('what a link means', () => {
	it('is a note, and a heading or block in it by text or id', () => {
		assert.deepEqual(
			[
				'[[62]]',
				'[[ 62 # week 2 |x]]',
				'[[62#week-2-1]]',
				'[[62#^SO]]',
				'[[62#]]',
				'[[#Here]]',
				'[[62#deep work, again]]',
				'[[62#Nowhere]]',
				'[[62#^no]]',
			].map(link => meaning(link)),
			[
				'log/62.md top (62)',
				'log/62.md 8 (62 # week 2)',
				'log/62.md 14 (62 # week-2-1)',
				'log/62.md 10 (62 # ^SO)',
				'log/62.md top (62 # )',
				'n/own.md 0 ( # Here)',
				'log/62.md 16 (62 # deep work, again)',
				'log/62.md missing (62 # Nowhere)',
				'log/62.md missing (62 # ^no)',
			],
		);
	});

	it('may name a heading below another, and one with signs that links cannot have', () => {
		assert.deepEqual(
			['[[62#Later#Week 2]]', '[[62#Plans#Week 2]]', '[[62#C# & F#]]', '[[62#C & F]]', '[[62#Later#Plans]]'].map(link => meaning(link)),
			[
				'log/62.md 14 (62 # Later#Week 2)',
				'log/62.md 8 (62 # Plans#Week 2)',
				'log/62.md 18 (62 # C# & F#)',
				'log/62.md 18 (62 # C & F)',
				'log/62.md missing (62 # Later#Plans)',
			],
		);
	});

	it('takes a # for part of the name where a note is called so', () => {
		assert.deepEqual(
			['[[C# in Depth]]', '[[C# in Depth#Week 2]]', '[[C\\# in Depth]]', '[[C]]', '[[C#]]', '[[C# in Width]]'].map(link => meaning(link)),
			[
				'n/c-sharp.md top (C# in Depth)',
				'n/c-sharp.md 3 (C# in Depth # Week 2)',
				'n/c-sharp.md top (C\\# in Depth)',
				'n/c.md top (C)',
				'n/c.md top (C # )',
				'n/c.md missing (C # in Width)',
			],
		);
	});

	it('may be written in percents', () => {
		assert.deepEqual(
			['[[On%20Craft]]', '[[62#Week%202]]', '[[100%]]', '[[100% sure]]', '[[%zz]]'].map(link => meaning(link)),
			['n/On Craft.md top (On%20Craft)', 'log/62.md 8 (62 # Week%202)', 'n/100%.md top (100%)', 'n/100%.md top (100% sure)', 'unresolved'],
		);
	});
});
