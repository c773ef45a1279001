import assert from 'node:assert/strict';
import { planEntry, type EntryPlan, type PlanRequest, type PlanSample } from '../../../src/core/newEntry/planEntry.ts';
import { plainShape } from '../../support/notes.ts';

function sample(path: string, number: number, title = `${number} - Entry`): PlanSample {
	const day = `2022-12-${String(number % 28 || 1).padStart(2, '0')}`;
	return {
		path,
		number,
		title,
		day,
		text: `---\ntitle: "${title}"\ndate: ${day}T06:21:40-07:00\nseries: ["Daily Log"]\ninput: 30\n---\nText ${number}\n`,
	};
}

function plan(request: Partial<PlanRequest>): EntryPlan {
	return planEntry({
		samples: [],
		firstFolder: 'daily-log',
		shape: plainShape,
		template: { kind: 'none' },
		fileName: '',
		taken: undefined,
		values: { number: 3, title: 'Reading', date: '2022-12-03T08:00:00-07:00', day: '2022-12-03' },
		...request,
	});
}

function pathOf(request: Partial<PlanRequest>): string {
	const result = plan(request);
	return result.kind === 'plan' ? result.path : result.message;
}

describe('the plan of a new entry', () => {
	it('is the first of a log where there is none yet', () => {
		const result = plan({ values: { number: 1, title: '', date: '2022-12-03T08:00:00-07:00', day: '2022-12-03' } });
		assert.deepEqual(result.kind === 'plan' && [result.path, result.text, result.stops.length], [
			'daily-log/1.md',
			'---\ntitle: "1 - "\ndate: 2022-12-03T08:00:00-07:00\nseries: ["Daily Log"]\ntags: ["daily-log"]\ntoc: false\ninput: 0\noutput: \ndraft: true\n---\n\n',
			3,
		]);
	});

	it('follows the names of the latest entries, or the pattern that is set', () => {
		const samples = [sample('log/2-second.md', 2, '2 - Second'), sample('log/1-first.md', 1, '1 - First')];
		assert.equal(pathOf({ samples }), 'log/3-reading.md');
		assert.equal(pathOf({ samples, fileName: '{number}/index.md' }), 'log/3/index.md');
		assert.match(pathOf({ samples, fileName: '../{number}.md' }), /leads out of the log's folder/u);
	});

	it('adds the number where a day’s name is taken', () => {
		const samples = [sample('log/2022-12-02.md', 2), sample('log/2022-12-01.md', 1)];
		assert.equal(pathOf({ samples }), 'log/2022-12-03.md');
		assert.equal(pathOf({ samples, taken: 'log/2022-12-03.md' }), 'log/2022-12-03-3.md');
	});

	it('says what is wrong with a template of the user’s, and passes over an archetype that it cannot use', () => {
		const wrong = { kind: 'template', path: 't.md', text: '---\ntitle: x\nsite: {{ .Site.Title }}\n---\n' } as const;
		assert.match(pathOf({ template: { ...wrong, strict: true } }), /^The template t\.md is wrong in line 3: /u);
		assert.equal(pathOf({ template: { ...wrong, strict: false } }), 'daily-log/3.md');
	});

	it('refuses a template that makes no entries', () => {
		const text = '---\ntitle: "{number} - {title}"\n---\n';
		const template = { kind: 'template', path: 't.md', text, strict: true } as const;
		assert.equal(pathOf({ template }), 'What the template t.md makes is no entry of the log. Put a line into it: series: ["Daily Log"]');
		assert.equal(pathOf({ template, shape: { ...plainShape, folder: 'daily-log' } }), 'daily-log/3.md');
	});
});
