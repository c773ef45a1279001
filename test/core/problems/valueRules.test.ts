import assert from 'node:assert/strict';
import { checkValues } from '../../../src/core/problems/valueRules.ts';
import { plainShape } from '../../support/notes.ts';
import { check, fixAll, problemsIn, type Around } from '../../support/problems.ts';

const inHours: Around = { shape: { ...plainShape, inputUnit: 'hours' } };

function yaml(...lines: readonly string[]): string {
	return `---\ntitle: "62 - Entry"\n${lines.join('\n')}\n---\nBody\n`;
}

/** `code [text of the span] fixes`, with the severity where it is not the usual one. */
function seen(text: string, around: Around = {}): readonly string[] {
	const severities = problemsIn(checkValues, text, around).map(({ severity }) => (severity === undefined ? '' : `/${severity}`));
	return check(checkValues, text, around).map(({ code, at, fixes }, index) =>
		[code + (severities[index] ?? ''), `[${at}]`, ...fixes].join(' '),
	);
}

function seenAll(name: string, values: readonly string[], around: Around = {}): Record<string, readonly string[]> {
	return Object.fromEntries(values.map(value => [value, seen(yaml(`${name}: ${value}`), around)]));
}

describe('draft', () => {
	it('is true or false, and all else is an error where Hugo gets it wrong', () => {
		const expected = {
			true: [],
			false: [],
			True: [],
			yes: ['draft.notBoolean [yes] Write true'],
			'On # c': ['draft.notBoolean [On] Write true'],
			'"yes"': ['draft.notBoolean ["yes"] Write true'],
			flase: ['draft.notBoolean [flase] Write true? Write false?'],
			'': ['draft.notBoolean [draft] Write true? Write false?'],
			'[true]': ['draft.notBoolean [[true]] Write true? Write false?'],
			'2': ['draft.notBoolean [2] Write true? Write false?'],
		};
		assert.deepEqual(seenAll('draft', Object.keys(expected)), expected);
	});

	it('is only warned of where Hugo comes to what is meant', () => {
		const expected = {
			no: ['draft.notBoolean/warning [no] Write false'],
			off: ['draft.notBoolean/warning [off] Write false'],
			'"true"': ['draft.notBoolean/warning ["true"] Write true'],
			"'false'": ["draft.notBoolean/warning ['false'] Write false"],
			'1': ['draft.notBoolean/warning [1] Write true'],
			'0': ['draft.notBoolean/warning [0] Write false'],
		};
		assert.deepEqual(seenAll('draft', Object.keys(expected)), expected);
	});

	it('is explained', () => {
		const messages = ['yes', 'no', '"true"', ''].map(value => problemsIn(checkValues, yaml(`draft: ${value}`))[0]?.message);
		assert.deepEqual(messages, [
			"'yes' is neither true nor false: Hugo publishes the entry. Write true.",
			"'no' is neither true nor false: Hugo publishes the entry. Write false, so that every program reads the same.",
			"'true' is written as text: Hugo keeps the entry back. Write true, so that every program reads the same.",
			"'draft' is empty: Hugo publishes the entry. Write true or false.",
		]);
	});
});

describe('input', () => {
	it('is a number of minutes', () => {
		const expected = {
			'90': [],
			'12.5': [],
			'1440': [],
			'90 # minutes': [],
			'1h30': ['input.invalid [1h30] Write 90'],
			'1:30': ['input.invalid [1:30] Write 90'],
			'90 min # long': ['input.invalid [90 min] Write 90'],
			'"90"': ['input.invalid ["90"] Write 90'],
			'"1,5"': ['input.invalid ["1,5"]'],
			'25h': ['input.invalid [25h]'],
			'-1h': ['input.invalid [-1h]'],
			long: ['input.invalid [long]'],
			true: ['input.invalid [true]'],
			'[90]': ['input.invalid [[90]]'],
			'.inf': ['input.invalid [.inf]'],
			'': ['input.invalid/information [input] Write 0?'],
			'-10': ['input.range [-10]'],
			'1441': ['input.range [1441]'],
		};
		assert.deepEqual(seenAll('input', Object.keys(expected)), expected);
	});

	it('is a number of hours where the log counts hours', () => {
		const expected = {
			'1.5': [],
			'24': [],
			'1h30': ['input.invalid [1h30] Write 1.5'],
			'20 min': ['input.invalid [20 min] Write 0.33'],
			'"1,5"': ['input.invalid ["1,5"] Write 1.5'],
			'"2"': ['input.invalid ["2"] Write 2'],
			'"90"': ['input.invalid ["90"]'],
			'90': ['input.range [90]'],
		};
		assert.deepEqual(seenAll('input', Object.keys(expected), inHours), expected);
	});

	it('has the name that the log gives it', () => {
		const shape = { ...plainShape, fields: { input: 'minutes', output: 'result' } };
		assert.deepEqual(seen(yaml('minutes: 1h', 'input: 1h', 'date: 2022-12-01', 'result: ""', 'output: ""'), { shape }), [
			'input.invalid [1h] Write 60',
			'output.empty [""]',
		]);
	});

	it('is explained', () => {
		const messages = ['1:30', '"90"', '-10', ''].map(value => problemsIn(checkValues, yaml(`input: ${value}`))[0]?.message);
		assert.deepEqual(messages, [
			"'1:30' is no number of minutes, so this entry does not count. Write 90.",
			"'90' is written as text, so this entry does not count. Write 90.",
			'-10 minutes is less than zero. Write the minutes that went into this entry.',
			"'input' is empty, so this entry adds nothing to the sums. Write the minutes, or 0.",
		]);
	});
});

describe('output', () => {
	it('is missed in what is published before today, and only there', () => {
		const texts = {
			past: yaml('date: 2022-12-02', 'output:'),
			quoted: yaml('date: 2022-12-02', 'output: " "'),
			said: yaml('date: 2022-12-02', 'output: A map'),
			number: yaml('date: 2022-12-02', 'output: 3'),
			today: yaml('date: 2022-12-03T01:00:00-07:00', 'output:'),
			future: yaml('date: 2022-12-05', 'output:'),
			draft: yaml('date: 2022-12-02', 'draft: true', 'output:'),
			undated: yaml('output:'),
			reserved: yaml('title: x', 'date: 2022-12-02', 'outputs: A map'),
			misspelled: yaml('title: x', 'date: 2022-12-02', 'ouput: A map'),
			vanished: yaml('title: x', 'date: 2022-12-02', 'output: &map'),
			absent: yaml('date: 2022-12-02'),
			hidden: yaml('date: 2022-12-02', 'tags: [a'),
			nothing: 'Text\n',
		};
		assert.deepEqual(Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, seen(text)])), {
			past: ['output.empty [output]'],
			quoted: ['output.empty [" "]'],
			said: [],
			number: [],
			today: [],
			future: [],
			draft: [],
			undated: [],
			absent: ['output.empty [title]'],
			reserved: [],
			misspelled: [],
			vanished: [],
			hidden: [],
			nothing: [],
		});
	});

	it('that others have is left to field.missing', () => {
		const entry = (output: string) => `---\ntitle: 1 - x\nseries: [Daily Log]\n${output}date: 2022-12-02\n---\n`;
		assert.deepEqual(
			seen(entry(''), { others: Object.fromEntries([1, 2, 3, 4].map(number => [`content/${number}.md`, entry('output: x\n')])) }),
			[],
		);
	});
});

describe('values', () => {
	it('are read in TOML and JSON', () => {
		assert.deepEqual(seen('+++\ndraft = "yes" # c\ninput = "1h"\ndate = 2022-12-02\noutput = ""\n+++\n'), [
			'draft.notBoolean ["yes"] Write true',
			'input.invalid ["1h"] Write 60',
			'output.empty [""]',
		]);
		assert.deepEqual(seen('{ "draft": "no", "input": null, "date": "2022-12-02", "output": "x" }\n'), [
			'draft.notBoolean/warning ["no"] Write false',
			'input.invalid/information [null] Write 0?',
		]);
	});

	it('are mended without a touch to anything else', () => {
		const crlf = '\ufeff---\r\ndraft:  "yes"  # c\r\ninput: 1h30 # c\r\n---\r\nBody';
		assert.deepEqual(fixAll(checkValues, crlf), { 'Write true': crlf.replace('"yes"', 'true'), 'Write 90': crlf.replace('1h30', '90') });
		for (const value of ['yes', '"true"', '0', '', 'flase']) {
			fixAll(checkValues, yaml(`draft: ${value}`, 'input: 3'));
		}
		fixAll(checkValues, '+++\ndraft = "yes" # c\ninput = "1h"\n+++\n');
		fixAll(checkValues, '{ "draft": "no", "input": null }\n');
	});
});
