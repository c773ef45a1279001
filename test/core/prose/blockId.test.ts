import assert from 'node:assert/strict';
import { scanText } from '../../../src/core/prose/scan.ts';

function ids(text: string): readonly string[] {
	return scanText(text).blockIds.map(({ id, at }) => `${id} ${at.line}:${at.character}`);
}

describe('block ids', () => {
	it('end a line of prose', () => {
		assert.deepEqual(ids('A paragraph. ^so\n\n- item ^a-1 \n| x | ^row\n^own\r\nx ^é\n![[p.png]]^pic'), [
			'so 0:13',
			'a-1 2:7',
			'row 3:6',
			'own 4:0',
			'é 5:2',
			'pic 6:10',
		]);
	});

	it('are no powers, footnotes, or parts of code', () => {
		assert.deepEqual(ids('2^so\n[^1]\nx ^a b\n`x ^c`\n\n```\nx ^d\n```\nx ^\n{{< y ^e >}}\n'), []);
	});
});
