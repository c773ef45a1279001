import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parsePattern, pathOf, type EntryNaming } from '../../../src/core/newEntry/entryName.ts';
import { learnNaming } from '../../../src/core/newEntry/learnNaming.ts';

const values = { number: 63, title: 'Reading about craft', date: '2022-12-03' };

function path(pattern: string, changed: Partial<typeof values> = {}): string {
	const read = parsePattern(pattern, 'log');
	return read.kind === 'naming' ? pathOf(read.naming, { ...values, ...changed }) : read.message;
}

describe('a pattern of dailyLog.fileName', () => {
	it('names the new entry', () => {
		const expected = {
			'{number}.md': 'log/63.md',
			'{number}': 'log/63.md',
			'{number:4}.markdown': 'log/0063.markdown',
			'{number}-{slug}.md': 'log/63-reading-about-craft.md',
			'{number} - {title}.md': 'log/63 - Reading about craft.md',
			'{date}.md': 'log/2022-12-03.md',
			'{year}/{month}/{number}.md': 'log/2022/12/63.md',
			'{number}/index.md': 'log/63/index.md',
			'{number:3}-{slug}/index.md': 'log/063-reading-about-craft/index.md',
			'./{year}\\{date}-{slug}': 'log/2022/2022-12-03-reading-about-craft.md',
			'log/{number}.md': 'log/63.md',
		};
		assert.deepEqual(Object.fromEntries(Object.keys(expected).map(pattern => [pattern, path(pattern)])), expected);
	});

	it('is refused with a sentence', () => {
		const refused = [
			'../{number}.md',
			'/tmp/{number}.md',
			'C:\\{number}.md',
			'~/{number}',
			'a/../../{number}',
			'{nr}.md',
			'{}',
			'{number',
			'a|{number}',
		];
		const others = ['entry.md', '', '{number}.txt', '{number}./index.md', '{number:9}', 'file:///{number}'];
		assert.deepEqual(
			[...refused, ...others].filter(pattern => parsePattern(pattern, 'log').kind !== 'problem'),
			[],
		);
		assert.deepEqual(parsePattern('{nr}.md', ''), {
			kind: 'problem',
			message: "'{nr}' in '{nr}.md' is not known; there are {number}, {slug}, {title}, {date}, {year}, {month}, {day} and {number:3}.",
		});
	});

	it('is refused where another number would be read in the name than the entry has', () => {
		const refused = ['{number}.2', '{number}.2/index.md', '{number}{day}', '7-{number}', '{year}-{number}', 'a/{number}2-{slug}.md'];
		assert.deepEqual(
			refused.filter(pattern => parsePattern(pattern, 'log').kind !== 'problem'),
			[],
		);
		assert.deepEqual(parsePattern('{number}.2', 'log'), {
			kind: 'problem',
			message: `'{number}.2' gives names such as '63.2', from which the number 63 cannot be read again; put the number first and a hyphen behind it, as in {number}-{slug}.md.`,
		});
		const titled = ['{slug}-{number}', '{date}-{number}', '{number} {title}', '{number}.{slug}', '{year}-{slug}', '{number}/{date}.md'];
		assert.deepEqual(
			titled.filter(pattern => parsePattern(pattern, 'log').kind === 'problem'),
			[],
		);
	});

	it('leaves out a title that is empty, with its separator', () => {
		const names = ['{number}-{slug}', '{number} - {title}', '{slug}-{number}', '{date}-{slug}', '{slug}', '{number}_{slug}/index.md'];
		const expected = ['log/63.md', 'log/63.md', 'log/63.md', 'log/2022-12-03.md', 'log/63.md', 'log/63/index.md'];
		assert.deepEqual([names.map(name => path(name, { title: '' })), names.map(name => path(name, { title: '???' }))], [expected, expected]);
	});

	it('gives only names that every system takes', () => {
		assert.deepEqual(
			[
				path('{number} - {title}', { title: 'AC/DC: {slug} or "not"?' }),
				path('{slug}', { title: 'Con' }),
				path('{title}', { title: '../../etc/passwd' }),
			],
			['log/63 - AC-DC - {slug} or not.md', 'log/con_.md', 'log/-..-etc-passwd.md'],
		);
		fc.assert(
			fc.property(
				fc.string({ unit: 'binary', maxLength: 400 }),
				fc.constantFrom('{number}-{slug}', '{number} - {title}', '{title}'),
				(title, pattern) => {
					const written = path(pattern, { title });
					assert.match(written, /^log\/[^/\\<>:"|?*\p{Cc}]+\.md$/u);
					assert.ok(Buffer.byteLength(written) <= 204);
				},
			),
		);
	});
});

/** Entries newest first, as `path`, or `path|title|date`; the number is the first in the path, or counts down from 62. */
function learn(...entries: readonly string[]): EntryNaming | undefined {
	return learnNaming(
		entries.map((entry, i) => {
			const [entryPath = '', title = 'Old title', date = `2022-12-${String(20 - i).padStart(2, '0')}`] = entry.split('|');
			return { path: entryPath, number: 62 - i, title, date };
		}),
	);
}

/** Where the next entry goes in a log of these. */
function next(...entries: readonly string[]): string {
	const naming = learn(...entries);
	return naming ? pathOf(naming, values) : 'nothing';
}

describe('the learned naming', () => {
	it('follows every way of naming', () => {
		const slug = 'reading-about-craft';
		assert.deepEqual(
			[
				next('content/daily-log/62.md', 'content/daily-log/61.md'),
				next('log/62-old-title.md'),
				next('log/62-restarting.md', 'log/61-x.md'),
				next('log/62_old_title.md'),
				next('log/62 - Old title.md'),
				next('log/62 – Old title.md'),
				next('log/2022-12-20.md'),
				next('log/2022-12-20-old-title.md'),
				next('log/20221220.md'),
				next('log/62/index.md'),
				next('log/62-old-title/index.md'),
				next('log/2022-12-20-62/index.md'),
				next('log/day-62.md', 'log/day-61.md'),
				next('62.markdown'),
				next('log/old-title.md'),
				next('log/Old title.md'),
			],
			[
				'content/daily-log/63.md',
				`log/63-${slug}.md`,
				`log/63-${slug}.md`,
				'log/63_reading_about_craft.md',
				'log/63 - Reading about craft.md',
				'log/63 – Reading about craft.md',
				'log/2022-12-03.md',
				`log/2022-12-03-${slug}.md`,
				'log/20221203.md',
				'log/63/index.md',
				`log/63-${slug}/index.md`,
				'log/2022-12-03-63/index.md',
				'log/day-63.md',
				'63.markdown',
				`log/${slug}.md`,
				'log/Reading about craft.md',
			],
		);
	});

	it('follows folders of years and months by the new date', () => {
		assert.deepEqual(
			[
				next('log/2021/62.md|x|2021-11-30', 'log/2021/61.md|x|2021-10-30'),
				next('log/2021/11/62.md|x|2021-11-30'),
				next('log/2021/2021-11/30/62.md|x|2021-11-30'),
				next('log/2021-11/2021-11-30.md|x|2021-11-30'),
				next('log/2021/notes/62.md|x|2021-11-30'),
				next('log/1999/62.md|x|2021-11-30'),
			],
			[
				'log/2022/63.md',
				'log/2022/12/63.md',
				'log/2022/2022-12/03/63.md',
				'log/2022-12/2022-12-03.md',
				'log/2021/notes/63.md',
				'log/1999/63.md',
			],
		);
	});

	it('takes what most of the latest ten share, the newest at a tie', () => {
		const old = Array.from({ length: 30 }, (_, i) => `log/${62 - i}-old.md`);
		const fresh = old.map(path => path.replace('-old', ''));
		assert.deepEqual(
			[
				next('log/62/index.md', 'log/61.md', 'log/60.md'),
				next('log/62/index.md', 'log/61.md'),
				next(...fresh.slice(0, 6), ...old.slice(6)),
				next('log/62.md', 'log/61-a.md', 'log/60-b.md'),
				next(),
			],
			['log/63.md', 'log/63/index.md', 'log/63.md', 'log/63-reading-about-craft.md', 'nothing'],
		);
	});

	it('pads as the log pads', () => {
		assert.deepEqual(
			[
				next('log/062.md', 'log/061.md'),
				next('log/62.md'),
				next('log/0062-x/index.md'),
				next('log/62.md', 'log/061.md'),
				next('log/2022-12-20-062.md'),
			],
			['log/063.md', 'log/63.md', 'log/0063-reading-about-craft/index.md', 'log/63.md', 'log/2022-12-03-063.md'],
		);
	});

	it('learns from its own names what it named them by', () => {
		const patterns = [
			'{number}',
			'{number}-{slug}',
			'{number} - {title}',
			'{date}',
			'{date}-{slug}',
			'{number}/index.md',
			'{year}/{number}-{slug}/index.md',
		];
		fc.assert(
			fc.property(
				fc.constantFrom(...patterns),
				fc.integer({ min: 1, max: 7 }),
				fc.integer({ min: 1, max: 9999 }),
				(pattern, digits, number) => {
					const read = parsePattern(pattern.replace('{number}', `{number:${digits}}`), 'log');
					assert.ok(read.kind === 'naming');
					const entry = { number, title: 'Dovetails by hand', date: '2024-02-29' };
					const learned = learnNaming([{ ...entry, path: pathOf(read.naming, entry) }]);
					const later = { number: number + 1, title: 'Rest', date: '2025-01-01' };
					const unpadded = String(number).length >= digits;
					assert.ok(learned);
					assert.equal(pathOf(learned, later), pathOf(unpadded ? { ...read.naming, digits: 1 } : read.naming, later));
				},
			),
		);
	});
});
