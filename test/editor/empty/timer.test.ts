import assert from 'node:assert/strict';
import { activate, run, until } from '../logDriver.ts';

/** The file of a paused timer of another folder's log. */
const elsewhere = JSON.stringify({
	version: 1,
	timer: {
		folder: 'file:///elsewhere/my-log',
		counted: [{ from: 0, to: 1_500_000 }],
		lastSeen: 1_500_000,
		lastActivity: 1_500_000,
		doubts: [],
	},
	additions: [],
});

describe('The timer without a log', () => {
	it('says what to do first', async () => {
		const { told } = await activate();
		const before = told.length;
		await run('dailyLog.startTimer');
		await run('dailyLog.addInput', 25);
		assert.deepEqual(told.slice(before), [
			'This folder has no log yet. Begin it with its first entry.',
			'This folder has no log yet. Begin it with its first entry.',
		]);
	});

	it('is not stopped where its log is not open, and keeps its time', async () => {
		const { told, timerText } = await activate();
		await timerText.update(() => ({ kind: 'write', text: elsewhere }));
		const before = told.length;
		await run('dailyLog.stopTimer');
		assert.equal(await timerText.read(), elsewhere);
		await run('dailyLog.discardTimer');
		assert.deepEqual(told.slice(before), [
			'The time goes to the log in “my-log”, which is not open in this window. Stop the timer there.',
			'The timer was discarded, with 25 min on it. Nothing was written.',
		]);
		assert.equal(await timerText.read(), undefined);
	});

	it('sets a file aside that it cannot read, and says so once', async () => {
		const { told, timerText } = await activate();
		for (const [text, sentence] of [
			['{ "version": 1, "timer": ', /^The file of the timer cannot be read\. It is now called “timer\.unreadable-\d+T\d+\.json”/u],
			['{ "version": 2 }', /^The timer was kept by a newer version of Daily Log\. Its file is now called “timer\.unreadable-/u],
		] as const) {
			const before = told.length;
			await timerText.update(() => ({ kind: 'write', text }));
			await until('the sentence', () => told.length > before);
			await run('dailyLog.pauseTimer');
			assert.match(told[before] ?? '', sentence);
			assert.deepEqual([await timerText.read(), told.slice(before + 1)], [undefined, ['No timer runs. “Start Timer” starts one.']]);
		}
	});
});
