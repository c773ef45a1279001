import assert from 'node:assert/strict';
import type { SiteFile } from '../../src/core/siteFiles.ts';
import { siteShortcodes } from '../../src/core/siteShortcodes.ts';

const paths = [
	'layouts/shortcodes/subscribe.html',
	'layouts/shortcodes/sub/Name.rss.xml',
	'layouts/_shortcodes/new.html',
	'layouts/blog/_shortcodes/deep.html',
	'layouts/partials/shortcodes/not.html',
	'themes/plain/layouts/shortcodes/themed.en.html',
	'themes/plain/layouts/index.html',
];

function names(configuration: readonly SiteFile[] = [], files: readonly string[] = paths): readonly string[] | undefined {
	const found = siteShortcodes({ paths: files, configuration });
	return found && [...found];
}

describe('the shortcodes of a site', () => {
	it('are the templates of the site and its themes', () => {
		assert.deepEqual(names(), ['subscribe', 'sub/Name', 'sub/name', 'new', 'deep', 'themed']);
		assert.deepEqual(names([], ['layouts/index.html']), []);
	});

	it('are known where the theme is there', () => {
		const files = [
			{ path: 'hugo.toml', text: 'theme = "plain"\n[params]\nx = 1\n' },
			{ path: 'config.yaml', text: 'Theme: [plain]\nmodule:\n  imports: []\n' },
			{ path: 'config/_default/hugo.json', text: '{ "title": "x" }' },
			{ path: 'hugo.yaml', text: '' },
			{ path: 'config/_default/notes.txt', text: '{' },
		];
		assert.deepEqual(
			files.map(file => names([file])?.length),
			[6, 6, 6, 6, 6],
		);
	});

	it('are not known without layouts, and with themes or modules from elsewhere', () => {
		const files = [
			{ path: 'hugo.toml', text: 'theme = "other"\n' },
			{ path: 'hugo.yaml', text: 'theme: [plain, other]\n' },
			{ path: 'hugo.yaml', text: 'module:\n  imports:\n    - path: github.com/x/y\n' },
			{ path: 'config/_default/module.toml', text: '[[imports]]\npath = "github.com/x/y"\n' },
			{ path: 'hugo.toml', text: '[[module.mounts]]\nsource = "x"\ntarget = "layouts"\n' },
			{ path: 'hugo.toml', text: 'theme = \n' },
		];
		assert.deepEqual(
			files.map(file => names([file])),
			files.map(() => undefined),
		);
		assert.equal(names([], []), undefined);
		assert.equal(names([], [...paths, 'go.mod']), undefined);
	});
});
