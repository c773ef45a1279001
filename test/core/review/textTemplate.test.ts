import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fillTextTemplate, readTextTemplate, type TemplateValues } from '../../../src/core/review/textTemplate.ts';

const names = {
	texts: { a: '', b: '' },
	lists: { xs: { means: '', items: { x: '', b: '' } }, none: { means: '', items: {} } },
};
const values: TemplateValues = {
	texts: { a: 'A', b: '' },
	lists: {
		xs: [
			{ x: '1', b: '' },
			{ x: '2', b: 'B' },
		],
		none: [],
	},
};

/** What the template makes of the values; what is wrong with it, behind its line. */
function filled(text: string): string {
	const template = readTextTemplate(text, names);
	return template.kind === 'problem' ? `${template.line}: ${template.message}` : fillTextTemplate(template.parts, values);
}

describe('a template for reviews', () => {
	it('puts values where their names stand, and leaves everything else', () => {
		const text = 'x {a}{b}{a} {c} { a } {A} {constructor} {{a}} {{< a >}} {{ .a }} \\frac{z}{y} {#id} {.class}\r\n';
		assert.equal(filled(text), 'x AA {c} { a } {A} {constructor} {{a}} {{< a >}} {{ .a }} \\frac{z}{y} {#id} {.class}\n');
	});

	it('repeats for each item, whose names come first', () => {
		assert.equal(filled('{each xs}{x}{b}{a},{end}{each none}never{end}'), '1A,2BA,');
	});

	it('asks whether there is something', () => {
		const text = '{if a}1{else}0{end}{if b}1{else}0{end}{if xs}1{end}{if none}1{else}0{end}{each xs}{if b}[{b}]{else}-{end}{end}';
		assert.equal(filled(text), '1010-[B]');
	});

	it('takes lines away that hold only its words', () => {
		assert.equal(filled('-\n{each xs}\n  {if b}\n- {x}\n  {else}\n+ {x}\n  {end}\n{end}\n-\n{if a} {end}\n'), '-\n+ 1\n- 2\n-\n \n');
		assert.equal(filled('{if a}\nx\n{end}'), 'x\n');
	});

	it('does not read again what it has put in', () => {
		const template = readTextTemplate('{a}', names);
		assert.ok(template.kind === 'template');
		assert.equal(fillTextTemplate(template.parts, { ...values, texts: { a: '{b}{each xs}' } }), '{b}{each xs}');
	});

	it('says what is wrong, and where', () => {
		const wrong = [
			'\n{each ys}{end}',
			'{each constructor}{end}',
			'\n\n{if x}{end}',
			'{each xs}\n{if y}{end}{end}',
			'{each xs}\n{each xs}{end}{end}',
			'x\n{if a}y{else}z',
			'{end}',
			'x {else} y',
			'{if a}{else}{else}{end}',
			'{each xs}\n\n{else}{end}',
			'{if a}\n'.repeat(25) + '{end}\n'.repeat(25),
		];
		assert.deepEqual(wrong.map(filled), [
			"2: There is no list 'ys'; there are xs, none.",
			"1: There is no list 'constructor'; there are xs, none.",
			"3: There is no 'x' to ask for; there are xs, none, a, b.",
			"2: There is no 'y' to ask for; there are x, b, xs, none, a, b.",
			"2: '{each xs}' stands within '{each xs}'; close that with '{end}' first.",
			"2: '{if a}' is not closed; write '{end}' where it ends.",
			"1: '{end}' stands here without an '{each …}' or '{if …}' before it.",
			"1: '{else}' stands here without an '{each …}' or '{if …}' before it.",
			"1: '{else}' has no '{if …}' here.",
			"3: '{else}' has no '{if …}' here.",
			'21: This stands within 20 others; that is too deep.',
		]);
	});

	it('reads whatever there is, in little time', () => {
		const piece = fc.constantFrom('{each xs}', '{if a}', '{else}', '{end}', '{x}', '{a}', '\n', ' ', '{', '}', 'text');
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
				assert.equal(typeof filled(pieces.join('')), 'string');
			}),
			{ numRuns: 2000 },
		);
		const started = performance.now();
		filled('{if a}\n'.repeat(100_000));
		filled(' \t'.repeat(100_000) + '{a}');
		assert.ok(performance.now() - started < 2000);
	});
});
