import assert from 'node:assert/strict';
import { activate, run } from '../logDriver.ts';

describe('The timer without a folder', () => {
	it('says what to do first', async () => {
		const { told } = await activate();
		const before = told.length;
		for (const command of ['startTimer', 'pauseTimer', 'stopTimer', 'discardTimer', 'addInput']) {
			await run(`dailyLog.${command}`);
		}
		assert.deepEqual(told.slice(before), [
			'A daily log lives in a folder. Open the folder of your site or notes first.',
			'No timer runs. “Start Timer” starts one.',
			'No timer runs. “Start Timer” starts one.',
			'No timer runs. “Start Timer” starts one.',
			'A daily log lives in a folder. Open the folder of your site or notes first.',
		]);
	});
});
