import { sentence } from '../l10n.ts';

/** How grave a problem is, unless the user's settings say otherwise. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What there is to know of a code apart from its single problems. */
export interface CodeDescription {
	readonly severity: Severity;
	/** What is wrong, as a line of the table in the documentation; `t` translates it. */
	readonly summary: string;
	/** What the quick fix does; `''` where there is none. */
	readonly fix: string;
	/** The page that says so. */
	readonly page: string;
}

const frontMatterPage = 'https://gohugo.io/content-management/front-matter/';
const datesPage = 'https://gohugo.io/content-management/front-matter/#dates';
const draftPage = 'https://gohugo.io/getting-started/usage/#draft-future-and-expired-content';
const taxonomyPage = 'https://gohugo.io/content-management/taxonomies/#assign-terms-to-content';
const yamlPage = 'https://yaml.org/spec/1.2.2/#733-plain-style';
const shortcodePage = 'https://gohugo.io/content-management/shortcodes/';
/** Hugo knows no wiki links; this page says how they are written. */
const linkPage = 'https://help.obsidian.md/links';
const deprecationPage = 'https://gohugo.io/troubleshooting/deprecation/';
/** What the log itself asks for is said by no page of Hugo's; this one says how a page of one's own fields is written. */
const logPage = frontMatterPage;

/** Every code, in the order of the documentation. A rule is added here and in `rules.ts`, and nowhere else. */
export const codes = {
	'frontMatter.missing': {
		severity: 'warning',
		summary: sentence('An entry by folder and number has no front matter.'),
		fix: 'insert it',
		page: frontMatterPage,
	},
	'frontMatter.unclosed': {
		severity: 'error',
		summary: sentence('The front matter has no closing delimiter, or one that is not exactly `---`.'),
		fix: 'close it',
		page: frontMatterPage,
	},
	'frontMatter.syntax': {
		severity: 'error',
		summary: sentence('The front matter cannot be read.'),
		fix: 'quote the value, where that is the cure',
		page: frontMatterPage,
	},
	'frontMatter.duplicateKey': {
		severity: 'error',
		summary: sentence('A field is written twice, also by letter case.'),
		fix: 'remove one',
		page: frontMatterPage,
	},
	'frontMatter.leadingBlank': {
		severity: 'warning',
		summary: sentence('Spaces or blank lines come before the opening delimiter.'),
		fix: 'remove them',
		page: frontMatterPage,
	},
	'frontMatter.executable': {
		severity: 'error',
		summary: sentence('The block names a language, such as `---js`, that other programs would run. It is never run here.'),
		fix: '',
		page: frontMatterPage,
	},
	'field.missing': {
		severity: 'warning',
		summary: sentence('A field that the log’s entries have is absent. Title, date and series: error.'),
		fix: 'insert it',
		page: frontMatterPage,
	},
	'field.type': {
		severity: 'error',
		summary: sentence('A value has a type that Hugo or the log cannot use.'),
		fix: 'convert it, where nothing is lost',
		page: frontMatterPage,
	},
	'field.reserved': {
		severity: 'error',
		summary: sentence('A name means something else to Hugo, such as `outputs` for `output`.'),
		fix: 'rename it',
		page: frontMatterPage,
	},
	'field.unknown': {
		severity: 'hint',
		summary: sentence('A name is one or two letters away from a known one.'),
		fix: 'rename it',
		page: frontMatterPage,
	},
	'field.deprecated': {
		severity: 'warning',
		summary: sentence('Hugo has deprecated or removed the field.'),
		fix: 'rename it',
		page: deprecationPage,
	},
	'number.missing': { severity: 'error', summary: sentence('The entry has no number.'), fix: 'insert the next one', page: logPage },
	'number.duplicate': {
		severity: 'error',
		summary: sentence('Two entries have one number.'),
		fix: 'give it the next free number',
		page: logPage,
	},
	'number.gap': { severity: 'information', summary: sentence('A number is missing before this one.'), fix: 'renumber', page: logPage },
	'number.mismatch': {
		severity: 'warning',
		summary: sentence('Title and file or bundle name disagree about the number.'),
		fix: 'use either',
		page: logPage,
	},
	'number.order': { severity: 'warning', summary: sentence('Numbers and dates run in different orders.'), fix: '', page: logPage },
	'date.invalid': {
		severity: 'error',
		summary: sentence('Hugo cannot read the date; the build stops.'),
		fix: 'rewrite it',
		page: datesPage,
	},
	'date.noOffset': {
		severity: 'warning',
		summary: sentence('A time without an offset: Hugo takes UTC or the site’s zone.'),
		fix: 'add the local offset',
		page: datesPage,
	},
	'date.integer': {
		severity: 'error',
		summary: sentence('A bare number: Hugo counts seconds from 1970.'),
		fix: 'rewrite it as a date',
		page: datesPage,
	},
	'date.future': {
		severity: 'information',
		summary: sentence('The date is in the future: Hugo does not publish the entry yet.'),
		fix: '',
		page: draftPage,
	},
	'draft.notBoolean': {
		severity: 'error',
		summary: sentence('Anything but `true` and `false`: Hugo would publish, or hide, the entry.'),
		fix: 'write the boolean that was meant',
		page: draftPage,
	},
	'input.invalid': {
		severity: 'error',
		summary: sentence('The input is no number, as `1h30`, `1:30`, `90 min`.'),
		fix: 'write the minutes',
		page: logPage,
	},
	'input.range': { severity: 'warning', summary: sentence('The input is negative, or more than a day.'), fix: '', page: logPage },
	'output.empty': { severity: 'information', summary: sentence('A published entry does not say what came out.'), fix: '', page: logPage },
	'tags.notList': {
		severity: 'warning',
		summary: sentence('`tags: a, b` is one tag to Hugo, and breaks themes.'),
		fix: 'make it a list',
		page: taxonomyPage,
	},
	'tags.comment': { severity: 'error', summary: sentence('`tags: #x` is a comment, and no tag.'), fix: 'quote it', page: yamlPage },
	'tags.duplicate': {
		severity: 'warning',
		summary: sentence('A tag is listed twice, also by spellings that Hugo unifies.'),
		fix: 'keep the usual spelling',
		page: taxonomyPage,
	},
	'yaml.quote': {
		severity: 'error',
		summary: sentence('A value without quotation marks is cut off, or is no text at all: ` #`, `: `, `[[…]]`, `@`, `%`, `*`, `&`.'),
		fix: 'quote it',
		page: yamlPage,
	},
	'link.unresolved': {
		severity: 'information',
		summary: sentence('No note answers to the target of a wiki link.'),
		fix: 'create the note; the nearest name',
		page: linkPage,
	},
	'link.ambiguous': {
		severity: 'warning',
		summary: sentence('Several notes answer to the target of a wiki link equally well.'),
		fix: 'name one in full',
		page: linkPage,
	},
	'link.heading': {
		severity: 'warning',
		summary: sentence('The note that a wiki link leads to has no such heading or block.'),
		fix: 'the nearest heading',
		page: linkPage,
	},
	'shortcode.unclosed': {
		severity: 'error',
		summary: sentence('A shortcode call is not closed, or closed by the other kind of delimiter.'),
		fix: 'close it',
		page: shortcodePage,
	},
	'shortcode.unknown': {
		severity: 'warning',
		summary: sentence('Neither the site nor Hugo has this shortcode; the build stops.'),
		fix: 'the nearest name',
		page: shortcodePage,
	},
} as const satisfies Record<string, CodeDescription>;

export type ProblemCode = keyof typeof codes;
