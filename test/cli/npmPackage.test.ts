import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder } from '../support/folders.ts';
import { entryText } from '../support/notes.ts';
import { runProcess, type Finished } from '../support/process.ts';
import { withProgram } from './builtProgram.ts';

/** Runs npm's `npm` or `npx` without asking any registry. */
function run(command: 'npm' | 'npx', args: readonly string[], cwd: string): Promise<Finished> {
	return runProcess({
		command: process.platform === 'win32' ? `${command}.cmd` : command,
		args,
		cwd,
		env: { ...process.env, npm_config_offline: 'true', npm_config_loglevel: 'error', npm_config_update_notifier: 'false' },
		timeout: 60_000,
	});
}

describe('the npm package', function () {
	this.timeout(120_000);
	const built = withProgram();
	let tarball = '';
	let contents: readonly string[] = [];

	before(async () => {
		const { code, output } = await run('npm', ['pack', '--json', '--ignore-scripts'], built());
		assert.equal(code, 0, output);
		const [packed] = JSON.parse(output.slice(output.indexOf('['))) as readonly { filename: string; files: readonly { path: string }[] }[];
		assert.ok(packed);
		tarball = join(built(), packed.filename);
		contents = packed.files.map(({ path }) => path);
	});

	it('holds the command line and nothing else', () => {
		assert.ok(readdirSync(join(built(), 'dist')).length > 1);
		const [chunks, others] = [true, false].map(isChunk => contents.filter(path => /^dist\/cli-\w+-\w+\.js$/u.test(path) === isChunk));
		assert.deepEqual(others?.sort(), [
			'CHANGELOG.md',
			'LICENSE',
			'README.md',
			'dist/cli-THIRD_PARTY_NOTICES.txt',
			'dist/cli.js',
			'package.json',
		]);
		assert.ok(chunks !== undefined && chunks.length > 0);
	});

	it('shows the licence of every package in its bundle', () => {
		const [notices, list] = ['cli-THIRD_PARTY_NOTICES.txt', 'cli-packages.json'].map(name =>
			readFileSync(join(built(), 'dist', name), 'utf8'),
		);
		const bundled = JSON.parse(list ?? '') as readonly { readonly name: string; readonly version: string }[];
		assert.ok(bundled.some(({ name }) => name === '@modelcontextprotocol/sdk'));
		assert.deepEqual(
			bundled.filter(({ name, version }) => notices?.includes(`\n${name} ${version} (`) !== true),
			[],
		);
	});

	it('once installed, without a network, checks a log and creates an entry', () =>
		inFolder(
			{ 'package.json': '{ "private": true }', 'hugo.toml': '', 'content/daily-log/1.md': entryText(1, { draft: 'yes', output: 'x' }) },
			async site => {
				const installed = await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', tarball], site);
				assert.equal(installed.code, 0, installed.output);
				assert.deepEqual(
					readdirSync(join(site, 'node_modules')).filter(name => !name.startsWith('.')),
					['daily-log'],
				);
				const checked = await run('npx', ['--no', 'daily-log', 'check'], site);
				assert.equal(checked.code, 1, checked.output);
				assert.match(checked.output, /^content\/daily-log\/1\.md:\d+:\d+: error draft\.notBoolean: /mu);
				const created = await run('npx', ['--no', 'daily-log', 'new', '--title', 'Installed'], site);
				assert.equal(created.code, 0, created.output);
				assert.match(readFileSync(join(site, 'content/daily-log/2.md'), 'utf8'), /^title: "2 - Installed"$/mu);
			},
		));
});
