import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { holdingLock } from '../../src/platform/node/lock.ts';
import { inFolder } from '../support/folders.ts';

const name = `${createHash('sha256').update('key').digest('hex').slice(0, 32)}.lock`;

describe('a lock of long ago', () => {
	for (const text of ['', 'x', '{"id":"1","pid":1,"computer":"\\q"}', '{"id":"1","pid":99999999999999999999,"computer":"x"}']) {
		it(`is broken, whatever stands in its file: ${JSON.stringify(text)}`, () =>
			inFolder({ [`locks/${name}`]: text }, async root => {
				utimesSync(join(root, 'locks', name), 1_000_000, 1_000_000);
				assert.equal(await holdingLock(join(root, 'locks'), 'key', () => Promise.resolve('done')), 'done');
				assert.deepEqual(readdirSync(join(root, 'locks')), []);
			}));
	}
});
