import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, describeLog, until, withLog, type Files } from '../logDriver.ts';

const evil = `<img src=x onerror=alert(1)> [go](command:workbench.view.extensions) ![p](https://evil.example/p.png) ![q\\\\](https://evil.example/q.png)`;

const body = `${evil}\n\n![r][1] ![https://evil.example/s.png](s.png) ![[https://evil.example/t.png]] ![[../../../private/u.png]] ![v](\\\\evil.example\\v.png)\n\n[1]: https://evil.example/r.png\n`;

const files: Files = {
	'1.md': `---\ntitle: ${JSON.stringify(`1 - ${evil}`)}\ndate: 2022-12-01T06:00:00-07:00\ninput: 30\noutput: ${JSON.stringify(evil)}\ntags: [${JSON.stringify(evil)}]\n---\n# ${evil}\n\n${body}\n- item ${evil} ^block\n`,
	'2.md': '---\ntitle: "2 - Day"\ndate: 2022-12-02T06:00:00-07:00\ninput: 30\noutput: x\n---\n[[\n\n[[1#\n\n[[1#^\n',
};

/** What is wrong with a text that is shown beside something else: it may do or fetch nothing. */
function dangersOf(text: unknown): readonly string[] {
	if (!(text instanceof vscode.MarkdownString)) {
		return text === undefined ? [] : ['no Markdown'];
	}
	// Pictures are marked by a `!` that nothing escapes; only those beside the note are shown.
	const pictures = [...text.value.matchAll(/(?<!\\)!\[(?:[^\]\\]|\\.)*\](?:\(([^)]*)\)|\[)/gu)].map(
		([, address = 'by reference']) => address,
	);
	return [
		...(text.isTrusted === true ? ['trusted'] : []),
		...(text.supportHtml === true ? ['HTML'] : []),
		...pictures.filter(address => !/^<?[\w-]+\.png>?$/u.test(address)),
	];
}

describeLog('a hostile note', () => {
	for (const [line, place] of ['as a whole', 'by a heading', 'by a block'].entries()) {
		it(`does and fetches nothing where it is offered ${place}`, () =>
			withLog(files, {}, async ({ folder }) => {
				const uri = at(`${folder}/2.md`);
				const position = new vscode.Position(6 + line * 2, 6);
				const documented = async (): Promise<readonly vscode.CompletionItem[]> => {
					const list = await vscode.commands.executeCommand<vscode.CompletionList>(
						'vscode.executeCompletionItemProvider',
						uri,
						position,
						undefined,
						20,
					);
					return list.items.filter(
						({ documentation }) => documentation instanceof vscode.MarkdownString && documentation.value.includes('onerror'),
					);
				};
				const [item] = await until('an item with its documentation', async () =>
					(await documented()).length > 0 ? documented() : undefined,
				);
				assert.deepEqual(dangersOf(item?.documentation), []);
			}));
	}

	it('does and fetches nothing in a hover, whose links are ours', () =>
		withLog({ ...files, '2.md': `${files['2.md'] ?? ''}\n[[1]]\n` }, {}, async ({ folder }) => {
			const hovers = await until('a hover', async () => {
				const found = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
					'vscode.executeHoverProvider',
					at(`${folder}/2.md`),
					new vscode.Position(12, 3),
				);
				return found.length > 0 ? found : undefined;
			});
			assert.deepEqual(
				hovers.flatMap(({ contents }) => contents.flatMap(dangersOf)),
				[],
			);
		}));
});
