import type { ProblemCode } from '../../src/core/problems/codes.ts';
import { entryText } from '../support/notes.ts';

/** What Hugo makes of an entry: it stops the build, leaves the entry out, or publishes it with these values, whatever the others are. */
export type Verdict =
	| { readonly kind: 'stops' }
	| { readonly kind: 'hides' }
	| {
			readonly kind: 'publishes';
			readonly title?: string;
			readonly date?: string;
			readonly tags?: readonly string[];
			readonly params?: Readonly<Record<string, unknown>>;
			readonly content?: string;
	  };

/** A broken entry, what is said of it, and what Hugo does. */
export interface Case {
	readonly code: ProblemCode;
	readonly text: string;
	/** Of the Hugo that judges. */
	readonly hugo: Verdict;
	/** Below `content`; `daily-log/62.md` unless told. */
	readonly path?: string;
	/** Where Debian's 0.111 does otherwise than Hugo does today, and the code goes by today's: why. */
	readonly today?: string;
}

/** An entry in which nothing is wrong but these fields. */
export function entry(fields: Readonly<Record<string, string>> = {}, body = 'Body\n'): string {
	return entryText(62, { output: 'A cup', ...fields }, body);
}

const stops: Verdict = { kind: 'stops' };
const published: Verdict = { kind: 'publishes' };

const yaml11 = 'Before 0.152 Hugo read YAML 1.1, in which yes, no, on and off are booleans; today they are texts (hugo#8822).';

const lenientDates =
	'Old Hugo passes over a date that it cannot read, and gives the page the year 1; today it stops (facts of spf13/cast since Hugo 0.112).';
const doubledKeys = 'Old Hugo takes the last of two equal keys without a word; since 0.152 it stops (hugo#8822).';
const yearOne: Verdict = { kind: 'publishes', date: '0001-01-01T00:00:00Z' };

/** A name without a number. */
const unnumbered = 'daily-log/tea.md';

const withoutFrontMatter = 'Words\n';

/** At least one for every code. */
export const cases: readonly Case[] = [
	{ code: 'frontMatter.missing', text: withoutFrontMatter, hugo: { kind: 'publishes', title: '', date: '0001-01-01T00:00:00Z' } },
	{ code: 'frontMatter.unclosed', text: entry().replace('\n---\n', '\n\n'), hugo: stops },
	{ code: 'frontMatter.unclosed', text: entry().replace('\n---\n', '\n...\n'), hugo: stops },
	{ code: 'frontMatter.unclosed', text: entry().replace('\n---\n', '\n ---\n'), hugo: stops },
	{ code: 'frontMatter.unclosed', text: entry().replace('\n---\n', '\n--- x\n'), hugo: { kind: 'publishes', content: '<p>x\nBody</p>\n' } },
	{
		code: 'frontMatter.unclosed',
		text: '+++\ntitle = "62 - Tea"\ndate = 2022-12-02\nseries = ["Daily Log"]\ninput = 30\noutput = "A cup"\n\nBody\n',
		hugo: stops,
	},
	{
		code: 'frontMatter.unclosed',
		text: '{"title": "62 - Tea", "date": "2022-12-02", "series": ["Daily Log"], "input": 30, "output": "A cup"\n\nBody\n',
		hugo: stops,
	},
	{ code: 'frontMatter.syntax', text: entry({ output: '"A cup' }), hugo: stops },
	{ code: 'frontMatter.syntax', text: entry({ tags: '[a, b' }), hugo: stops },
	{ code: 'frontMatter.syntax', text: entry({ output: 'A cup\n\ttoc: false' }), hugo: stops },
	{ code: 'frontMatter.syntax', text: entry({ output: 'A cup\ntoc' }), hugo: stops },
	{
		code: 'frontMatter.duplicateKey',
		text: entry({ output: 'A cup\ninput: 60' }),
		hugo: { kind: 'publishes', params: { input: 60 } },
		today: doubledKeys,
	},
	{ code: 'frontMatter.duplicateKey', text: entry({ toc: 'true\nToc: false' }), hugo: published },
	{ code: 'frontMatter.leadingBlank', text: `\n\n${entry()}`, hugo: { kind: 'publishes', title: '62 - Entry' } },
	{ code: 'frontMatter.executable', text: entry().replace('---\n', '---js\n'), hugo: stops },
	{ code: 'field.missing', text: entry().replace(/title: .*\n/, ''), hugo: { kind: 'publishes', title: '' } },
	{ code: 'field.missing', text: entry().replace(/date: .*\n/, ''), hugo: { kind: 'publishes', date: '0001-01-01T00:00:00Z' } },
	{ code: 'field.missing', text: entry().replace(/input: .*\n/, ''), hugo: published },
	{ code: 'field.type', text: entry({ output: 'A cup\nlinkTitle: [Tea]' }), hugo: published },
	{ code: 'field.type', text: entry({ output: '[A cup]' }), hugo: { kind: 'publishes', params: { output: ['A cup'] } } },
	{ code: 'field.type', text: entry({ url: 'https://log.example/tea' }), hugo: stops },
	{ code: 'field.type', text: entry({ aliases: '["https://log.example/tea"]' }), hugo: stops },
	{
		code: 'field.type',
		text: entry({ cascade: 'x' }),
		hugo: published,
		today: 'Old Hugo passes over a cascade that is no map; today it stops.',
	},
	{ code: 'field.type', text: entry({ toc: '"no"' }), hugo: { kind: 'publishes', params: { toc: 'no' } } },
	{ code: 'field.reserved', text: entry().replace('output:', 'outputs:'), hugo: stops },
	{ code: 'field.unknown', text: entry({ tag: 'x', tgas: '["tea"]' }), hugo: { kind: 'publishes', tags: [] } },
	{
		code: 'field.deprecated',
		text: entry({ _build: '{render: never}' }),
		hugo: { kind: 'hides' },
		today: 'Old Hugo goes by _build; from 0.160 on it stops.',
	},
	{ code: 'number.missing', path: unnumbered, text: entry({ title: 'Tea' }), hugo: published },
	{ code: 'number.duplicate', path: unnumbered, text: entry({ title: '61 - Tea' }), hugo: published },
	{ code: 'number.gap', path: unnumbered, text: entry({ title: '65 - Tea' }), hugo: published },
	{ code: 'number.mismatch', path: 'daily-log/63.md', text: entry({ title: '62 - Tea' }), hugo: published },
	{ code: 'number.order', text: entry({ date: '2022-11-02' }), hugo: { kind: 'publishes', date: '2022-11-02T00:00:00Z' } },
	{ code: 'date.invalid', text: entry({ date: '2022-12-02T06:21-07:00' }), hugo: yearOne, today: lenientDates },
	{ code: 'date.invalid', text: entry({ date: '12/02/2022' }), hugo: yearOne, today: lenientDates },
	{ code: 'date.invalid', text: entry({ date: '2 Dec 2022' }), hugo: yearOne, today: lenientDates },
	{ code: 'date.invalid', text: entry({ lastmod: 'yesterday' }), hugo: published, today: lenientDates },
	{ code: 'date.invalid', text: entry({ date: '' }), hugo: yearOne },
	{ code: 'date.noOffset', text: entry({ date: '2022-12-02T06:21:40' }), hugo: { kind: 'publishes', date: '2022-12-02T06:21:40Z' } },
	{ code: 'date.integer', text: entry({ date: '20221202' }), hugo: { kind: 'publishes', date: '1970-08-23T01:00:02Z' } },
	{ code: 'date.future', text: entry({ date: '2999-12-02' }), hugo: { kind: 'hides' } },
	{ code: 'draft.notBoolean', text: entry({ draft: 'yes' }), hugo: { kind: 'hides' }, today: yaml11 },
	{ code: 'draft.notBoolean', text: entry({ draft: '"yes"' }), hugo: published },
	{ code: 'draft.notBoolean', text: entry({ draft: 'flase' }), hugo: published },
	{ code: 'draft.notBoolean', text: entry({ draft: 'ture' }), hugo: published },
	{ code: 'draft.notBoolean', text: entry({ draft: '"true"' }), hugo: { kind: 'hides' } },
	{ code: 'input.invalid', text: entry({ input: '1h30' }), hugo: { kind: 'publishes', params: { input: '1h30' } } },
	{ code: 'input.invalid', text: entry({ input: '1:30' }), hugo: { kind: 'publishes', params: { input: '1:30' } } },
	{ code: 'input.range', text: entry({ input: '-5' }), hugo: { kind: 'publishes', params: { input: -5 } } },
	{ code: 'output.empty', text: entry({ output: '' }), hugo: { kind: 'publishes', params: { output: null } } },
	{ code: 'tags.notList', text: entry({ tags: 'tea, cups' }), hugo: { kind: 'publishes', tags: ['tea, cups'] } },
	{ code: 'tags.comment', text: entry({ tags: '#tea' }), hugo: { kind: 'publishes', tags: [] } },
	{ code: 'tags.comment', text: entry({ tags: '[#tea]' }), hugo: stops },
	{ code: 'tags.duplicate', text: entry({ tags: '["green tea", "Green-Tea"]' }), hugo: published },
	{ code: 'yaml.quote', text: entry({ output: 'Learned C and #tags' }), hugo: { kind: 'publishes', params: { output: 'Learned C and' } } },
	{ code: 'yaml.quote', text: entry({ title: '62 - Tea: green' }), hugo: stops },
	{ code: 'yaml.quote', text: entry({ output: '"Deep" work' }), hugo: stops },
	{ code: 'yaml.quote', text: entry({ output: '@home' }), hugo: stops },
	{ code: 'yaml.quote', text: entry({ output: '`tea`' }), hugo: stops },
	{ code: 'yaml.quote', text: entry({ output: '%done' }), hugo: stops },
	{ code: 'yaml.quote', text: entry({ output: '*bold* tea' }), hugo: stops },
	{ code: 'yaml.quote', text: entry({ output: '&tea' }), hugo: { kind: 'publishes', params: { output: null } } },
	{ code: 'yaml.quote', text: entry({ output: '[[61]]' }), hugo: { kind: 'publishes', params: { output: [[61]] } } },
	{ code: 'yaml.quote', text: entry({ output: '[[61]] again' }), hugo: stops },
	{ code: 'link.unresolved', text: entry({}, '[[nobody]]\n'), hugo: { kind: 'publishes', content: '<p>[[nobody]]</p>\n' } },
	{ code: 'link.ambiguous', text: entry({}, '[[plan]]\n'), hugo: { kind: 'publishes', content: '<p>[[plan]]</p>\n' } },
	{ code: 'link.heading', text: entry({}, '[[61#Nowhere]]\n'), hugo: { kind: 'publishes', content: '<p>[[61#Nowhere]]</p>\n' } },
	{ code: 'shortcode.unclosed', text: entry({}, '{{< subscribe\n'), hugo: stops },
	{ code: 'shortcode.unclosed', text: entry({}, '{{< subscribe %}}\n'), hugo: stops },
	{ code: 'shortcode.unclosed', text: entry({}, '{{< subscribe a="b >}}\n'), hugo: stops },
	{ code: 'shortcode.unclosed', text: entry({}, 'x {{< /box >}}\n'), hugo: stops },
	{ code: 'shortcode.unknown', text: entry({}, '{{< subscrib >}}\n'), hugo: stops },
	{ code: 'shortcode.unknown', text: entry({}, '```\n{{< subscrib >}}\n```\n'), hugo: stops },
];

/** Entries in which nothing is wrong, however unusual they look. */
export const rightEntries: Readonly<Record<string, string>> = {
	plain: entry(),
	comments: entry({ input: '90 # minutes', output: '"A cup" # of tea', title: '62 - C# is fine' }),
	quotes: entry({ title: `'62 - It''s "tea"'`, output: '"A \\"cup\\": hot #1"' }),
	folded: entry({ output: '>-\n  A cup\n  of tea' }),
	lists: entry({ tags: '\n  - tea\n  - "green tea"\n  - 2022' }),
	'lists without indentation': entry({ tags: '\n- tea\n- "a, b"' }),
	'carriage returns': entry({ tags: '["tea"]' }).replaceAll('\n', '\r\n'),
	'byte order mark': `\ufeff${entry()}`,
	'no body': entry({}, '').trimEnd(),
	'blanks behind the delimiter': entry().replace('\n---\n', '\n--- \n'),
	'rule in the body': entry({}, 'One\n\n---\n\nTwo\n'),
	'number as title': entry({ title: '62' }),
	'civil date': entry({ date: '2022-12-02' }),
	'date in quotation marks': entry({ date: '"2022-12-02T06:21:40-07:00"' }),
	'date with a blank': entry({ date: '2022-12-02 06:21:40 -0700' }),
	'date of mail': entry({ date: 'Fri, 02 Dec 2022 06:21:40 -0700' }),
	'date in UTC': entry({ date: '2022-12-02T06:21:40.5Z' }),
	draft: entry({ draft: 'true' }),
	'not a draft': entry({ draft: 'False' }),
	'anchors that are used': entry({ a: '&a ["tea"]', tags: '*a' }),
	'nested fields': entry({ params: '\n  rating: 5\n  note: "x: y"' }),
	toml: `+++\ntitle = "62 - Tea"\ndate = 2022-12-02T06:21:40-07:00\nseries = ["Daily Log"]\ntags = ["tea", 'x #y']\ninput = 30\noutput = "A cup"\ndraft = false\n[params]\na = 1\n+++\nBody\n`,
	'toml, civil date': `+++\ntitle = '''62 - Tea'''\ndate = 2022-12-02\nseries = ["Daily Log"]\ninput = 30 # minutes\noutput = "A cup"\n+++\nBody\n`,
	json: `{\n  "title": "62 - Tea",\n  "date": "2022-12-02T06:21:40-07:00",\n  "series": ["Daily Log"],\n  "tags": ["tea"],\n  "input": 30,\n  "output": "A \\"cup\\""\n}\n\nBody\n`,
	'yaml in braces': `---\n{title: "62 - Tea", date: 2022-12-02, series: ["Daily Log"], input: 30, output: A cup}\n---\nBody\n`,
	shortcodes: entry(
		{},
		'{{< subscribe >}} {{% subscribe %}} {{< subscribe a="b" >}} {{< subscribe "x" `y` >}}\n\n{{< box >}}In{{< /box >}} {{< box / >}}\n',
	),
	'commented shortcodes': entry({}, '{{</* nothing here */>}} {{%/* box */%}} {{ .Title }}\n\n```\n{{</* box >}} */>}}\n```\n'),
	'shortcode over lines': entry({}, '{{< subscribe\n  a="b"\n  c="d" >}}\n'),
	'embedded shortcodes': entry({}, '{{< figure src="a.png" >}} {{< param output >}} {{< highlight go >}}x{{< /highlight >}}\n'),
};
