import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder } from '../support/folders.ts';
import { entryText } from '../support/notes.ts';
import { root } from '../support/root.ts';
import { runProgram, withProgram } from './builtProgram.ts';

const sample = join(root, 'test/fixtures/vault');

describe('the program daily-log', function () {
	this.timeout(60_000);
	const built = withProgram();

	it('begins with the line that makes it one', () => {
		assert.match(readFileSync(join(built(), 'dist/cli.js'), 'utf8'), /^#!\/usr\/bin\/env node\n/u);
	});

	it('tells how it is used, and its version', async () => {
		const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
		const help = await runProgram(built(), ['check', '--help'], sample);
		assert.deepEqual([help.code, help.err], [0, '']);
		assert.match(help.out, /^Usage: daily-log check /u);
		assert.deepEqual(await runProgram(built(), ['--version'], sample), { code: 0, out: `${version}\n`, err: '' });
	});

	const mistakes: readonly (readonly [readonly string[], RegExp])[] = [
		[[], /^No command is given\./u],
		[['chekc'], /^'chekc' is no command/u],
		[['check', '--fxi'], /^Unknown option '--fxi'/u],
		[['check', '--format', 'xml'], /^'xml' is no format/u],
		[['check', '--severity', 'number.gap=loud'], /^'number\.gap=loud' is no severity/u],
		[['check', '--severity', 'number.gup=off'], /^'number\.gup=off' is no severity/u],
		[['new', '--date', '2022-02-30T06:21:40Z'], /^'2022-02-30T06:21:40Z' is no date/u],
		[['new', '--date', 'tomorrow'], /^'tomorrow' is no date/u],
		[['new', '.', 'Two', 'words'], /^One folder is enough/u],
	];
	for (const [args, sentence] of mistakes) {
		it(`does not understand [${args.join(' ')}], and exits with 2`, async () => {
			const { code, out, err } = await runProgram(built(), args, sample);
			assert.deepEqual([code, out], [2, '']);
			assert.match(err, sentence);
		});
	}

	it('checks the sample log: what is wrong on one stream, the sum on the other', async () => {
		const { code, out, err } = await runProgram(built(), ['check'], sample);
		assert.equal(code, 1);
		assert.match(out, /^content\/daily-log\/23\.md:\d+:\d+: error number\.duplicate: /mu);
		assert.match(err, /^\d+ entries checked: \d+ errors, \d+ other remarks\.\n$/mu);
	});

	it('writes the whole of its SARIF into a pipe, more than a pipe holds', () => {
		const wrong = Array.from({ length: 300 }, (_, index) => index + 1);
		return inFolder(
			Object.fromEntries(wrong.map(number => [`log/${number}.md`, entryText(number, { draft: 'yes', output: 'x' })])),
			async folder => {
				const { code, out } = await runProgram(built(), ['check', '--format', 'sarif'], folder);
				const { runs } = JSON.parse(out) as { runs: readonly { results: readonly { ruleId: string }[] }[] };
				assert.equal(code, 1);
				assert.ok(out.length > 100_000);
				assert.equal(runs[0]?.results.filter(({ ruleId }) => ruleId === 'draft.notBoolean').length, wrong.length);
			},
		);
	});

	it('takes severities one by one', () =>
		inFolder({ 'log/1.md': entryText(1, { draft: 'yes', output: '""' }) }, async folder => {
			const severity = ['--severity', 'draft.notBoolean=warning', '--severity=output.empty=off'];
			const { code, out } = await runProgram(built(), ['check', ...severity], folder);
			assert.equal(code, 0);
			assert.match(out, /^log\/1\.md:\d+:\d+: warning draft\.notBoolean: .+\n$/u);
		}));

	it('run several times at once creates as many entries, each with a number of its own', () =>
		inFolder({ 'hugo.toml': '', 'log/1-first.md': entryText(1), 'log/2-second.md': entryText(2) }, async folder => {
			const titles = ['Alpha', 'Beta', 'Gamma', 'Delta'];
			const runs = await Promise.all(titles.map(title => runProgram(built(), ['new', '--title', title], folder)));
			assert.deepEqual(
				runs.map(({ code, err }) => [code, err]),
				titles.map(() => [0, '']),
			);
			const names = readdirSync(join(folder, 'log')).sort();
			assert.deepEqual(
				names.map(name => name.slice(0, 2)),
				['1-', '2-', '3-', '4-', '5-', '6-'],
			);
			assert.deepEqual(
				runs.map(({ out }) => out.trim().replaceAll('\\', '/')).sort(),
				names.slice(2).map(name => `log/${name}`),
			);
		}));
});
