import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import { activate, at, describeLog, until, withLog } from '../logDriver.ts';

const entry = (number: number): string => `---\ntitle: "${number} - Entry"\ndate: 2022-12-02T06:21:40-07:00\n---\nText.\n`;

describeLog('the plugin for Markdown previews, where nothing can be searched', () => {
	it('finds pictures beside other notes, the nearest first, and says which are not there', () =>
		withLog({ '1.md': entry(1), 'a/2/index.md': entry(2), 'b/3/index.md': entry(3) }, {}, async ({ folder }) => {
			for (const path of ['a/2/far.png', 'b/3/far.png', 'b/3/near.png']) {
				await vscode.workspace.fs.writeFile(at(`${folder}/${path}`), new Uint8Array());
			}
			const extend: unknown = Reflect.get(await activate(), 'extendMarkdownIt');
			const md = new MarkdownIt();
			assert.ok(typeof extend === 'function' && Reflect.apply(extend, undefined, [md]) === md);
			const render = (): string => md.render('![[near.png]] ![[far.png]] ![[none.png]]', { currentDocument: at(`${folder}/b/3/index.md`) });
			const html = await until('all three', () => (/<img.*<img.*daily-log-missing/su.test(render()) ? render() : undefined), render);
			assert.deepEqual(
				[...html.matchAll(/src="([^"]*)"/gu)].map(([, address]) => address),
				['near.png', 'far.png'],
			);
			const other = (): string => md.render('![[far.png]]', { currentDocument: at(`${folder}/1.md`) });
			assert.match(await until('the other', () => (other().includes('<img') ? other() : undefined), other), /src="a\/2\/far\.png"/u);
		}));
});
