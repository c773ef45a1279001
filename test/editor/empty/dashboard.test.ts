import assert from 'node:assert/strict';
import { activate, run } from '../logDriver.ts';

describe('Show Dashboard, where there is no log', () => {
	it('says so in one sentence', async () => {
		const { told } = await activate();
		const before = told.length;
		await run('dailyLog.showDashboard');
		assert.deepEqual(told.slice(before), ['There is no log yet that a dashboard could show.']);
	});
});
