import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { atCaret } from '../../support/caret.ts';
import { typeAndAccept } from '../completionDriver.ts';
import { at, describeLog, instant, withLog, write, type Files } from '../logDriver.ts';

const entry = (number: number, tags: string): string =>
	`---\ntitle: "${number} - Entry"\ndate: 2022-12-0${number}T06:21:40-07:00\ntags: ${tags}\nzmood: calm\ntoc: false\ninput: 90\n---\nText.\n`;

const files: Files = { '1.md': entry(1, '[zebra, zinc]'), '2.md': entry(2, '["zebra", "Z: a"]') };

/** Shows the text as entry 3, not saved, with the caret where `|` stands. */
async function open(folder: string, marked: string): Promise<vscode.TextEditor> {
	const { text, caret } = atCaret(marked);
	const uri = at(`${folder}/3.md`);
	if (!vscode.workspace.textDocuments.some(document => document.uri.toString() === uri.toString())) {
		await write(`${folder}/3.md`, text);
	}
	const editor = await vscode.window.showTextDocument(uri);
	const { document } = editor;
	await editor.edit(edit => {
		edit.replace(new vscode.Range(0, 0, document.lineCount, 0), text);
	});
	const position = document.positionAt(caret);
	editor.selection = new vscode.Selection(position, position);
	return editor;
}

function complete(document: vscode.TextDocument, position: vscode.Position): Thenable<vscode.CompletionList> {
	return vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, position);
}

/** What our provider offers at the caret: labels and details. Words of the text and snippets, which VS Code may add, are left out. */
async function offered({ document, selection }: vscode.TextEditor): Promise<readonly string[]> {
	const list = await complete(document, selection.active);
	return list.items.flatMap(({ label, kind, detail = '' }) =>
		detail === '' || kind === vscode.CompletionItemKind.Snippet ? [] : [`${typeof label === 'string' ? label : label.label}: ${detail}`],
	);
}

const rest = (line: string): string => `---\ntitle: "3 - Entry"\n${line}\n---\nText.\n`;

/** Types, takes what the list offers first, and returns the whole text. */
async function typed(editor: vscode.TextEditor, text: string): Promise<string> {
	await typeAndAccept(editor, text);
	return editor.document.getText();
}

describeLog('completion in front matter', () => {
	it('offers tags with their counts, in lists of every kind', async () => {
		await withLog(files, {}, async ({ folder }) => {
			for (const line of ['tags: ["|"]', 'tags: [|', 'tags:\n  - |', 'tags: |']) {
				const ours = (await offered(await open(folder, rest(line)))).filter(item => item.startsWith('z') || item.startsWith('Z'));
				assert.deepEqual(ours, ['zebra: used 2 times', 'Z: a: used once', 'zinc: used once'], line);
			}
		});
	});

	it('offers the fields that are missing, the values that are usual, and now', async () => {
		await withLog(files, {}, async ({ folder, api }) => {
			const fields = await offered(await open(folder, rest('|')));
			assert.deepEqual(fields.slice(0, 5), [
				'date: in 2 entries',
				'tags: in 2 entries',
				'zmood: in 2 entries',
				'toc: in 2 entries',
				'input: in 2 entries',
			]);
			assert.ok(fields.includes('draft: Hugo'), fields.join());
			assert.deepEqual(await offered(await open(folder, rest('zmood: |'))), ['calm: in 2 entries']);
			api.clock.set(instant('2022-12-03T07:00:00-07:00'));
			assert.deepEqual(await offered(await open(folder, rest('date: |'))), ['2022-12-03T07:00:00-07:00: now']);
		});
	});

	it('explains a field of Hugo’s', async () => {
		await withLog(files, {}, async ({ folder }) => {
			const { document, selection } = await open(folder, rest('dra|'));
			const { items } = await complete(document, selection.active);
			const documentation = items.find(({ label }) => label === 'draft')?.documentation;
			assert.ok(documentation instanceof vscode.MarkdownString);
			assert.match(documentation.value, /published.*\(https:\/\/gohugo\.io\/content-management\/front-matter\/#draft\)/su);
		});
	});

	it('offers nothing in the body', async () => {
		await withLog(files, {}, async ({ folder }) => {
			assert.deepEqual(await offered(await open(folder, `${rest('draft: true')}tags: |`)), []);
		});
	});

	it('takes fields of other names for terms, as the settings say', async () => {
		await withLog(files, { 'tags.fields': ['zmood'] }, async ({ folder }) => {
			assert.deepEqual(await offered(await open(folder, rest('zmood: ["|"]'))), ['calm: used 2 times']);
			assert.deepEqual(await offered(await open(folder, rest('tags: ["|"]'))), []);
		});
	});

	it('comes up on its own, and puts no quotation mark twice', async () => {
		await withLog(files, {}, async ({ folder }) => {
			assert.equal(await typed(await open(folder, rest('tags: ["|"]')), 'zeb'), rest('tags: ["zebra"]'));
			assert.equal(await typed(await open(folder, rest('tags: ["zebra"|]')), ', "zin'), rest('tags: ["zebra", "zinc"]'));
			assert.equal(await typed(await open(folder, rest('tags:\n  -|')), ' Z'), rest('tags:\n  - "Z: a"'));
			assert.equal(await typed(await open(folder, rest('draft:|')), ' f'), rest('draft: false'));
			assert.equal(await typed(await open(folder, rest('|')), 'zmo'), rest('zmood: '));
		});
	});

	it('asks again with each letter, and offers nothing that is written in full, so that Enter goes to the next line', async () => {
		await withLog(files, {}, async ({ folder }) => {
			const { document, selection } = await open(folder, rest('zmood: cal|'));
			const list = await complete(document, selection.active);
			assert.equal(list.isIncomplete, true);
			assert.deepEqual(await offered(await open(folder, rest('zmood: calm|'))), []);
		});
	});
});
