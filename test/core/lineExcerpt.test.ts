import assert from 'node:assert/strict';
import { lineExcerpt } from '../../src/core/lineExcerpt.ts';
import { slice } from '../../src/core/text.ts';

/** The excerpt around what stands between `«»`, with its mark written the same way. */
function excerpt(written: string): string {
	const start = written.indexOf('«');
	const end = written.indexOf('»') - 1;
	const { text, mark } = lineExcerpt(written.replace(/[«»]/gu, ''), { start, end });
	return `${text.slice(0, mark.start)}«${slice(text, mark)}»${text.slice(mark.end)}`;
}

describe('the line around a link', () => {
	it('is without its line end and the blanks around it', () => {
		assert.equal(excerpt('before\r\n\t - a\t«[[62]]», b  \r\nafter'), '- a «[[62]]», b');
		assert.equal(excerpt('«x»'), '«x»');
	});

	it('begins between words, not far from it', () => {
		assert.equal(
			excerpt('The wedges are of the pear that was left over from «[[20|the box]]». After the glue'),
			'…left over from «[[20|the box]]». After the glue',
		);
		assert.equal(excerpt(`${'x'.repeat(500)}«[[62]]»`), `…${'x'.repeat(18)}«[[62]]»`);
		assert.equal(excerpt(`${'𠮷'.repeat(500)}a«[[62]]»`), `…${'𠮷'.repeat(8)}a«[[62]]»`);
	});

	it('ends before it is too long for a row', () => {
		assert.equal(excerpt(`a «[[62]]» ${'b'.repeat(500)}`), `a «[[62]]» ${'b'.repeat(119)}`);
		assert.equal(excerpt(`a «[[${'b'.repeat(500)}]]» c`), `a «[[${'b'.repeat(98)}»…`);
	});
});
