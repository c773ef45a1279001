import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, describeLog, run, shown, withLog } from './logDriver.ts';

const entry = (number: number): string => `---\ntitle: "${number} - a"\n---\nProse.\n`;

describeLog('Go to Previous and Next Entry', () => {
	it('go by number, over gaps and bundles, and say where the log ends', () =>
		withLog({ '2.md': entry(2), '9/index.md': entry(9), '10.md': entry(10) }, {}, async ({ folder, told }) => {
			await vscode.window.showTextDocument(at(`${folder}/10.md`));
			const paths: string[] = [];
			for (const command of ['previousEntry', 'previousEntry', 'previousEntry', 'nextEntry', 'nextEntry', 'nextEntry']) {
				await run(`dailyLog.${command}`);
				paths.push(shown().path.slice(folder.length + 1));
			}
			assert.deepEqual(paths, ['9/index.md', '2.md', '2.md', '9/index.md', '10.md', '10.md']);
			assert.deepEqual(told(), ['This is the first entry of the log.', 'This is the latest entry of the log.']);
		}));

	it('say so where the editor shows no entry', () =>
		withLog({ '2.md': entry(2), 'about.md': 'No entry.\n' }, {}, async ({ folder, told }) => {
			await run('dailyLog.nextEntry');
			await vscode.window.showTextDocument(at(`${folder}/about.md`));
			await run('dailyLog.previousEntry');
			const sentence = 'The editor shows no entry of the log. Open one first, for example with “Go to Entry…”.';
			assert.deepEqual(told(), [sentence, sentence]);
		}));
});
