import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import { activate, at, describeLog, until, withLog } from '../logDriver.ts';

/** The engine that the extension makes of a bare one. */
async function engine(): Promise<MarkdownIt> {
	const extend: unknown = Reflect.get(await activate(), 'extendMarkdownIt');
	assert.ok(typeof extend === 'function', 'the extension gives no plugin away');
	const md = new MarkdownIt();
	assert.equal(Reflect.apply(extend, undefined, [md]), md);
	return md;
}

const entry = (number: number, body: string): string => `---\ntitle: "${number} - Entry"\ndate: 2022-12-02T06:21:40-07:00\n---\n${body}`;

describeLog('the plugin for Markdown previews', () => {
	it('knows the log, reads notes that are not open, and finds pictures', () =>
		withLog({ '1.md': entry(1, 'One.'), '2.md': entry(2, '') }, {}, async ({ folder }) => {
			await vscode.workspace.fs.writeFile(at(`${folder}/a.png`), new Uint8Array());
			const md = await engine();
			const render = (): string => md.render('[[1]]\n\n![[1]]\n\n![[a.png|20]]', { currentDocument: at(`${folder}/2.md`) });
			const html = await until('the text and the picture', () => (/One\..*<img/su.test(render()) ? render() : undefined), render);
			assert.match(html, /#2<.*<p><a class="daily-log-link" href="1\.md".*>One\..*<img src="a\.png" width="20"/su);
		}));

	it('leaves other documents alone', async () => {
		const md = await engine();
		const plain = '<p>[[1]]</p>\n';
		assert.deepEqual([md.render('[[1]]'), md.render('[[1]]', { currentDocument: vscode.Uri.parse('untitled:x.md') })], [plain, plain]);
	});
});
