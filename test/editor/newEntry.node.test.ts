import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { at, describeLog, run, withLog, write } from './logDriver.ts';

function entry(number: number): string {
	return `---\ntitle: "${number} - a"\ndate: 2022-12-02T06:21:40-07:00\noutput: x\n---\nProse.\n`;
}

/** Creates entries as fast as it can, each exclusively with the next number it sees, until it has `count`. */
const rival = `
const fs = require('node:fs');
const [folder, count] = process.argv.slice(1);
for (let made = 0; made < Number(count); ) {
	const next = 1 + Math.max(...fs.readdirSync(folder).map(name => Number.parseInt(name, 10) || 0));
	try {
		fs.writeFileSync(folder + '/' + next + '.md', '---\\ntitle: "' + next + ' - rival"\\n---\\n', { flag: 'wx' });
		made++;
	} catch {}
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}`;

describeLog('New Daily Log against another program', () => {
	it('that takes numbers all the time: nothing is overwritten, every number is given once', () =>
		withLog({ '62.md': entry(62) }, {}, async ({ folder, told }) => {
			const disk = at(folder).fsPath;
			const child = spawn(process.execPath, ['-e', rival, disk, '120'], {
				stdio: 'ignore',
				env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
			});
			const ended = new Promise(resolve => child.once('exit', resolve));
			for (let made = 0; made < 4; made++) {
				await run('dailyLog.new', { title: 'mine' });
			}
			await ended;
			const titles = readdirSync(disk).map(name => /title: "(.*)"/u.exec(readFileSync(`${disk}/${name}`, 'utf8'))?.[1] ?? name);
			assert.equal(titles.filter(title => title.endsWith('rival')).length, 120, 'entries of the other program');
			assert.equal(
				titles.filter(title => title.endsWith('mine')).length + told().length,
				4,
				`entries of ours, and failures: ${told().join()}`,
			);
			assert.equal(new Set(titles.map(title => Number.parseInt(title, 10))).size, titles.length, 'a number was given twice');
			assert.ok(
				titles.some(title => title.endsWith('mine')),
				told().join(),
			);
		}));
});

describeLog('New Daily Log on a disk', () => {
	function mount(folder: string, ...options: readonly string[]): void {
		execFileSync('mount', [...options, folder], { stdio: 'ignore' });
	}

	for (const [trouble, size, then, sentence] of [
		['that is read-only', '1m', 'ro', /63\.md” cannot be created: the folder is read-only\. Nothing was written/u],
		['that is full', '16k', 'full', /63\.md” cannot be created: the disk is full\. Nothing was written/u],
	] as const) {
		it(`${trouble} says so and leaves nothing`, async function () {
			await withLog({ '1.md': entry(1) }, {}, async ({ folder, told }) => {
				const disk = at(folder).fsPath;
				try {
					mount(disk, '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs');
				} catch {
					this.skip(); // no Linux, or no right to mount
				}
				try {
					await write(`${folder}/62.md`, entry(62));
					if (then === 'ro') {
						mount(disk, '-o', 'remount,ro');
					} else {
						await write(`${folder}/filler.txt`, 'x'.repeat(12 * 1024));
					}
					await run('dailyLog.new', { title: 'x'.repeat(5000) });
					assert.match(told().join('\n'), sentence);
					assert.deepEqual(
						readdirSync(disk).filter(name => name !== 'filler.txt'),
						['62.md'],
					);
				} finally {
					execFileSync('umount', [disk]);
				}
			});
		});
	}
});
