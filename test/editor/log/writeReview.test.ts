import assert from 'node:assert/strict';
import { answering, describeLog, instant, list, read, remove, run, shown, withLog, write, type Files, type TestLog } from '../logDriver.ts';
import { entry } from '../problemsDriver.ts';

const friday = instant('2022-12-02T20:00:00-07:00');
const files: Files = {
	'1.md': entry(1, { title: 'title: "1 - The first"', output: 'output: "A | of {{< x >}}"' }),
	'2.md': entry(2, { draft: 'draft: true' }, '\nSee [[Nowhere to be found]].\n'),
};

/** A log whose reviews go into a folder of their own, on that Friday. */
async function withReviews(settings: Files, test: (log: TestLog) => Promise<void>): Promise<void> {
	await withLog(files, { 'review.folder': 'test-logs/reviews', weekStartsOn: 'monday', ...settings }, async log => {
		log.api.clock.set(friday);
		try {
			await test(log);
		} finally {
			await remove('test-logs/reviews');
		}
	});
}

describeLog('dailyLog.writeReview', () => {
	it('writes a note about the week, opens it, and counts it as no entry', () =>
		withReviews({}, async ({ api, told }) => {
			const before = api.entries().length;
			await run('dailyLog.writeReview', { period: 'week' });
			assert.deepEqual(await list('test-logs/reviews'), ['2022-W48.md']);
			const { path, text, dirty } = shown();
			assert.deepEqual({ path, dirty }, { path: 'test-logs/reviews/2022-W48.md', dirty: false });
			assert.equal(text.replace('|', ''), await read('test-logs/reviews/2022-W48.md'));
			assert.match(text, /^title: "?Review of week 48, 2022"?$/mu);
			assert.match(text, /^draft: true$/mu);
			assert.match(text, /^- \*\*1 h\*\* in 2 entries on 2 days, 6 words$/mu);
			assert.match(text, /^- \[\[1 - The first\]\] \(Thu, Dec 1, 30 min\): A \\\| of \\\{\\\{\\< x >\\\}\\\}$/mu);
			assert.match(text, /^- Nowhere to be found, in \[\[2 - Entry\]\]$/mu);
			assert.equal(api.entries().length, before);
			assert.deepEqual(told(), []);
		}));

	it('never overwrites: opens the review that is there, or writes another', () =>
		withReviews({}, async () => {
			await write('test-logs/reviews/2022-12.md', 'mine\n');
			await answering('escape', 'dailyLog.writeReview', { period: 'month' });
			assert.equal(shown().path, '');
			await answering('enter', 'dailyLog.writeReview', { period: 'month' });
			assert.equal(shown().path, 'test-logs/reviews/2022-12.md');
			// The second row may be asked for before the box is there; then the first one is taken, which only opens what is there.
			for (let tries = 0; tries < 5 && shown().path === 'test-logs/reviews/2022-12.md'; tries++) {
				await answering('second', 'dailyLog.writeReview', { period: 'month' });
			}
			assert.equal(shown().path, 'test-logs/reviews/2022-12-2.md');
			assert.deepEqual(await list('test-logs/reviews'), ['2022-12-2.md', '2022-12.md']);
			assert.equal(await read('test-logs/reviews/2022-12.md'), 'mine\n');
		}));

	it('asks for the days, and takes this week for Enter', () =>
		withReviews({}, async () => {
			await answering('enter', 'dailyLog.writeReview');
			assert.equal(shown().path, 'test-logs/reviews/2022-W48.md');
		}));

	it('uses the template of the user, and says what is wrong with one', () =>
		withReviews({ 'review.template': 'test-logs/review.md' }, async ({ told }) => {
			await run('dailyLog.writeReview', { from: '2022-12-01', to: '2022-12-01' });
			await write('test-logs/review.md', '---\ntitle: {title}\n---\n{each entries}\n{end\n');
			await run('dailyLog.writeReview', { from: '2022-12-01', to: '2022-12-01' });
			await write('test-logs/review.md', '---\ntitle: {title}\ndate: {date}\n---\n{each entries}\n{link} {hours}\n{end}\n');
			await run('dailyLog.writeReview', { from: '2022-12-01', to: '2022-12-01' });
			await remove('test-logs/review.md');
			assert.match(
				await read('test-logs/reviews/2022-12-01--2022-12-01.md'),
				/^---\ntitle: Review of .*\ndate: .*\n---\n\[\[1 - The first\]\] 30 min\n$/u,
			);
			assert.deepEqual(told(), [
				'The template “test-logs/review.md” cannot be read. Create it, or correct dailyLog.review.template.',
				"The template “test-logs/review.md” cannot be used. Line 4: '{each entries}' is not closed; write '{end}' where it ends.",
			]);
		}));

	it('says what is wrong with what is asked for, and with the folder', () =>
		withReviews({}, async ({ told }) => {
			await run('dailyLog.writeReview', { period: 'decade' });
			assert.deepEqual(told(), [
				'The keybinding asks for a review of no days. Write { "period": "week" }, "month" or "year", or { "from": "2026-11-01", "to": "2026-11-20" }.',
			]);
		}));

	it('never leaves the folder of the workspace', () =>
		withReviews({ 'review.folder': '../reviews' }, async ({ told }) => {
			await run('dailyLog.writeReview', { period: 'week' });
			assert.deepEqual(told(), ['dailyLog.review.folder leads outside the workspace folder. Name a folder inside it.']);
		}));
});
