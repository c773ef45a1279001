import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addInput, readInputOf, type InputShape } from '../../../src/core/frontMatter/inputEdit.ts';
import { applyEdits } from '../../../src/core/text.ts';

const usual: InputShape = { fields: { input: 'input', output: 'output' }, inputUnit: 'minutes' };
const hours: InputShape = { ...usual, inputUnit: 'hours' };

/** The text afterwards with the minutes before and after, or what stands in the way. */
function added(text: string, minutes: number, shape = usual): unknown {
	const addition = addInput(text, minutes, shape);
	return addition.kind === 'edit' ? [applyEdits(text, [addition.edit]), addition.before, addition.after] : addition;
}

/** The same for the lines of a YAML block. */
function yaml(lines: string, minutes: number, shape = usual): unknown {
	const result = added(`---\n${lines}\n---\nBody\n`, minutes, shape);
	return Array.isArray(result) ? String(result[0]).slice(4, -10) : result;
}

describe('adding to input', () => {
	it('changes the number and no other byte, in each format', () => {
		assert.deepEqual(added('\uFEFF---\r\n# mine\r\ninput:  90   # minutes\r\ntitle: "x"\r\n---\r\nProse', 25), [
			'\uFEFF---\r\n# mine\r\ninput:  115   # minutes\r\ntitle: "x"\r\n---\r\nProse',
			90,
			115,
		]);
		assert.deepEqual(added('+++\ninput = 90 # minutes\n[params]\nx = 1\n+++\n', -10), [
			'+++\ninput = 80 # minutes\n[params]\nx = 1\n+++\n',
			90,
			80,
		]);
		assert.deepEqual(added('{\n  "input": 0,\n  "title": "x"\n}\n', 5), ['{\n  "input": 5,\n  "title": "x"\n}\n', 0, 5]);
	});

	it('inserts the field where it is missing: before the output, else at the end', () => {
		assert.equal(yaml('title: x\noutput: y\ndraft: true', 5), 'title: x\ninput: 5\noutput: y\ndraft: true');
		assert.equal(yaml('output: y', 5), 'input: 5\noutput: y');
		assert.equal(yaml('title: x\ndraft: true', 5), 'title: x\ndraft: true\ninput: 5');
		assert.deepEqual(added('+++\ntitle = "x"\n[params]\na = 1\n+++\n', 5), ['+++\ntitle = "x"\ninput = 5\n[params]\na = 1\n+++\n', 0, 5]);
		assert.deepEqual(added('{\n  "title": "x"\n}\n', 5), ['{\n  "title": "x",\n  "input": 5\n}\n', 0, 5]);
	});

	it('fills a field that is empty', () => {
		assert.deepEqual(
			['input:', 'input: ', 'input: # soon', 'input: null', "input: ''"].map(lines => yaml(lines, 5)),
			['input: 5', 'input: 5', 'input: 5 # soon', 'input: 5', 'input: 5'],
		);
	});

	it('never goes below zero', () => {
		assert.equal(yaml('input: 20', -30), 'input: 0');
		assert.deepEqual(yaml('input: 0', -30), { kind: 'same', before: 0 });
		assert.deepEqual(yaml('title: x', -30), { kind: 'same', before: 0 });
		assert.deepEqual(yaml('input: 20', 0), { kind: 'same', before: 20 });
	});

	it('keeps fractions as they are written', () => {
		assert.equal(yaml('input: 12.5', 25), 'input: 37.5');
		assert.equal(yaml('input: 0.1', 0.2), 'input: 0.3');
	});

	it('writes hours where the log counts hours', () => {
		assert.deepEqual(added('---\ninput: 1.5\n---\n', 25, hours), ['---\ninput: 1.92\n---\n', 90, 115]);
		assert.deepEqual(added('---\ninput: 1.92\n---\n', 5, hours), ['---\ninput: 2\n---\n', 115, 120]);
	});

	it('finds the field under the name that it has, whatever its letter case', () => {
		const renamed: InputShape = { ...usual, fields: { input: 'minutes', output: 'result' } };
		assert.equal(yaml('Minutes: 5\ninput: 1', 5, renamed), 'Minutes: 10\ninput: 1');
		assert.equal(yaml('title: x\nresult: y', 5, renamed), 'title: x\nminutes: 5\nresult: y');
	});

	it('says what stands in the way', () => {
		assert.deepEqual(
			[
				added('No front matter', 5),
				added('---js\ninput: 5\n---\n', 5),
				yaml('input: 5\nInput: 6', 5),
				yaml('input: "90 min"', 5),
				yaml('input: -5', 5),
				yaml('input: [5]', 5),
				yaml('input: &a 5', 5),
				added('---\n{ title: x }\n---\n', 5),
			],
			[
				{ kind: 'noFrontMatter' },
				{ kind: 'executable', language: 'js' },
				{ kind: 'duplicate', name: 'input' },
				{ kind: 'noNumber', name: 'input', written: '"90 min"' },
				{ kind: 'noNumber', name: 'input', written: '-5' },
				{ kind: 'noNumber', name: 'input', written: '[5]' },
				{ kind: 'noPlace', name: 'input' },
				{ kind: 'noPlace', name: 'input' },
			],
		);
		assert.equal(addInput('---\ntitle: "x\ninput: 5\n---\n', 5, usual).kind, 'unreadable');
		assert.equal(addInput('+++\ntitle = x\n+++\n', 5, usual).kind, 'unreadable');
		assert.equal(addInput('{ "title": }\n', 5, usual).kind, 'unreadable');
	});

	it('reads back what it has written, and undoes itself', () => {
		const texts = [
			'---\ninput: N\n---\n',
			'---\r\ntitle: x\r\ninput:   N # c\r\noutput: y\r\n---\r\n',
			'+++\ninput = N\n+++\n',
			'{"input": N}\n',
		];
		fc.assert(
			fc.property(
				fc.constantFrom(...texts),
				fc.nat(1440),
				fc.integer({ min: -1500, max: 1500 }),
				fc.constantFrom(usual, hours),
				(form, start, minutes, shape) => {
					const value = shape.inputUnit === 'hours' ? Number((start / 60).toFixed(2)) : start;
					const text = form.replace('N', String(value));
					const addition = addInput(text, minutes, shape);
					const after = Math.max(0, start + minutes);
					if (addition.kind !== 'edit') {
						assert.deepEqual([addition, after], [{ kind: 'same', before: start }, start]);
						return;
					}
					const edited = applyEdits(text, [addition.edit]);
					assert.deepEqual(readInputOf(edited, shape), { kind: 'minutes', minutes: after });
					const back = addInput(edited, start - after, shape);
					assert.equal(back.kind === 'edit' ? applyEdits(edited, [back.edit]) : edited, text);
				},
			),
		);
	});
});
