import assert from 'node:assert/strict';
import { isOnDisk, Returns } from '../../src/host/returns.ts';

describe('a return to the window', () => {
	it('is one only after the window was away, and not within ten seconds of the last', () => {
		const returns = new Returns(true);
		const hour = 3_600_000;
		const asked: readonly (readonly [focused: boolean, now: number])[] = [
			[true, hour],
			[false, hour],
			[true, hour + 1],
			[false, hour + 5000],
			[true, hour + 10_000],
			[false, hour + 10_000],
			[true, hour + 10_001],
			[false, 5],
			[true, 6], // the clock was set back
		];
		assert.deepEqual(
			asked.map(([focused, now]) => returns.isOne(focused, now)),
			[false, false, true, false, false, false, true, false, true],
		);
	});

	it('looks at folders on the disk, and at none that is reached over a network', () => {
		const schemes = ['file', 'vscode-vfs', 'memlog'];
		assert.deepEqual(
			schemes.filter(scheme => isOnDisk({ folder: { uri: { scheme } } })),
			['file'],
		);
	});
});
