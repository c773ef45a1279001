import assert from 'node:assert/strict';
import { describeLog, instant, lines, list, remove, run, shown, withLog, write, type TestLog } from './logDriver.ts';

const now = '2022-12-03T07:00:00-07:00';
const entry = lines(
	'---',
	'title: "62 - a"',
	'date: 2022-12-02T06:21:40-07:00',
	'series: ["Daily Log"]',
	'input: 90',
	'output: x',
	'---',
	'Prose.',
);

/** A log of one entry, with files of the site beside it, which go when the test is over. */
async function withTemplate(
	path: string,
	text: string,
	settings: { template?: string; folder?: string },
	test: (log: TestLog) => Promise<void>,
): Promise<void> {
	await write(path, text);
	try {
		await withLog({ '62.md': entry }, settings, async log => {
			log.api.clock.set(instant(now));
			await test(log);
		});
	} finally {
		await remove(path.slice(0, path.indexOf('/')));
	}
}

describeLog('A template', () => {
	const template = lines(
		'---',
		'title: "{number} - {title}"',
		'date: {dateTime}',
		'input: 0',
		'output:',
		'mood: good',
		'---',
		'',
		'## Plan',
		'',
		'## Done',
	);

	it('that is set wins over what the log does', () =>
		withTemplate('templates/log.md', template, { template: 'templates/log.md' }, async log => {
			const [path, text] = await log.create('b');
			assert.equal(path, '63.md');
			assert.equal(
				text,
				lines('---', 'title: "63 - b"', `date: ${now}`, 'input: 0', 'output: ', 'mood: good', '---', '', '## Plan', '', '## Done'),
			);
			assert.match(shown().text, /output: \|\n/u);
		}));

	it('that is missing, outside or broken creates nothing and is named, with the line', () =>
		withTemplate(
			'templates/log.md',
			'---\ntitle: x\ndate: {{ partial "now.html" . }}\n---\n',
			{ template: 'templates/log.md' },
			async log => {
				await run('dailyLog.new', { title: 'b' });
				assert.deepEqual([await list(log.folder), log.told().length], [['62.md'], 1]);
				assert.match(log.told()[0] ?? '', /templates\/log\.md.* line 3: .*partial/u);
			},
		));

	for (const [setting, sentence] of [
		['templates/other.md', /“templates\/other\.md” cannot be read/u],
		['../log.md', /“\.\.\/log\.md”, which is outside the workspace folder/u],
		['/etc/passwd', /“\/etc\/passwd”, which is outside the workspace folder/u],
	] as const) {
		it(`that is ${setting} creates nothing and is named`, () =>
			withLog({ '62.md': entry }, { template: setting }, async log => {
				await run('dailyLog.new', { title: 'b' });
				assert.deepEqual([await list(log.folder), log.told().length], [['62.md'], 1]);
				assert.match(log.told()[0] ?? '', sentence);
			}));
	}
});

describeLog("The site's archetype", () => {
	const folder = 'content/test-section';
	const path = 'archetypes/test-section.md';

	it('for the section is used', () =>
		withTemplate(
			path,
			lines('---', 'title: "{{ .Title }}"', 'date: {{ .Date }}', 'weather:', 'input: 0', 'output: ""', '---', ''),
			{ folder },
			async log => {
				assert.deepEqual(await log.create('b'), [
					'63.md',
					lines('---', 'title: "63 - b"', `date: ${now}`, 'weather:', 'input: 0', 'output: ""', '---', ''),
				]);
			},
		));

	it('that Hugo alone can fill is passed over', () =>
		withTemplate(path, lines('---', 'title: x', 'weather: {{ getenv "WEATHER" }}', '---'), { folder }, async log => {
			const [, text] = await log.create('b');
			assert.deepEqual(
				[text, log.told()],
				[lines('---', 'title: "63 - b"', `date: ${now}`, 'series: ["Daily Log"]', 'input: 0', 'output: ', '---', ''), []],
			);
		}));

	it('of another section is none of ours', () =>
		withTemplate('archetypes/other.md', lines('---', 'title: x', 'weather:', '---'), { folder }, async log => {
			assert.doesNotMatch((await log.create('b'))[1], /weather/u);
		}));
});
