/** A source of numbers that look random and are the same in every run: the next one is below `limit`. */
export type Dice = (limit: number) => number;

/** Mulberry32. */
export function diceOf(seed: number): Dice {
	let state = seed >>> 0;
	return limit => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
	};
}

/** One of several, by the dice. */
export function pick<T>(dice: Dice, from: readonly [T, ...T[]]): T {
	return from[dice(from.length)] ?? from[0];
}

/** Right entries, short ones so that many can be tried, in every form that Hugo reads. */
const seeds = [
	'---\ntitle: "62 - Tea"\ndate: 2022-12-02T06:21:40-07:00\n---\n',
	'---\ntitle: 62 - Tea # good\ndraft: false\noutput: A cup\n---\nWords {{< x a="b" >}}\n',
	'---\ntitle: 62 - Tea\ntags: ["daily-log", tea]\ninput: 90 # minutes\n---\n',
	'---\nseries: ["Daily Log"]\ntags:\n  - tea\n  - "green tea"\ntoc: false\n---\nBody\n',
	"---\r\ntitle: '62 - Tea'\r\ntags:\r\n- tea\r\n\r\ndraft: true\r\n---\r\nBody\r\n",
	'\ufeff---\ntitle: 62\noutput: >-\n  Two\n  lines\n---\nBody',
	'---\na: &a {b: 1}\nc: *a\ncascade:\n  _target: x\n---\n',
	'---\ntitle: |\n  62 - Tea\nparams:\n  <<: {a: 1}\n---\n',
	'---\ndate: 2022-12-02\nlastmod: 2022-12-03 06:21\naliases: /x\n---\n',
	'+++\ntitle = "62 - Tea"\ndate = 2022-12-02T06:21:40-07:00\ntags = ["tea"]\n+++\nBody\n',
	"+++\r\ntitle = '''62'''\r\ndraft = false\r\n[params]\r\na = 1\r\n+++\r\n",
	'{\n\t"title": "62 - Tea",\n\t"tags": ["tea", "Tea"],\n\t"draft": false\n}\nBody\n',
	'---\n{title: "62 - Tea", tags: [tea]}\n---\n',
	'# 62 - Tea\n\nWords\n',
	'---\ntitle: "62 - Tea"\n---\n{{< details >}}{{% subscribe %}}\n{{< /details >}}\n```\n{{</* x */>}}\n```\n',
] as const;

/** Pieces that have a meaning where they come to stand, or should have none. */
const scraps = [
	...['\t', ' ', '\n', '\r', '\r\n', '\n\n', '"', "'", '\\', '"""', "'''", '&a ', '*a', '<<: *a\n', '[', ']', '{', '}', ', ', ': ', ':'],
	...[
		' #x',
		'# ',
		'#',
		'- ',
		'-',
		'? ',
		'| ',
		'>\n',
		'!!binary ',
		'!x ',
		'%',
		'@',
		'`',
		'~',
		'.',
		'...\n',
		'=',
		'[[tea]]',
		'__proto__: 1\n',
	],
	...[
		'---',
		'---\n',
		'----\n',
		'--- x\n',
		'---js\n',
		'+++\n',
		'+++',
		'–––\n',
		'\0',
		'\ud800',
		'\udc00',
		'\ufeff',
		'\u2028',
		'\u0085',
		'🫖',
		'é',
		'\u0000x',
	],
	...['{{<', '>}}', '{{%', '%}}', '{{< /x >}}', '{{</*', '*/>}}', '/>}}', '{{< x', '{{'],
	...[
		'outputs: x\n',
		'draft: yes\n',
		'Draft: on\n',
		'date: 20221202\n',
		'date: 02.12.2022\n',
		'input: 1h30\n',
		'input:\n',
		'tags: #x\n',
		'tags: a, b\n',
	],
	...[
		'Title: 7\n',
		'title: [a]\n',
		'output: *b* c: d\n',
		'output: @home\n',
		'titel: x\n',
		'_build: x\n',
		'url: http://x\n',
		'weight: x\n',
		'toc: no\n',
	],
	...['1e999', '0x1F', '-1', '99999999999999999999', '1:30', 'null', 'true', '2022', 'T25:61:61', 'draft = yes\n', '[a]\n', '"a": 1,'],
] as const;

type Change = (text: string, dice: Dice) => string;

const changes: readonly [Change, ...Change[]] = [
	putIn,
	putIn,
	putIn,
	putIn,
	cutOut,
	cutOut,
	(text, dice) => text.slice(0, dice(text.length + 1)),
	(text, dice) => text.slice(dice(text.length + 1)),
	doubleLine,
	(text, dice) => text.replaceAll(/\r\n|\r|\n/g, pick(dice, ['\n', '\r\n', '\r'])),
	(text, dice) => text.replaceAll('\n', () => pick(dice, ['\n', '\r\n', '\n', '\r'])),
	(text, dice) => putIn(text, dice, pick(dice, scraps).repeat(1 + dice(3))),
	(text, dice) => text.slice(0, dice(text.length + 1)) + pick(dice, seeds).slice(dice(10)),
	(text, dice) => text.replace(/^(---|\+\+\+)$/m, '$1$1'.slice(0, 2 * (1 + dice(2)))),
	(text, dice) => `${pick(dice, ['\n', ' ', '\t', '\ufeff', '\ufeff\n', 'x'])}${text}`,
];

function putIn(text: string, dice: Dice, scrap: string = pick(dice, scraps)): string {
	const at = dice(text.length + 1);
	return text.slice(0, at) + scrap + text.slice(at);
}

function cutOut(text: string, dice: Dice): string {
	const at = dice(text.length + 1);
	return text.slice(0, at) + text.slice(at + 1 + dice(4));
}

function doubleLine(text: string, dice: Dice): string {
	const lines = text.split('\n');
	const line = lines[dice(lines.length)] ?? '';
	return lines.toSpliced(dice(lines.length + 1), 0, line).join('\n');
}

/** A right entry with one to four changes: pieces put in, cut out, doubled, line ends mixed, the end lost. */
export function mutantOf(dice: Dice): string {
	let text: string = pick(dice, seeds);
	for (let count = 1 + dice(3) * dice(2); count > 0; count--) {
		text = pick(dice, changes)(text, dice);
	}
	return text;
}
