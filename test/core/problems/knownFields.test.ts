import assert from 'node:assert/strict';
import { knownField, knownFields } from '../../../src/core/problems/knownFields.ts';

describe('the fields that Hugo knows', () => {
	it('stand once each, with a sentence and a page of the documentation', () => {
		const names = knownFields.map(({ name }) => name.toLowerCase());
		assert.deepEqual(names, [...new Set(names)]);
		for (const { name, meaning, page } of knownFields) {
			assert.match(meaning, /^[A-Z].+\.$/, name);
			assert.match(page, /^https:\/\/gohugo\.io\/[a-z-]+\/[a-z/-]+\/(?:#[a-z0-9-]+)?$/, name);
		}
	});

	it('are found in any letter case', () => {
		assert.deepEqual(
			['TITLE', 'publishdate', 'output', 'constructor'].map(name => knownField(name)?.name),
			['title', 'publishDate', undefined, undefined],
		);
	});
});
