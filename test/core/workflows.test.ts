import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../support/sources.ts';

interface Step {
	readonly uses?: string;
	readonly run?: string;
	readonly env?: Readonly<Record<string, string>>;
}

interface Workflow {
	readonly permissions?: Readonly<Record<string, string>>;
	readonly jobs: Readonly<
		Record<
			string,
			{ readonly environment?: string; readonly permissions?: Readonly<Record<string, string>>; readonly steps: readonly Step[] }
		>
	>;
}

const folder = join(projectRoot, '.github/workflows');
const workflows = readdirSync(folder).map(name => ({ name, workflow: parse(readFileSync(join(folder, name), 'utf8')) as Workflow }));
const jobs = workflows.flatMap(({ name, workflow }) =>
	Object.entries(workflow.jobs).map(([job, content]) => ({ name: `${name} ${job}`, ...content })),
);

describe('the workflows', () => {
	it('use actions by commit, which nobody can move', () => {
		const used = jobs.flatMap(({ steps }) => steps.flatMap(({ uses }) => uses ?? []));
		assert.ok(used.length > 5);
		assert.deepEqual(
			used.filter(uses => !/^actions\/[\w-]+@[0-9a-f]{40}$/u.test(uses)),
			[],
		);
	});

	it('may do only what they must', () => {
		const general = workflows.flatMap(({ name, workflow }) =>
			Object.entries(workflow.permissions ?? { all: 'write' }).map(([what, how]) => `${name} ${what}: ${how}`),
		);
		assert.deepEqual(general, ['test.yml contents: read']);
		const own = jobs.flatMap(({ name, permissions = {} }) => Object.entries(permissions).map(([what, how]) => `${name} ${what}: ${how}`));
		assert.deepEqual(
			own,
			['build', 'marketplace']
				.map(job => `release.yml ${job} contents: read`)
				.concat('release.yml npm id-token: write', 'release.yml page contents: write'),
		);
	});

	it('have no line that says "not" and so never fails, and name no archive to npm as it names a repository', () => {
		const lines = jobs.flatMap(({ steps }) => steps.flatMap(({ run = '' }) => run.split('\n').map(line => line.trim())));
		assert.deepEqual(
			lines.filter(line => line.startsWith('! ') || /^npm publish (?!\.\/)/u.test(line)),
			[],
		);
		assert.equal(lines.filter(line => line.startsWith('npm publish ')).length, 1);
	});

	it('hand secrets to the one step that publishes with them, where somebody has agreed', () => {
		const holders = jobs.flatMap(({ name, environment, steps }) =>
			steps
				.filter(({ env }) => JSON.stringify(env ?? {}).includes('secrets.'))
				.map(({ run = '' }) => `${name}, ${environment ?? 'at once'}: ${run.split(' release/')[0] ?? ''}`),
		);
		assert.deepEqual(holders, [
			'release.yml marketplace, release: npx --no vsce publish --packagePath',
			'release.yml open-vsx, release: npx --yes ovsx@1.4.0 publish',
		]);
	});
});
