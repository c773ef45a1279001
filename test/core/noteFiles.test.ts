import assert from 'node:assert/strict';
import { globsOfPath, NoteFiles, type FolderNames } from '../../src/core/noteFiles.ts';

function folder(path: string, files: readonly string[] = [], folders: readonly string[] = [], ignoreText?: string): FolderNames {
	return { path, files, folders, ignoreText };
}

function notes(globs: readonly string[], folders: readonly FolderNames[], paths: readonly string[]): readonly string[] {
	const files = new NoteFiles(globs);
	folders.forEach(each => {
		files.learn(each);
	});
	return paths.filter(path => files.isNote(path));
}

describe('which files are notes', () => {
	it('Markdown pages, hidden ones apart', () => {
		assert.deepEqual(notes([], [], ['a.md', 'b.MARKDOWN', 'c.txt', '.d.md', '.git/e.md', 'node_modules/f/g.md', 'h/_index.md']), [
			'a.md',
			'b.MARKDOWN',
			'h/_index.md',
		]);
	});

	it('not what the settings leave out', () => {
		assert.deepEqual(notes(['**/old', 'drafts/*.md', 'x'], [], ['a/old/b.md', 'drafts/c.md', 'drafts/deep/d.md', 'x/e.md', 'x.md']), [
			'drafts/deep/d.md',
			'x.md',
		]);
		assert.deepEqual(
			notes(['**/{old,tmp}', 'a/**', '*.draft.md'], [], ['b/old/x.md', 'b/tmp/x.md', 'a/b/c.md', 'x.draft.md', 'b/x.draft.md', 'ok.md']),
			['b/x.draft.md', 'ok.md'],
		);
	});

	it('not what .gitignore names, the nearest one deciding', () => {
		const folders = [folder('', [], [], 'private/\n*.tmp.md\n/top.md\n'), folder('a', [], [], '!keep.tmp.md\n')];
		assert.deepEqual(notes([], folders, ['private/x.md', 'a/private/x.md', 'y.tmp.md', 'a/keep.tmp.md', 'top.md', 'a/top.md']), [
			'a/keep.tmp.md',
			'a/top.md',
		]);
	});

	it('not Hugo’s output, but any other folder of that name', () => {
		const folders = [folder('site', ['hugo.toml'], ['content', 'public'])];
		assert.deepEqual(notes([], folders, ['site/public/x.md', 'site/resources/x.md', 'site/content/public/x.md', 'public/x.md']), [
			'site/content/public/x.md',
			'public/x.md',
		]);
	});

	it('not the resources of a leaf bundle in a site, while elsewhere an index.md makes no bundle', () => {
		const folders = [folder('', ['hugo.toml'], ['content']), folder('content/log/62', ['index.md']), folder('notes', ['index.md'])];
		assert.deepEqual(
			notes([], folders, [
				'content/log/62/index.md',
				'content/log/62/data.md',
				'content/log/62/deep/more.md',
				'content/log/63.md',
				'notes/index.md',
				'notes/x.md',
			]),
			['content/log/62/index.md', 'content/log/63.md', 'notes/index.md', 'notes/x.md'],
		);
	});

	it('not what makes up a site, though its folders lead to notes elsewhere', () => {
		const parts = ['archetypes', 'assets', 'data', 'i18n', 'layouts', 'static', 'themes'];
		const folders = [folder('site', ['hugo.toml'], ['content', ...parts])];
		const inside = parts.flatMap(part => [`site/${part}/1.md`, `site/${part}/deep/content/1.md`]);
		const elsewhere = parts.flatMap(part => [`${part}/1.md`, `site/content/${part}/1.md`]);
		assert.deepEqual(notes([], folders, [...inside, ...elsewhere]), elsewhere);
		const files = new NoteFiles([]);
		folders.forEach(each => {
			files.learn(each);
		});
		assert.equal(files.isFolderExcluded('site/layouts'), false);
	});

	it('not the file of a path, whatever its name', () => {
		for (const path of ['daily.md', 'a/{x}.md', 'a/[b] c!.md', '#1.md']) {
			assert.deepEqual(notes(globsOfPath(path), [], [path, `deep/${path}`]), [`deep/${path}`]);
		}
		assert.deepEqual(globsOfPath(''), []);
	});

	it('leave out nothing for a line that would be tried in countless ways on a deep path, and all for the others', () => {
		const endless = `${'**/a/'.repeat(20)}b.md`;
		const deep = `${'a/'.repeat(60)}x.md`;
		const folders = [folder('', [], [], `${endless}\r\n**/a/**/no/**/c.md\nreport.[0-9]*.[0-9]*.[0-9]*.md\n`)];
		assert.deepEqual(notes([endless, '**/p/**/q'], folders, [deep, 'a/b/no/d/c.md', 'report.1.2.3.md', 'p/r/q/x.md']), [deep]);
	});

	it('knows where the site is', () => {
		const files = new NoteFiles([]);
		assert.equal(files.site(), undefined);
		files.learn(folder('web/example', ['hugo.yaml']));
		files.learn(folder('web', ['config.toml'], ['content']));
		assert.equal(files.site(), 'web');
	});
});
