import assert from 'node:assert/strict';
import { scanText } from '../../../src/core/prose/scan.ts';
import { tagPlacesIn } from '../../../src/core/tags/tagPlaces.ts';
import { slice } from '../../../src/core/text.ts';

function places(text: string, tag: string, withInline = true): readonly string[] {
	return tagPlacesIn(text, scanText(text), tag, withInline).map(span => `${span.start} ${slice(text, span)}`);
}

describe('the places of a tag', () => {
	it('are in the field of tags and in the text, in every spelling of it', () => {
		const text = '---\ntags: ["Deep Work", deep, tags]\nseries: [deep]\n---\n#deep-work #deep/er `#deep-work`\n';
		assert.deepEqual(places(text, 'deep work'), ['11 "Deep Work"', '55 #deep-work']);
		assert.deepEqual(places(text, 'deep work', false), ['11 "Deep Work"']);
		assert.deepEqual(places(text, 'tags'), ['30 tags']);
		assert.deepEqual(places('---\ntags: one\n---\n', 'One'), ['10 one']);
		assert.deepEqual(places('---\ntags:\n  - 2022\n  - x\n---\n', '2022'), ['14 2022']);
		assert.deepEqual(places('#a\n', 'a'), ['0 #a']);
	});
});
