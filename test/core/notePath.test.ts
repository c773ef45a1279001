import assert from 'node:assert/strict';
import { parseNote } from '../../src/core/note.ts';
import { isOutside, isWithin, leadsUp, tidyPath, uriBelow } from '../../src/core/notePath.ts';
import { resolve } from '../../src/core/links/resolve.ts';
import { Vault } from '../../src/core/vault.ts';
import { plainShape } from '../support/notes.ts';

/** Uris of workspace folders as VS Code spells them, one for each kind of system. */
const folders = {
	linux: 'file:///home/me/log',
	windows: 'file:///c%3A/Users/me/log',
	share: 'file://server/share/log',
	ssh: 'vscode-remote://ssh-remote%2Bbox/home/me/log',
	wsl: 'vscode-remote://wsl%2Bubuntu/home/me/log',
	web: 'vscode-vfs://github/me/log',
};

describe('paths of notes', () => {
	it('become uris as VS Code spells them, whatever folder they stand in', () => {
		for (const folder of Object.values(folders)) {
			assert.equal(uriBelow(folder, "a b/C# (1)'s 100% né+ü.md"), `${folder}/a%20b/C%23%20%281%29%27s%20100%25%20n%C3%A9%2B%C3%BC.md`);
		}
	});

	it('keep the form in which the disk has a name: composed and decomposed are two files, and one name to a link', () => {
		const [composed, decomposed] = ['caf\u00e9.md', 'cafe\u0301.md'];
		assert.notEqual(uriBelow(folders.linux, composed), uriBelow(folders.linux, decomposed));
		for (const path of [composed, decomposed]) {
			const vault = new Vault(plainShape);
			vault.update({ set: [parseNote({ uri: uriBelow(folders.linux, path), path }, '')] });
			const found = ['caf\u00e9', 'cafe\u0301', 'CAF\u00c9'].map(target => resolve(vault, target, 'x.md'));
			assert.deepEqual(
				found.map(each => each.kind === 'resolved' && each.note.path),
				[path, path, path],
			);
		}
	});

	it('as one writes them in a setting are made comparable, and told where they lead or may lead out', () => {
		assert.deepEqual(['./content\\daily-log/', ' a//b ', 'a/./b', '/a', ''].map(tidyPath), ['content/daily-log', 'a/b', 'a/b', 'a', '']);
		const outside = ['/tmp', '\\\\server\\share', 'C:\\x', 'c:/x', '~/x', '..', '../x', 'a/../../x', '..\\x', ' ../x', 'a/.. /x'];
		assert.deepEqual(
			outside.filter(path => !isOutside(path)),
			[],
		);
		assert.deepEqual(
			['a', 'a/b', '..a/b', 'a../b', 'a/...', '%2e%2e/a', '.a'].filter(path => isOutside(path) || leadsUp(path)),
			[],
		);
	});

	it('lie within a folder only below its whole name', () => {
		assert.deepEqual(
			['log/1.md', 'log', 'logs/1.md', 'a/log/1.md', 'Log/1.md'].map(path => isWithin(path, 'log')),
			[true, true, false, false, false],
		);
	});
});
