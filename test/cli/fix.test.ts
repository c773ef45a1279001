import assert from 'node:assert/strict';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkLog } from '../../src/cli/checkLog.ts';
import { replaceFile } from '../../src/cli/replaceFile.ts';
import { inFolder } from '../support/folders.ts';
import { entryText } from '../support/notes.ts';

async function fix(currentFolder: string, targets: readonly string[] = ['.']): Promise<readonly [number, string]> {
	let err = '';
	const request = { targets, currentFolder, format: 'text', fix: true, severity: {} } as const;
	const code = await checkLog(request, { out: () => undefined, err: text => (err += text) });
	return [code, err];
}

const wrong = entryText(1, { output: 'x', draft: 'yes' });
const right = wrong.replace('draft: yes', 'draft: true');

describe('daily-log check --fix', () => {
	it('leaves a symbolic link one, and mends what it leads to', function () {
		if (process.platform === 'win32') {
			this.skip();
		}
		return inFolder({ 'elsewhere/one.md': wrong, 'site/hugo.toml': '' }, async root => {
			mkdirSync(join(root, 'site/log'));
			symlinkSync('../../elsewhere/one.md', join(root, 'site/log/1.md'));
			assert.deepEqual(await fix(root, ['site']), [0, '1 entry checked: 1 mended, no errors.\n']);
			assert.equal(lstatSync(join(root, 'site/log/1.md')).isSymbolicLink(), true);
			assert.equal(readFileSync(join(root, 'elsewhere/one.md'), 'utf8'), right);
			assert.deepEqual(readdirSync(join(root, 'elsewhere')), ['one.md']);
		});
	});

	it('touches no file of others, and keeps the permissions', () =>
		inFolder({ 'log/1.md': wrong, 'log/1.md.daily-log.tmp': 'mine' }, async root => {
			chmodSync(join(root, 'log/1.md'), 0o640);
			const { mode } = statSync(join(root, 'log/1.md'));
			assert.equal((await fix(root))[0], 0);
			assert.equal(statSync(join(root, 'log/1.md')).mode, mode);
			assert.equal(readFileSync(join(root, 'log/1.md.daily-log.tmp'), 'utf8'), 'mine');
			assert.deepEqual(readdirSync(join(root, 'log')).sort(), ['1.md', '1.md.daily-log.tmp']);
		}));

	it('goes on with the others where one cannot be mended, and says so', () =>
		inFolder({ 'log/2.md': entryText(2, { output: 'x', draft: 'yes', date: '2022-12-03T06:21:40-07:00' }) }, async root => {
			const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(wrong, 'utf16le')]);
			writeFileSync(join(root, 'log/1.md'), utf16);
			const [code, err] = await fix(root);
			assert.deepEqual(
				[code, err],
				[1, 'log/1.md was not mended: it is not UTF-8, or was changed meanwhile\n2 entries checked: 1 mended, 1 error.\n'],
			);
			assert.match(readFileSync(join(root, 'log/2.md'), 'utf8'), /^draft: true$/mu);
			assert.deepEqual(readFileSync(join(root, 'log/1.md')), utf16);
		}));

	it('mends only what it was given', () =>
		inFolder({ 'log/1.md': wrong, 'log/2.md': wrong.replace('1 - ', '2 - ') }, async root => {
			await fix(root, ['log/2.md']);
			assert.deepEqual(
				['1.md', '2.md'].map(name => /^draft: .*$/mu.exec(readFileSync(join(root, 'log', name), 'utf8'))?.[0]),
				['draft: yes', 'draft: true'],
			);
		}));

	it('leaves nothing behind where a file cannot be replaced', () =>
		inFolder({ 'log/1.md': wrong }, root => {
			assert.equal(replaceFile(join(root, 'log/2.md'), wrong, right).kind, 'failed');
			assert.equal(replaceFile(join(root, 'log/1.md'), right, wrong).kind, 'failed');
			assert.deepEqual(readdirSync(join(root, 'log')), ['1.md']);
			return Promise.resolve();
		}));
});
