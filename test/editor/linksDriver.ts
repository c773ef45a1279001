import * as vscode from 'vscode';
import { atCaret } from '../support/caret.ts';
import { typeAndAccept } from './completionDriver.ts';
import { at, write, type Files } from './logDriver.ts';
import { entry } from './problemsDriver.ts';

/** A small log with links in it, and titles and outputs that look like markup. */
export const linkedNotes: Files = {
	'1.md': entry(
		1,
		{ title: 'title: "1 - Zigzag again"', output: 'output: "A <b>map</b> [x](command:quit)"' },
		'First *words*.\n\n## Week 2\n\nPlans. ^so\n\n## C\n',
	),
	'2.md': entry(2, { title: 'title: "2 - Second thoughts"' }, 'See [[1 - Zigzag again]] and [[1#Week 2|that]].\n'),
	'notes/zebra-crossings.md': '---\ntitle: "Zola, Émile - Zebra crossings"\n---\nA zebra.\n',
	'notes/a/zplan.md': 'x\n',
	'notes/b/zplan.md': 'y\n',
};

/** Shows the text in the file, not saved, with the caret where `‸` stands; where there is none, at the first `|`. */
export async function openMarked(path: string, marked: string): Promise<vscode.TextEditor> {
	const caretAt = marked.indexOf('‸');
	const { text, caret } = caretAt < 0 ? atCaret(marked) : { text: marked.replace('‸', ''), caret: caretAt };
	const isOpen = vscode.workspace.textDocuments.some(document => document.uri.toString() === at(path).toString());
	if (!isOpen) {
		await write(path, text);
	}
	const editor = await vscode.window.showTextDocument(at(path));
	const { document } = editor;
	if (document.getText() !== text) {
		await editor.edit(edit => {
			edit.replace(new vscode.Range(0, 0, document.lineCount, 0), text);
		});
	}
	const position = document.positionAt(caret);
	editor.selection = new vscode.Selection(position, position);
	return editor;
}

/** What a provider command of VS Code answers at the caret. */
export function askAt<Answer>({ document, selection }: vscode.TextEditor, command: string, ...more: readonly unknown[]): Thenable<Answer> {
	return vscode.commands.executeCommand<Answer>(command, document.uri, selection.active, ...more);
}

/** `content/1.md:4` for the line, counted from 0, that a location begins on. */
export function shownLocation(location: vscode.Location | vscode.LocationLink): string {
	const [uri, range] = 'targetUri' in location ? [location.targetUri, location.targetRange] : [location.uri, location.range];
	return `${vscode.workspace.asRelativePath(uri, false)}:${range.start.line}`;
}

/** The text of every hover at the caret, as it is written in Markdown; of what comes from us, in its order. */
export async function hoverAt(editor: vscode.TextEditor): Promise<readonly string[]> {
	const hovers = await askAt<readonly vscode.Hover[]>(editor, 'vscode.executeHoverProvider');
	return hovers.flatMap(({ contents }) => contents.map(content => (content instanceof vscode.MarkdownString ? content.value : '')));
}

/** Types, waits for the list to come up on its own, takes what is selected in it, and returns the line with the caret in it. */
export async function typeAndTake(editor: vscode.TextEditor, text: string): Promise<string> {
	await typeAndAccept(editor, text);
	const { document, selection } = editor;
	const line = document.lineAt(selection.active.line).text;
	return `${line.slice(0, selection.active.character)}|${line.slice(selection.active.character)}`;
}
