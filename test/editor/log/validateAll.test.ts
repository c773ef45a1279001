import assert from 'node:assert/strict';
import { describeLog, run, set, withLog } from '../logDriver.ts';
import { codesAt, entry } from '../problemsDriver.ts';

describeLog('dailyLog.validateAll', () => {
	it('sums up what it has found, which stands in the Problems panel by then', async () => {
		const files = {
			'1.md': entry(1, { draft: 'draft: perhaps', input: 'input: 2000' }),
			'2.md': entry(2, { output: 'output: ""' }),
			'3.md': 'Only text.\n',
			'note.md': entry(9, { title: 'title: A note', draft: 'draft: perhaps' }),
		};
		await withLog(files, {}, async ({ folder, told }) => {
			await run('dailyLog.validateAll');
			assert.deepEqual(told(), ['3 entries validated: 1 error, 2 warnings, 1 remark. The Problems panel lists them.']);
			assert.deepEqual(
				Object.keys(files).map(path => codesAt(`${folder}/${path}`)),
				[['input.range', 'draft.notBoolean'], ['output.empty'], ['frontMatter.missing'], []],
			);
		});
	});

	it('says that nothing is wrong, or that validation is switched off', async () => {
		await withLog({ '1.md': entry(1), '2.md': entry(2) }, {}, async ({ folder, told }) => {
			await run('dailyLog.validateAll');
			await set({ folder, 'validation.enabled': false });
			await run('dailyLog.validateAll');
			assert.deepEqual(told(), [
				'2 entries validated: nothing is wrong.',
				'Nothing was validated: the setting “dailyLog.validation.enabled” is switched off.',
			]);
		});
	});
});
