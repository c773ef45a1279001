import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkLog, type CheckRequest } from '../../src/cli/checkLog.ts';
import { inFolder } from '../support/folders.ts';
import { entryText } from '../support/notes.ts';

/** What was found, without the messages, and everything on standard error. */
async function check(
	request: Pick<CheckRequest, 'targets' | 'currentFolder'> & Partial<CheckRequest>,
): Promise<readonly [number, string, string]> {
	let out = '';
	let err = '';
	const code = await checkLog(
		{ format: 'text', fix: false, severity: {}, ...request },
		{ out: text => (out += text), err: text => (err += text) },
	);
	return [code, out.replaceAll(/: (?:error|warning|information|hint) (\S+): .*$/gmu, ' $1'), err];
}

/** A Hugo site whose entries 1 and 2 have one number, and whose third is hidden. */
const site = {
	'hugo.toml': '',
	'.gitignore': 'hidden/\n',
	'content/daily-log/1.md': entryText(1, { output: 'x', draft: 'false' }),
	'content/daily-log/2.md': entryText(1, { output: 'x', draft: 'false', date: '2022-12-03T06:21:40-07:00' }),
	'content/daily-log/hidden/3.md': entryText(3, { output: 'x', draft: 'yes' }),
	'content/posts/hello.md': '---\ntitle: Hello\n---\n',
};

describe('what daily-log check is given', () => {
	it('is a file: only that file is told about, with the whole log in view', () =>
		inFolder(site, async root => {
			const [code, out, err] = await check({ targets: ['content/daily-log/2.md'], currentFolder: root });
			assert.deepEqual(
				[code, out, err],
				[
					1,
					'content/daily-log/2.md:2:9 number.duplicate\ncontent/daily-log/2.md:2:9 number.mismatch\n',
					'1 entry checked: 1 error, 1 other remark.\n',
				],
			);
		}));

	it('is a folder of the site: the site’s settings and .gitignore count, and paths begin where one is', () => {
		const settings = '{ "dailyLog.validation.severity": { "number.duplicate": "off" } }';
		return inFolder({ ...site, '.vscode/settings.json': settings }, async root => {
			const expected = '2.md:2:9 number.mismatch\n';
			assert.deepEqual(await check({ targets: ['.'], currentFolder: join(root, 'content/daily-log') }), [
				0,
				expected,
				'2 entries checked: no errors, 1 other remark.\n',
			]);
			assert.deepEqual((await check({ targets: ['content/daily-log'], currentFolder: root }))[1], `content/daily-log/${expected}`);
			assert.deepEqual((await check({ targets: [root], currentFolder: join(root, 'content/posts') }))[1], `../daily-log/${expected}`);
		});
	});

	it('is several files, of several sites, each told about once', () =>
		inFolder(
			Object.fromEntries(['a', 'b'].flatMap(name => Object.entries(site).map(([path, text]) => [`${name}/${path}`, text]))),
			async root => {
				const targets = ['a/content/daily-log/1.md', 'b/content', 'a/content/daily-log/1.md', 'b/content/daily-log/2.md'];
				const [code, out, err] = await check({ targets, currentFolder: root });
				assert.equal(code, 1);
				assert.deepEqual(out.match(/^\S+ number\.duplicate$/gmu), [
					'a/content/daily-log/1.md:2:9 number.duplicate',
					'b/content/daily-log/1.md:2:9 number.duplicate',
					'b/content/daily-log/2.md:2:9 number.duplicate',
				]);
				assert.equal(err, '3 entries checked: 3 errors, 1 other remark.\n');
			},
		));

	it('is passed over where it is a page that is no entry, for a hook hands over what was changed', () =>
		inFolder(site, async root => {
			assert.deepEqual(await check({ targets: ['content/posts/hello.md'], currentFolder: root }), [
				0,
				'',
				'Passed over content/posts/hello.md: it is no entry of the log.\n',
			]);
		}));

	it('holds no entry: that is no success', () =>
		inFolder(site, async root => {
			const [code, out, err] = await check({ targets: ['content/posts'], currentFolder: root });
			assert.deepEqual([code, out], [2, '']);
			assert.match(err, /^There is no entry in content\/posts\. An entry is a Markdown page with series: \["Daily Log"\] .+\n$/u);
			mkdirSync(join(root, 'content/empty/.git'), { recursive: true });
			assert.equal((await check({ targets: ['content/empty'], currentFolder: root }))[0], 2);
		}));

	it('is not there', () =>
		inFolder(site, async root => {
			assert.deepEqual(await check({ targets: ['content/daily-log/1.md', 'x.md'], currentFolder: root }), [
				2,
				'',
				'There is no file or folder x.md.\n',
			]);
		}));

	it('has severities of its own, which win over those of the settings', () => {
		const settings = '{ "dailyLog.validation.severity": { "number.duplicate": "off" } }';
		return inFolder({ ...site, '.vscode/settings.json': settings }, async root => {
			const severity = { 'number.duplicate': 'hint', 'number.mismatch': 'error' };
			const [code, , err] = await check({ targets: ['content/daily-log/2.md'], currentFolder: root, severity });
			assert.deepEqual([code, err], [1, '1 entry checked: 1 error, 1 other remark.\n']);
		});
	});
});
