import { sentence } from '../l10n.ts';

/** What a field's value is to be. `texts` is a list of texts, `maps` a list of maps or one. */
export type FieldType = 'text' | 'number' | 'boolean' | 'date' | 'texts' | 'map' | 'maps';

/** A field that means something to Hugo. */
export interface KnownField {
	/** As the documentation writes it; Hugo compares without letter case. */
	readonly name: string;
	readonly type: FieldType;
	/** A sentence for writers. */
	readonly meaning: string;
	readonly page: string;
}

const frontMatter = 'https://gohugo.io/content-management/front-matter/';
const urls = 'https://gohugo.io/content-management/urls/';
const taxonomies = 'https://gohugo.io/content-management/taxonomies/#assign-terms-to-content';

/** The fields that Hugo reads, the usual ones of an entry first. */
export const knownFields: readonly KnownField[] = [
	{ name: 'title', type: 'text', meaning: sentence('The title of the page.'), page: `${frontMatter}#title` },
	{
		name: 'date',
		type: 'date',
		meaning: sentence('When the page was written; it orders the pages, and a page of the future is not published yet.'),
		page: `${frontMatter}#date`,
	},
	{
		name: 'series',
		type: 'texts',
		meaning: sentence('The series the page belongs to, where the site declares this taxonomy.'),
		page: taxonomies,
	},
	{
		name: 'tags',
		type: 'texts',
		meaning: sentence('What the page is about: each tag gets a page that lists its pages.'),
		page: taxonomies,
	},
	{ name: 'categories', type: 'texts', meaning: sentence('The broad groups the page belongs to.'), page: taxonomies },
	{
		name: 'draft',
		type: 'boolean',
		meaning: sentence('With true, the page is left out of the published site.'),
		page: `${frontMatter}#draft`,
	},
	{
		name: 'description',
		type: 'text',
		meaning: sentence('A sentence about the page, for search engines and previews.'),
		page: `${frontMatter}#description`,
	},
	{
		name: 'summary',
		type: 'text',
		meaning: sentence('The summary shown in lists, in place of the beginning of the text.'),
		page: `${frontMatter}#summary`,
	},
	{
		name: 'slug',
		type: 'text',
		meaning: sentence('The last part of the page’s address, in place of the file’s name.'),
		page: `${urls}#slug`,
	},
	{
		name: 'url',
		type: 'text',
		meaning: sentence('The page’s whole address below the site’s, in place of the usual one.'),
		page: `${urls}#url`,
	},
	{ name: 'aliases', type: 'texts', meaning: sentence('Older addresses of the page; each leads on to it.'), page: `${urls}#aliases` },
	{ name: 'lastmod', type: 'date', meaning: sentence('When the page was last changed.'), page: `${frontMatter}#lastmod` },
	{
		name: 'publishDate',
		type: 'date',
		meaning: sentence('Before this moment the page is not published.'),
		page: `${frontMatter}#publishdate`,
	},
	{
		name: 'expiryDate',
		type: 'date',
		meaning: sentence('From this moment on the page is no longer published.'),
		page: `${frontMatter}#expirydate`,
	},
	{ name: 'modified', type: 'date', meaning: sentence('Another name for lastmod.'), page: `${frontMatter}#lastmod` },
	{ name: 'pubdate', type: 'date', meaning: sentence('Another name for publishDate.'), page: `${frontMatter}#publishdate` },
	{ name: 'published', type: 'date', meaning: sentence('Another name for publishDate.'), page: `${frontMatter}#publishdate` },
	{ name: 'unpublishdate', type: 'date', meaning: sentence('Another name for expiryDate.'), page: `${frontMatter}#expirydate` },
	{ name: 'linkTitle', type: 'text', meaning: sentence('A shorter title for links to the page.'), page: `${frontMatter}#linktitle` },
	{
		name: 'weight',
		type: 'number',
		meaning: sentence('The place in lists: light pages come first, 0 and none come last.'),
		page: `${frontMatter}#weight`,
	},
	{ name: 'keywords', type: 'texts', meaning: sentence('Words by which related pages are found.'), page: `${frontMatter}#keywords` },
	{ name: 'layout', type: 'text', meaning: sentence('The name of the template that renders the page.'), page: `${frontMatter}#layout` },
	{
		name: 'type',
		type: 'text',
		meaning: sentence('The kind of content, which chooses the template, in place of the section’s name.'),
		page: `${frontMatter}#type`,
	},
	{
		name: 'outputs',
		type: 'texts',
		meaning: sentence('The formats the page is rendered in, such as html and json. What came out of a day is another field: output.'),
		page: `${frontMatter}#outputs`,
	},
	{
		name: 'headless',
		type: 'boolean',
		meaning: sentence('With true, a leaf bundle is neither rendered nor listed.'),
		page: `${frontMatter}#headless`,
	},
	{
		name: 'build',
		type: 'map',
		meaning: sentence('Whether the page is rendered, listed, and its files published.'),
		page: 'https://gohugo.io/content-management/build-options/',
	},
	{ name: 'cascade', type: 'maps', meaning: sentence('Fields that the pages below this one inherit.'), page: `${frontMatter}#cascade-1` },
	{ name: 'menus', type: 'maps', meaning: sentence('The menus that the page stands in.'), page: `${frontMatter}#menus` },
	{ name: 'menu', type: 'maps', meaning: sentence('Another name for menus.'), page: `${frontMatter}#menus` },
	{
		name: 'resources',
		type: 'maps',
		meaning: sentence('Titles and fields for the files of a leaf bundle.'),
		page: 'https://gohugo.io/content-management/page-resources/#metadata',
	},
	{ name: 'params', type: 'map', meaning: sentence('Fields of your own, for the templates of the site.'), page: `${frontMatter}#params` },
	{ name: 'sitemap', type: 'map', meaning: sentence('How the page stands in the sitemap.'), page: 'https://gohugo.io/templates/sitemap/' },
	{
		name: 'sites',
		type: 'map',
		meaning: sentence('The languages, versions and roles the page is built for (Hugo 0.153 and later).'),
		page: `${frontMatter}#sites`,
	},
	{
		name: 'isCJKLanguage',
		type: 'boolean',
		meaning: sentence('With true, words are counted as in Chinese, Japanese and Korean.'),
		page: `${frontMatter}#iscjklanguage`,
	},
	{
		name: 'markup',
		type: 'text',
		meaning: sentence('The language the text is written in, in place of what the file’s ending says.'),
		page: `${frontMatter}#markup`,
	},
	{
		name: 'translationKey',
		type: 'text',
		meaning: sentence('A name shared by the translations of one page.'),
		page: `${frontMatter}#translationkey`,
	},
];

const byName: ReadonlyMap<string, KnownField> = new Map(knownFields.map(field => [field.name.toLowerCase(), field]));

/** What Hugo knows of a field of that name, in any letter case; undefined where it is the writer's own. */
export function knownField(name: string): KnownField | undefined {
	return byName.get(name.toLowerCase());
}
