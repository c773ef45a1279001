import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodeSharedText } from '../../src/platform/node/nodeSharedText.ts';
import { nameAside, type SharedText } from '../../src/platform/sharedText.ts';
import { inFolder } from '../support/folders.ts';
import { root } from '../support/root.ts';

function sharedIn(folder: string): SharedText {
	const path = join(folder, 'shared', 'timer.json');
	return nodeSharedText({ uri: pathToFileURL(path).toString(), path, lockFolder: join(folder, 'locks') });
}

/** Adds 1 to the number that the text is. */
function count(shared: SharedText): Promise<unknown> {
	return shared.update(text => ({ kind: 'write', text: String(Number(text ?? '0') + 1) }));
}

describe('a text that windows share', () => {
	it('is written, kept, read and deleted', () =>
		inFolder({}, async folder => {
			const shared = sharedIn(folder);
			assert.equal(await shared.read(), undefined);
			await count(shared);
			await shared.update(() => ({ kind: 'keep' }));
			assert.equal(await shared.read(), '1');
			await shared.update(() => ({ kind: 'delete' }));
			await shared.update(() => ({ kind: 'delete' }));
			assert.equal(await shared.read(), undefined);
		}));

	it('is set aside under another name, with all that is in it', () =>
		inFolder({ 'shared/timer.json': '{' }, async folder => {
			const shared = sharedIn(folder);
			const aside = await shared.update(() => ({ kind: 'setAside' }));
			assert.match(aside ?? '', /^timer\.unreadable-\d{8}T\d{6}\.json$/u);
			assert.deepEqual([await shared.read(), readdirSync(join(folder, 'shared'))], [undefined, [aside]]);
			assert.equal(nameAside('timer', new Date(0)), 'timer.unreadable-19700101T000000');
		}));

	it('loses no change of many at once', () =>
		inFolder({}, async folder => {
			const windows = Array.from({ length: 4 }, () => sharedIn(folder));
			await Promise.all(Array.from({ length: 40 }, (_, index) => count(windows[index % 4] ?? sharedIn(folder))));
			assert.equal(await sharedIn(folder).read(), '40');
		}));

	it('is whole, and goes on, after a window was killed while it wrote', () =>
		inFolder({}, async folder => {
			const module = JSON.stringify(pathToFileURL(join(root, 'src/platform/node/nodeSharedText.ts')).href);
			const place = JSON.stringify({ uri: 'file:///x', path: join(folder, 'timer.json'), lockFolder: join(folder, 'locks') });
			const program = `const imported = await import(${module});
				const { nodeSharedText } = imported.default ?? imported;
				const shared = nodeSharedText(${place});
				for (let i = 0; ; i++) {
					await shared.update(() => ({ kind: 'write', text: JSON.stringify({ text: String(i % 10).repeat(100_000) }) }));
					if (i === 5) console.log('writing');
				}`;
			const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
				cwd: root,
				stdio: ['ignore', 'pipe', 'inherit'],
			});
			await once(child.stdout, 'data');
			await new Promise(resolve => setTimeout(resolve, 37));
			child.kill('SIGKILL');
			await once(child, 'exit');
			// It may have held the lock, which others wait for until it is ten seconds old.
			readdirSync(join(folder, 'locks')).forEach(name => {
				utimesSync(join(folder, 'locks', name), 0, 0);
			});
			const path = join(folder, 'timer.json');
			const shared = nodeSharedText({ uri: 'file:///x', path, lockFolder: join(folder, 'locks') });
			const left = JSON.parse((await shared.read()) ?? '') as { readonly text: string };
			assert.match(left.text, /^(\d)\1{99999}$/u);
			await shared.update(() => ({ kind: 'write', text: 'mine' }));
			assert.equal(await shared.read(), 'mine');
		})).timeout(30_000);
});
