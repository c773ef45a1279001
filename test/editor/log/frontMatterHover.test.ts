import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { atCaret } from '../../support/caret.ts';
import { at, describeLog, instant, withLog, write, type Files, type TestLog } from '../logDriver.ts';

const entry = (number: number, input: number, tags = '[zebra]'): string =>
	`---\ntitle: "${number} - *Entry*"\ndate: 2022-12-0${number}T06:21:40-07:00\ntags: ${tags}\ninput: ${input}\n---\nText.\n`;

const files: Files = { '1.md': entry(1, 30), '2.md': entry(2, 60), '3.md': entry(3, 90), '4.md': entry(4, 0, '[ZEBRA]') };

/** The hover where `|` stands in the text of entry 5, paragraph by paragraph, without the marks that keep Markdown from reading it. */
async function hover({ folder, api }: TestLog, marked: string): Promise<readonly string[]> {
	api.clock.set(instant('2022-12-05T12:00:00-07:00'));
	const { text, caret } = atCaret(marked);
	const uri = at(`${folder}/5.md`);
	if (!vscode.workspace.textDocuments.some(document => document.uri.toString() === uri.toString())) {
		await write(`${folder}/5.md`, text);
	}
	const editor = await vscode.window.showTextDocument(uri);
	const { document } = editor;
	await editor.edit(edit => {
		edit.replace(new vscode.Range(0, 0, document.lineCount, 0), text);
	});
	const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
		'vscode.executeHoverProvider',
		document.uri,
		document.positionAt(caret),
	);
	const contents = hovers.flatMap(({ contents: all }) => all).map(one => (one instanceof vscode.MarkdownString ? one.value : ''));
	return contents.flatMap(one => one.split(/\n\n/u).map(plain));
}

function plain(paragraph: string): string {
	return paragraph.replaceAll('&nbsp;', ' ').replaceAll(/\\(?=\W)/gu, '');
}

const head = (lines: string): string => `---\ntitle: "5 - Entry"\n${lines}\n---\nText.\n`;

describeLog('hover in front matter', () => {
	it('tells weekday, age and offset of a date', async () => {
		await withLog(files, { weekStartsOn: 'monday' }, async log => {
			assert.deepEqual(await hover(log, head('date: 2022-12-0|2T06:21:40-07:00')), ['Friday, December 2, 2022 · 3 days ago', 'UTC−07:00']);
			assert.deepEqual(await hover(log, head('date: 2022-12-0|2')), [
				'Friday, December 2, 2022 · 3 days ago',
				'A day without a time: Hugo takes its beginning, in the time zone of the site, else in UTC.',
			]);
			assert.deepEqual(await hover(log, head('date: 2022-12-0|9T06:21:40Z')), [
				'Friday, December 9, 2022 · in 4 days',
				'UTC',
				'Hugo does not publish the page before this moment, unless it is told to build the future.',
			]);
			assert.deepEqual(await hover(log, head('date: some|day')), []);
		});
	});

	it('tells input in words, and its share of the week', async () => {
		await withLog(files, { weekStartsOn: 'monday' }, async log => {
			assert.deepEqual(await hover(log, head('date: 2022-12-02T08:00:00-07:00\ninput: 9|0')), [
				'1 h 30 min',
				'33 % of the 4 h 30 min of its week, Nov 28 to Dec 4',
			]);
			assert.deepEqual(await hover(log, head('input: 1|h30')), []);
		});
	});

	it('tells how often a tag is used, and in which of the latest entries', async () => {
		await withLog(files, {}, async log => {
			assert.deepEqual(await hover(log, head('tags: [a, ze|bra]')), [
				'zebra: used 5 times',
				'Latest: 5 - Entry · 4 - *Entry* · 3 - *Entry*',
			]);
			assert.deepEqual(await hover(log, head('tags:\n  - "[zlink](command:|x)"')), ['[zlink](command:x): used once', 'Latest: 5 - Entry']);
		});
	});

	it('tells what a field means to Hugo, and what ours mean', async () => {
		await withLog(files, {}, async log => {
			const [meaning, link] = await hover(log, head('dra|ft: true'));
			assert.match(meaning ?? '', /^With true, the page is left out/u);
			assert.equal(link, '[Hugo’s documentation](https://gohugo.io/content-management/front-matter/#draft)');
			assert.deepEqual(await hover(log, head('in|put: 30')), [
				'Minutes worked: a whole number from 0 to 1440. The status bar adds them up.',
			]);
			assert.deepEqual(await hover(log, head('mi|ne: 30')), []);
		});
	});

	it('tells nothing in the body', async () => {
		await withLog(files, {}, async log => {
			assert.deepEqual(await hover(log, `${head('draft: true')}dra|ft: true`), []);
		});
	});
});
