import assert from 'node:assert/strict';
import { tellingNames } from '../../src/core/tellingNames.ts';

function namesOf(...folders: readonly (readonly [name: string, place: string])[]): readonly string[] {
	return tellingNames(folders.map(([name, place]) => ({ name, where: place.split('/') })));
}

describe('the names of folders', () => {
	it('are their own where no other folder has them', () => {
		assert.deepEqual(namesOf(['log', 'file//a/log'], ['Site', 'file//a/site']), ['log', 'Site']);
	});

	it('tell namesakes apart by as much of their places as it takes', () => {
		assert.deepEqual(namesOf(['log', 'file//home/ana/log'], ['log', 'file//work/log'], ['x', 'file//x']), ['ana/log', 'work/log', 'x']);
		assert.deepEqual(namesOf(['log', 'file//a/x/y/log'], ['log', 'file//b/x/y/log']), ['a/x/y/log', 'b/x/y/log']);
		assert.deepEqual(namesOf(['log', 'file//a/log'], ['log', 'memlog/github/a/log']), ['/a/log', 'github/a/log']);
	});

	it('keep what the user calls them', () => {
		assert.deepEqual(namesOf(['Journal', 'file//ana/log'], ['Journal', 'file//work/notes']), ['Journal (ana/log)', 'Journal (work/notes)']);
	});

	it('are told also where one folder lies in the other', () => {
		assert.deepEqual(namesOf(['log', 'file//a/log'], ['log', 'file//a/log/log']), ['a/log', 'log/log']);
	});
});
