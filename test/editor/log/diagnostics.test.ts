import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codes, type ProblemCode } from '../../../src/core/problems/codes.ts';
import { at, closeEditors, describeLog, remove, run, set, until, withLog, write, type TestLog } from '../logDriver.ts';
import { afterChecks, codeOf, codesAt, diagnosticsAt, entry, untilCodes } from '../problemsDriver.ts';

/** Entries with one mistake each, by the file's name; what is to be underlined stands between `«` and `»`. */
const wrong: Readonly<Record<string, readonly [code: ProblemCode, text: string]>> = {
	'1.md': ['frontMatter.missing', '«Only text.»\n'],
	'2.md': ['frontMatter.unclosed', entry(2).replace('---\n\nText', '«-----»\n\nText')],
	'3.md': ['frontMatter.syntax', entry(3, { title: 'title: «"3 - Entry»' })],
	'4.md': ['frontMatter.duplicateKey', entry(4, { again: '«Title»: "4 - Again"' })],
	'5.md': ['frontMatter.leadingBlank', `«\n»${entry(5)}`],
	'6.md': ['frontMatter.executable', '«---js»\n{ title: "6 - Entry" }\n---\n'],
	'7.md': ['field.missing', entry(7, { draft: '' }).replace('---', '«---»')],
	'8.md': ['field.type', entry(8, { output: 'output: «[a]»' })],
	'9.md': ['field.reserved', entry(9, { output: '«outputs»: "Done"' })],
	'10.md': ['field.unknown', entry(10, { more: '«wieght»: 5' })],
	'11.md': ['field.deprecated', entry(11, { more: '«_build»: { list: never }' })],
	'12.md': ['date.noOffset', entry(12, { date: 'date: «2022-12-12T06:00:00»' })],
	'13.md': ['date.invalid', entry(13, { date: 'date: «2022-13-13T06:00:00-07:00»' })],
	'14.md': ['date.integer', entry(14, { date: 'date: «20221214»' })],
	'15.md': ['draft.notBoolean', entry(15, { draft: 'draft: «yes»' })],
	'16.md': ['input.invalid', entry(16, { input: 'input: «1h30»' })],
	'17.md': ['input.range', entry(17, { input: 'input: «1441»' })],
	'18.md': ['output.empty', entry(18, { output: 'output: «""»' })],
	'19.md': ['tags.notList', entry(19, { tags: 'tags: «daily-log, wood»' })],
	'20.md': ['tags.comment', entry(20, { tags: 'tags: «#wood»' })],
	'21.md': ['tags.duplicate', entry(21, { tags: 'tags: ["daily-log", «"Daily Log"»]' })],
	'22.md': ['yaml.quote', entry(22, { output: 'output: «Glued #3 and more»' })],
	'23.md': ['shortcode.unclosed', entry(23, {}, '\n«{{< figure src="a.png"»\n')],
	'24.md': ['shortcode.unknown', entry(24, {}, '\n{{< «figur» src="a.png" >}}\n')],
	'25/index.md': ['tags.notList', entry(25, { tags: 'tags: «é😀»' })],
	'27.md': ['number.mismatch', entry(26).replace('26', '«26»')],
};

function unmarked(text: string): string {
	return text.replace(/[«»]/gu, '');
}

/** The text with the problem's range marked, as in the table. */
function marked(text: string, { range }: vscode.Diagnostic): string {
	const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/gu)].map(({ index, 0: end }) => index + end.length)];
	const offset = ({ line, character }: vscode.Position): number => (starts[line] ?? 0) + character;
	const [start, end] = [offset(range.start), offset(range.end)];
	return `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`;
}

/** A problem as the Problems panel shows it, with its place marked in the text. */
function seen(text: string, diagnostic: vscode.Diagnostic): unknown {
	const { code, severity } = diagnostic;
	const target = typeof code === 'object' ? code.target.toString(true) : undefined;
	return { code: codeOf(diagnostic), severity: vscode.DiagnosticSeverity[severity].toLowerCase(), target, text: marked(text, diagnostic) };
}

function expected(code: ProblemCode, text: string): unknown {
	const { severity, page } = codes[code];
	return { code, severity, target: vscode.Uri.parse(page).toString(true), text };
}

/** Which entries of a log were checked while something happened, each once. */
async function checkedWhile({ api, folder }: TestLog, happening: () => Promise<void>): Promise<readonly string[]> {
	await afterChecks();
	const before = api.checks.length;
	await happening();
	await afterChecks();
	const root = `${at(folder).toString()}/`;
	return [...new Set(api.checks.slice(before).map(uri => uri.replace(root, '')))].sort();
}

describeLog('diagnostics', () => {
	it('of every family stand for files that nobody has opened: code, severity, page and exact place', async () => {
		const files = Object.fromEntries(Object.entries(wrong).map(([path, [, text]]) => [path, unmarked(text)]));
		await withLog(files, {}, async ({ folder }) => {
			const found = (): unknown =>
				Object.entries(files).map(([path, text]) => [path, ...diagnosticsAt(`${folder}/${path}`).map(each => seen(text, each))]);
			const right = Object.entries(wrong).map(([path, [code, text]]) => [path, expected(code, text)]);
			// Before the folder of the log is set, the files are entries beside those of the sample, and have their numbers.
			await until('every file to have its problem, and no other', () => JSON.stringify(found()) === JSON.stringify(right)).catch(
				() => undefined,
			);
			assert.deepEqual(found(), right);
		});
	});

	it('count in lines and UTF-16 units of the editor, whatever the line ends, with a byte order mark, open or closed', async () => {
		const texts = {
			'1.md': `\uFEFF${entry(1)}`.replace('---', '«---js»'),
			'2.md': `\uFEFF${entry(2, { draft: 'draft: «yes»' })}`.replaceAll('\n', '\r\n'),
			'3.md': entry(3, { output: 'output: "😀é"', tags: 'tags: ["😀", «"😀"»]' }).replaceAll('\n', '\r\n'),
		};
		const files = Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, unmarked(text)]));
		const shown = Object.entries(texts).map(([path, text]) => [path, text.replace('\uFEFF', '')]);
		await withLog(files, {}, async ({ folder }) => {
			const found = (): unknown =>
				Object.entries(files).map(([path, text]) => [
					path,
					...diagnosticsAt(`${folder}/${path}`).map(each => marked(text.replace('\uFEFF', ''), each)),
				]);
			await untilCodes(`${folder}/1.md`, 'frontMatter.executable');
			await untilCodes(`${folder}/3.md`, 'tags.duplicate');
			assert.deepEqual(found(), shown, 'closed');
			for (const path of Object.keys(files)) {
				await vscode.window.showTextDocument(at(`${folder}/${path}`), { preview: false });
			}
			await afterChecks();
			assert.deepEqual(found(), shown, 'open');
		});
	});

	it('follow the text as it is typed, and go by the disk again when it is thrown away', async () => {
		await withLog({ '1.md': entry(1), '2.md': entry(2, { draft: 'draft: yes' }) }, {}, async ({ folder }) => {
			await untilCodes(`${folder}/2.md`, 'draft.notBoolean');
			const editor = await vscode.window.showTextDocument(at(`${folder}/2.md`));
			const place = editor.document.getText().indexOf('yes');
			const range = new vscode.Range(editor.document.positionAt(place), editor.document.positionAt(place + 3));
			await editor.edit(edit => {
				edit.replace(range, 'true');
			});
			await untilCodes(`${folder}/2.md`);
			assert.equal(editor.document.isDirty, true);
			await write(`${folder}/1.md`, entry(1, { input: 'input: 1h30' }));
			await untilCodes(`${folder}/1.md`, 'input.invalid');
			assert.deepEqual(codesAt(`${folder}/2.md`), [], 'unsaved text wins');
			await closeEditors();
			await untilCodes(`${folder}/2.md`, 'draft.notBoolean');
		});
	});

	it('are none in notes that are no entries, open or not', async () => {
		const note = entry(5, { title: 'title: A note', draft: 'draft: yes', input: 'input: 1h30', series: '' });
		await withLog({ '1.md': entry(1, { draft: 'draft: yes' }), 'note.md': note }, {}, async ({ folder }) => {
			await untilCodes(`${folder}/1.md`, 'draft.notBoolean');
			await vscode.window.showTextDocument(at(`${folder}/note.md`));
			await write('elsewhere.md', note);
			await afterChecks();
			assert.deepEqual([codesAt(`${folder}/note.md`), codesAt('elsewhere.md')], [[], []]);
			await remove('elsewhere.md');
		});
	});

	it('obey the settings at once', async () => {
		await withLog({ '1.md': entry(1, { draft: 'draft: yes', input: 'input: 1h30' }) }, {}, async ({ folder }) => {
			const path = `${folder}/1.md`;
			const severities = (): unknown =>
				Object.fromEntries(diagnosticsAt(path).map(each => [codeOf(each), vscode.DiagnosticSeverity[each.severity]]));
			await untilCodes(path, 'input.invalid', 'draft.notBoolean');
			assert.deepEqual(severities(), { 'input.invalid': 'Error', 'draft.notBoolean': 'Error' });
			await set({ folder, 'validation.severity': { 'input.invalid': 'hint', 'draft.notBoolean': 'off', 'no.code': 'error' } });
			await untilCodes(path, 'input.invalid');
			assert.deepEqual(severities(), { 'input.invalid': 'Hint' });
			await set({ folder, 'validation.severity': { 'input.invalid': 'nonsense' } });
			await untilCodes(path, 'input.invalid', 'draft.notBoolean');
			assert.deepEqual(severities(), { 'input.invalid': 'Error', 'draft.notBoolean': 'Error' });
			await set({ folder, 'validation.enabled': false });
			await untilCodes(path);
			await set({ folder });
			await untilCodes(path, 'input.invalid', 'draft.notBoolean');
		});
	});
});

describeLog('diagnostics across entries', () => {
	const chain = Object.fromEntries(
		[101, 102, 103, 104, 105, 106, 107, 108].map(number => [`${number}.md`, entry(number - 100).replace(/1 - |\d - /u, `${number} - `)]),
	);

	it('change in the neighbours only, when another program deletes, writes and renumbers entries', async () => {
		await withLog(chain, {}, async log => {
			const { folder } = log;
			const path = (number: number): string => `${folder}/${number}.md`;
			const without = await checkedWhile(log, () => remove(path(104)));
			assert.deepEqual([without, codesAt(path(105)), codesAt(path(104))], [['103.md', '105.md'], ['number.gap'], []]);

			const again = await checkedWhile(log, () => write(path(104), chain['104.md'] ?? ''));
			assert.deepEqual([again, codesAt(path(105))], [['103.md', '104.md', '105.md'], []]);

			const twice = await checkedWhile(log, () => write(path(106), (chain['106.md'] ?? '').replace('106 -', '103 -')));
			assert.deepEqual(twice, ['102.md', '103.md', '104.md', '105.md', '106.md', '107.md']);
			assert.deepEqual(
				[103, 104, 106, 107].map(number => codesAt(path(number))),
				[['number.duplicate'], [], ['number.duplicate', 'number.mismatch'], ['number.gap']],
			);

			const late = (chain['106.md'] ?? '').replace('2022-12-06', '2023-02-01');
			const order = await checkedWhile(log, () => write(path(106), late));
			assert.deepEqual(order, ['102.md', '103.md', '104.md', '105.md', '106.md', '107.md']);
			assert.deepEqual(
				[103, 106, 107, 108].map(number => codesAt(path(number))),
				[[], [], ['number.order'], []],
			);
		});
	});

	it('check an entry alone when nothing has changed that concerns others', async () => {
		await withLog(chain, {}, async log => {
			const { folder } = log;
			const checked = await checkedWhile(log, () => write(`${folder}/104.md`, `${chain['104.md'] ?? ''}More.\n`));
			assert.deepEqual(checked, ['104.md']);
		});
	});

	it('name the others, as places one can go to', async () => {
		await withLog({ '1.md': entry(1), '2.md': entry(2), '2-again.md': entry(2), '5.md': entry(5) }, {}, async ({ folder }) => {
			await untilCodes(`${folder}/2.md`, 'number.duplicate');
			await untilCodes(`${folder}/5.md`, 'number.gap');
			const related = (path: string): unknown =>
				diagnosticsAt(`${folder}/${path}`).map(({ relatedInformation }) =>
					relatedInformation?.map(({ location, message }) => [vscode.workspace.asRelativePath(location.uri, false), message]),
				);
			assert.deepEqual(related('2.md'), [[[`${folder}/2-again.md`, "'2 - Entry' has the number 2 too."]]]);
			assert.deepEqual(related('2-again.md'), [[[`${folder}/2.md`, "'2 - Entry' has the number 2 too."]]]);
			assert.deepEqual(related('5.md'), [[[`${folder}/2.md`, "'2 - Entry' comes before it."]]]);
		});
	});

	it('count what is numbered in an editor that nobody has saved', async () => {
		await withLog({ '1.md': entry(1), '2.md': entry(2), '3.md': entry(3) }, {}, async ({ folder }) => {
			const editor = await vscode.window.showTextDocument(at(`${folder}/3.md`));
			await editor.edit(edit => {
				edit.replace(new vscode.Range(1, 8, 1, 9), '2');
			});
			await untilCodes(`${folder}/2.md`, 'number.duplicate');
			await run('undo');
			await untilCodes(`${folder}/2.md`);
		});
	});
});
