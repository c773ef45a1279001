import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codes, type ProblemCode } from '../../../src/core/problems/codes.ts';
import { at, describeLog, list, pause, read, run, set, until, withLog } from '../logDriver.ts';
import { actionsAt, entry, openAt, perform, untilCodes } from '../problemsDriver.ts';

interface Case {
	readonly code: ProblemCode;
	readonly text: string;
	/** The first action of the code: its title, whether it is the preferred one, and the whole text after it. */
	readonly fix: string;
	readonly preferred: boolean;
	readonly after: string;
}

/** A mistake in the fields of a sound entry, and what its first fix makes of it. */
function fieldCase(code: ProblemCode, [field, before, after]: readonly [string, string, string], fix: string, preferred = true): Case {
	return { code, text: entry(2, { [field]: before }), fix, preferred, after: entry(2, { [field]: after }) };
}

const cases: readonly Case[] = [
	fieldCase('draft.notBoolean', ['draft', 'draft: yes # was', 'draft: true # was'], 'Write true'),
	fieldCase('input.invalid', ['input', 'input:  1h30', 'input:  90'], 'Write 90'),
	fieldCase('tags.notList', ['tags', 'tags: daily-log, wood', 'tags: ["daily-log", "wood"]'], 'Write ["daily-log", "wood"]'),
	fieldCase('tags.comment', ['tags', 'tags: #wood', 'tags: ["wood"]'], "Quote it in 'tags'"),
	fieldCase('tags.duplicate', ['tags', 'tags: ["daily-log", "Daily Log", x]', 'tags: ["daily-log", x]'], "Remove 'Daily Log'"),
	fieldCase('yaml.quote', ['output', 'output: Glued #3 and more', 'output: "Glued #3 and more"'], 'Quote the output', false),
	fieldCase('field.reserved', ['output', 'outputs: "Done"', 'output: "Done"'], "Rename 'outputs' to 'output'"),
	fieldCase('field.deprecated', ['more', '_build: { list: never }', 'build: { list: never }'], "Rename '_build' to 'build'"),
	fieldCase('field.unknown', ['more', 'wieght: 5', 'weight: 5'], "Rename 'wieght' to 'weight'", false),
	fieldCase('date.noOffset', ['date', 'date: 2022-12-02T06:00:00', 'date: 2022-12-02T06:00:00-07:00'], 'Write 2022-12-02T06:00:00-07:00'),
	fieldCase('date.integer', ['date', 'date: 20221202', 'date: 2022-12-02'], 'Write 2022-12-02'),
	fieldCase(
		'date.invalid',
		['date', 'date: 2022-12-2T06:00:00-07:00', 'date: 2022-12-02T06:00:00-07:00'],
		'Write 2022-12-02T06:00:00-07:00',
	),
	fieldCase('field.missing', ['draft', '', 'draft: true'], "Insert 'draft: true'", false),
	fieldCase('frontMatter.duplicateKey', ['more', 'Draft: false', ''], "Remove this 'Draft'"),
	fieldCase('frontMatter.syntax', ['title', 'title: "2 - Entry', 'title: "2 - Entry"'], 'Close the quotation mark'),
	{
		code: 'frontMatter.leadingBlank',
		text: `\n\n${entry(2)}`,
		fix: 'Remove what stands before the front matter',
		preferred: true,
		after: entry(2),
	},
	{ code: 'frontMatter.unclosed', text: entry(2).replace('---\n\n', '-----\n\n'), fix: 'Write ---', preferred: true, after: entry(2) },
	{
		code: 'shortcode.unclosed',
		text: entry(2, {}, '\n{{< figure src="a.png"\n'),
		fix: "Write '>}}'",
		preferred: false,
		after: entry(2, {}, '\n{{< figure src="a.png" >}}\n'),
	},
	{
		code: 'shortcode.unknown',
		text: entry(2, {}, '\n{{< figur src="a.png" >}}\n'),
		fix: "Change to 'figure'",
		preferred: false,
		after: entry(2, {}, '\n{{< figure src="a.png" >}}\n'),
	},
];

/** A sound log around entry 2. */
const others = { '1.md': entry(1), '3.md': entry(3), '4.md': entry(4), '5.md': entry(5) };

function titlesOf(actions: ReadonlyMap<string, vscode.CodeAction>): readonly string[] {
	return [...actions.keys()];
}

/** Applies what the refactor preview shows, until the command has ended. */
async function throughPreview(running: Promise<void>): Promise<void> {
	const state = { running: true };
	const ended = running.finally(() => {
		state.running = false;
	});
	for (const end = Date.now() + 15_000; state.running && Date.now() < end;) {
		await run('refactorPreview.apply');
		await pause(400);
	}
	await ended;
}

describeLog('quick fixes', () => {
	for (const { code, text, fix, preferred, after: mended } of cases) {
		it(`mend ${code}: nothing but its bytes, and one undo takes it back`, async () => {
			await withLog({ ...others, '2.md': text }, {}, async ({ folder }) => {
				const path = `${folder}/2.md`;
				const { editor, range } = await openAt(path, code);
				const [first] = (await actionsAt(path, range)).values();
				assert.deepEqual(
					[first?.title, first?.kind?.value, first?.isPreferred === true, first?.edit?.size],
					[fix, vscode.CodeActionKind.QuickFix.value, preferred, 1],
				);
				await perform(first);
				assert.equal(editor.document.getText(), mended);
				await untilCodes(path);
				assert.equal(await read(path), text, 'saved behind the back');
				await run('undo');
				assert.deepEqual([editor.document.getText(), editor.document.isDirty], [text, false]);
			});
		});
	}

	it('keep line ends, comments and the byte order mark', async () => {
		const text = `\uFEFF${entry(2, { draft: 'draft:   yes   # as yet', input: "input: '90 min'" })}`.replaceAll('\n', '\r\n');
		await withLog({ ...others, '2.md': text }, {}, async ({ folder }) => {
			const path = `${folder}/2.md`;
			for (const code of ['draft.notBoolean', 'input.invalid']) {
				const { editor, range } = await openAt(path, code);
				await perform([...(await actionsAt(path, range)).values()][0]);
				await editor.document.save();
			}
			assert.equal(await read(path), text.replace('yes', 'true').replace("'90 min'", '90'));
			await untilCodes(path);
		});
	});

	it('are offered for what stands at the caret, and for nothing that is switched off', async () => {
		const text = entry(2, { draft: 'draft: yes', input: 'input: 1h30' });
		await withLog({ ...others, '2.md': text }, {}, async ({ folder }) => {
			const path = `${folder}/2.md`;
			const { range } = await openAt(path, 'draft.notBoolean');
			assert.deepEqual(titlesOf(await actionsAt(path, range)), ['Write true']);
			assert.deepEqual(titlesOf(await actionsAt(path, new vscode.Range(0, 0, 20, 0))), ['Write 90', 'Write true']);
			assert.deepEqual(titlesOf(await actionsAt(path, new vscode.Range(0, 0, 0, 0))), []);
			await set({ folder, 'validation.severity': { 'draft.notBoolean': 'off' } });
			await untilCodes(path, 'input.invalid');
			assert.deepEqual(titlesOf(await actionsAt(path, range)), []);
			await set({ folder, 'validation.enabled': false });
			await untilCodes(path);
			assert.deepEqual(titlesOf(await actionsAt(path, new vscode.Range(0, 0, 20, 0))), []);
			assert.deepEqual(titlesOf(await actionsAt(path, new vscode.Range(0, 0, 20, 0), vscode.CodeActionKind.SourceFixAll)), []);
		});
	});

	it('go by “Auto Fix…” where one of them is the preferred one', async () => {
		await withLog({ ...others, '2.md': entry(2, { draft: 'draft: yes' }) }, {}, async ({ folder }) => {
			const { editor, range } = await openAt(`${folder}/2.md`, 'draft.notBoolean');
			await until('the text to be mended', async () => {
				await vscode.window.showTextDocument(editor.document, { selection: range });
				await run('editor.action.autoFix');
				return editor.document.getText() === entry(2, { draft: 'draft: true' });
			});
		});
	});

	it('mend all of one kind, and leave the other kinds alone', async () => {
		const body = '\nText.\n';
		const text = entry(2, { tags: 'tags: [a, A, b, B]', draft: 'draft: yes' }, body);
		await withLog({ ...others, '2.md': text }, {}, async ({ folder }) => {
			const path = `${folder}/2.md`;
			const { editor, range } = await openAt(path, 'tags.duplicate');
			const actions = await actionsAt(path, range);
			assert.deepEqual(titlesOf(actions), ["Remove 'A'", `Fix all of this kind: ${codes['tags.duplicate'].summary}`]);
			await perform([...actions.values()][1]);
			assert.equal(editor.document.getText(), entry(2, { tags: 'tags: [a, b]', draft: 'draft: yes' }, body));
			await untilCodes(path, 'draft.notBoolean');
			await run('undo');
			assert.equal(editor.document.getText(), text);
		});
	});
});

describeLog('quick fixes of numbers', () => {
	it('move a file to the number of its title', async () => {
		await withLog({ ...others, '7.md': entry(2) }, {}, async ({ folder }) => {
			const { range } = await openAt(`${folder}/7.md`, 'number.mismatch');
			const actions = await actionsAt(`${folder}/7.md`, range);
			assert.deepEqual(titlesOf(actions), ['Write 7 in the title', "Rename to '2.md'"]);
			await perform(actions.get("Rename to '2.md'"));
			assert.deepEqual(await list(folder), ['1.md', '2.md', '3.md', '4.md', '5.md']);
			assert.equal(await read(`${folder}/2.md`), entry(2));
			await untilCodes(`${folder}/2.md`);
			await untilCodes(`${folder}/7.md`);
		});
	});

	it('move a leaf bundle with all that is in it, and what is not saved stays unsaved', async () => {
		await withLog({ ...others, '7-box/index.md': entry(2), '7-box/box.png': 'png' }, {}, async ({ folder }) => {
			const { editor, range } = await openAt(`${folder}/7-box/index.md`, 'number.mismatch');
			await editor.edit(edit => {
				edit.insert(new vscode.Position(editor.document.lineCount, 0), 'More.\n');
			});
			await perform((await actionsAt(`${folder}/7-box/index.md`, range)).get("Rename to '2-box'"));
			assert.deepEqual(await list(folder), ['1.md', '2-box/box.png', '2-box/index.md', '3.md', '4.md', '5.md']);
			await untilCodes(`${folder}/2-box/index.md`);
			const moved = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === at(`${folder}/2-box/index.md`).toString());
			assert.deepEqual([moved?.getText(), moved?.isDirty], [`${entry(2)}More.\n`, true]);
			assert.equal(await read(`${folder}/2-box/index.md`), entry(2));
		});
	});

	it('close a gap, after a look at the change', async () => {
		await withLog({ '1.md': entry(1), '3.md': entry(3), '4.md': entry(4) }, {}, async ({ folder }) => {
			const { range } = await openAt(`${folder}/3.md`, 'number.gap');
			const action = (await actionsAt(`${folder}/3.md`, range)).get('Close the gap before 3');
			await pause(1000);
			await throughPreview(perform(action));
			assert.deepEqual(await list(folder), ['1.md', '2.md', '3.md']);
			await untilCodes(`${folder}/2.md`);
			await untilCodes(`${folder}/3.md`);
		});
	});
});
