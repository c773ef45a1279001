import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { isSameData } from '../../src/core/sameData.ts';

describe('the sameness of plain data', () => {
	it('is that of its JSON, whatever the order of the fields', () => {
		const data = fc.letrec(tie => ({
			any: fc.oneof({ depthSize: 'small' }, fc.constantFrom(1, 2, 'a', null, undefined, true), tie('list'), tie('record')),
			list: fc.array(tie('any'), { maxLength: 3 }),
			record: fc.dictionary(fc.constantFrom('x', 'y', '0'), tie('any')),
		})).any;
		const plain = (value: unknown): unknown => JSON.parse(JSON.stringify([value]));
		fc.assert(
			fc.property(data, data, (a, b) => {
				assert.equal(isSameData(a, structuredClone(a)), true);
				const hasHoles = JSON.stringify([a, b]).includes('null');
				if (!hasHoles) {
					assert.equal(isSameData(a, b), isDeepStrictEqual(plain(a), plain(b)));
				}
			}),
			{ numRuns: 2000 },
		);
	});
});
