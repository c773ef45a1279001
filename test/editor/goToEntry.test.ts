import assert from 'node:assert/strict';
import { answering, describeLog, run, shown, withLog } from './logDriver.ts';

const entry = (number: number): string => `---\ntitle: "${number} - a"\n---\nProse.\n`;
const log = { '1.md': entry(1), '2-two.md': entry(2), '10.md': entry(10) };

describeLog('Go to Entry', () => {
	it('offers the newest first', () =>
		withLog(log, {}, async ({ folder }) => {
			await answering('enter', 'dailyLog.goToEntry');
			assert.equal(shown().path, `${folder}/10.md`);
		}));

	it('opens nothing on Escape', () =>
		withLog(log, {}, async ({ told }) => {
			await answering('escape', 'dailyLog.goToEntry');
			assert.deepEqual([shown().path, told()], ['', []]);
		}));

	it('says so where there is none', () =>
		withLog({ 'about.md': 'No entry.\n' }, {}, async ({ told }) => {
			await run('dailyLog.goToEntry');
			assert.deepEqual(told(), ['There is no entry to go to yet. “New Daily Log” creates the first one.']);
		}));
});
