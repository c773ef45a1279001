import assert from 'node:assert/strict';
import { activate, run } from '../logDriver.ts';

describe('Without a folder', () => {
	it('New Daily Log says what is missing, every time', async () => {
		const api = await activate();
		const before = api.told.length;
		await run('dailyLog.new', { title: 'x' });
		await run('dailyLog.new');
		const sentence = 'A daily log lives in a folder. Open the folder of your site or notes first.';
		assert.deepEqual([api.entries(), api.told.slice(before)], [[], [sentence, sentence]]);
	});

	it('the other commands say that there is nothing', async () => {
		const { told } = await activate();
		const before = told.length;
		for (const command of ['openToday', 'goToEntry', 'previousEntry', 'nextEntry', 'toggleDraft', 'insertLink']) {
			await run(`dailyLog.${command}`);
			assert.equal(
				told.length - before,
				1 + ['openToday', 'goToEntry', 'previousEntry', 'nextEntry', 'toggleDraft', 'insertLink'].indexOf(command),
				command,
			);
		}
	});
});
