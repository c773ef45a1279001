import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, describeLog, run, until, withLog, write, type Files, type LogSettings } from '../logDriver.ts';

const head = (number: number, title: string): string =>
	`---\ntitle: "${number} - ${title}"\ndate: 2022-12-0${number}T06:21:40-07:00\ninput: 30\n---\n`;

const files: Files = { '1.md': `${head(1, 'First')}\nText of *one*.\n\n## Wood & glue\n\nMore.\n` };

/** Runs a test with what VS Code's own engine makes of an entry with that text, which is asked again until it has what is waited for. */
async function rendered(text: string, settings: LogSettings, awaited: string): Promise<string> {
	let html = '';
	await withLog({ ...files, '2.md': head(2, 'Second') + text }, settings, async ({ folder }) => {
		const document = await vscode.workspace.openTextDocument(at(`${folder}/2.md`));
		html = await until(
			awaited,
			async () => {
				// The engine keeps what it made of a version of a document; a preview that is open is told to forget it.
				await run('markdown.preview.refresh');
				const made = await vscode.commands.executeCommand<string>('markdown.api.render', document);
				return made.includes(awaited) ? made : undefined;
			},
			() => html,
		);
	});
	return html;
}

/** VS Code's Markdown extension must run in the same host: not for the web, where the tests' server runs it elsewhere. */
describeLog('the Markdown preview', () => {
	it('shows links as VS Code’s own engine does: to the file, to the id of the heading', async () => {
		const html = await rendered('[[1]] and [[1#Wood & glue|glue]], not [[Nothing]]', {}, 'daily-log-link');
		assert.match(html, /<a class="daily-log-link" href="1\.md" data-href="1\.md" title="1 - First · [^"]*2022">1<\/a> and/u);
		assert.match(html, /href="1\.md#wood--glue"[^>]*>glue<\/a>, not <span class="daily-log-link daily-log-missing"/u);
	});

	it('gives a heading the id that links go to', async () => {
		const html = await rendered('[[#A – b, c]]\n\n## A – b, c\n\n![[1]]', {}, 'Wood');
		const [, fragment] = /href="#([^"]*)"/u.exec(html) ?? [];
		assert.match(html, new RegExp(`<h2[^>]* id="${fragment ?? 'nothing'}"`, 'u'));
	});

	it('shows a note within another, from the disk', async () => {
		const html = await rendered('![[1]]', {}, 'Text of <em>one</em>');
		assert.match(html, /<div class="daily-log-embed">.*>1 - First<\/a><\/div>/su);
		assert.doesNotMatch(html, /id="wood/u);
	});

	it('begins an entry with a header in the place of its front matter', async () => {
		const html = await rendered('Body.', {}, 'daily-log-entry');
		assert.match(html, /<span class="daily-log-number">#2<\/span>.*30 min.*>Second<\/div>.*Body\./su);
		assert.doesNotMatch(html, /class="frontmatter"|title:/u);
	});

	it('keeps the lines, by which it scrolls', async () => {
		const html = await rendered('\n{{< youtube\n  x >}}\n\n[[1]]', {}, 'daily-log-shortcode');
		assert.deepEqual(
			[...html.matchAll(/<p data-line="(\d+)"/gu)].map(([, line]) => line),
			['6', '9'],
		);
	});

	it('leaves links alone where wiki links are switched off', async () => {
		const html = await rendered('[[1]] {{< x >}}', { 'wikiLinks.enabled': false }, 'daily-log-shortcode');
		assert.match(html, /\[\[1\]\]/u);
	});

	it('leaves a text that is no document alone', async () => {
		assert.match(await vscode.commands.executeCommand<string>('markdown.api.render', '[[1]] {{< x >}}'), /\[\[1\]\] \{\{&lt; x &gt;\}\}/u);
	});

	it('is rendered again when a title changes', () =>
		withLog({ ...files, '2.md': `${head(2, 'Second')}[[1]]` }, {}, async ({ folder }) => {
			const document = await vscode.workspace.openTextDocument(at(`${folder}/2.md`));
			const title = async (wanted: string): Promise<unknown> =>
				until(wanted, async () => (await vscode.commands.executeCommand<string>('markdown.api.render', document)).includes(wanted));
			await title('1 - First');
			await write(`${folder}/1.md`, head(1, 'Renamed'));
			await title('1 - Renamed');
		}));
});
