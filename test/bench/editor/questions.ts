import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { askedNotes, questionsText } from '../vault.ts';
import { vaultFolder } from './activation.ts';
import { quantile, tell } from './measuring.ts';

/** So many times each question is asked; so many before it counts. */
const rounds = 60;
const warmUp = 15;

interface Question {
	readonly name: string;
	readonly command: string;
	/** The caret stands behind this text of the note. */
	readonly behind: string;
	/** How many answers there must be. */
	readonly least: number;
}

const questions: readonly Question[] = [
	{ name: 'completion.all', command: 'vscode.executeCompletionItemProvider', behind: 'All: [[', least: 20 },
	{ name: 'completion.word', command: 'vscode.executeCompletionItemProvider', behind: '[[morning r', least: 20 },
	{ name: 'completion.number', command: 'vscode.executeCompletionItemProvider', behind: 'Number: [[62', least: 1 },
	{ name: 'hover', command: 'vscode.executeHoverProvider', behind: 'See [[7', least: 1 },
	{ name: 'definition', command: 'vscode.executeDefinitionProvider', behind: 'See [[7', least: 1 },
	{ name: 'references', command: 'vscode.executeReferenceProvider', behind: 'See [[7', least: 1 },
];

/**
 * Round trips from the extension host through the window and back, each beside one that asks providers which return a constant, on the same text outside the vault: what VS Code itself
 * takes, and its own Markdown extension, is in both.
 */
export async function measureQuestions(): Promise<void> {
	const asked = await vscode.workspace.openTextDocument(join(vaultFolder(), askedNotes.questions));
	const reference = await vscode.workspace.openTextDocument(writeReference());
	const providers = registerConstants(reference);
	try {
		for (const question of questions) {
			tell(await measure(question, asked, reference));
		}
	} finally {
		providers.dispose();
	}
}

function writeReference(): string {
	const file = join(dirname(vaultFolder()), 'reference', 'questions.md');
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, questionsText);
	return file;
}

async function measure(
	{ name, command, behind, least }: Question,
	asked: vscode.TextDocument,
	reference: vscode.TextDocument,
): Promise<Readonly<Record<string, number>>> {
	const ask = async (document: vscode.TextDocument): Promise<number> => {
		const position = document.positionAt(document.getText().indexOf(behind) + behind.length);
		const start = performance.now();
		const answer: unknown = await vscode.commands.executeCommand(command, document.uri, position);
		const time = performance.now() - start;
		assert.ok(countOf(answer) >= least, `${name}: ${countOf(answer)} answers for ${document.uri.path}`);
		return time;
	};
	const times: { readonly ours: number; readonly constant: number }[] = [];
	for (let round = 0; round < rounds + warmUp; round++) {
		times.push({ ours: await ask(asked), constant: await ask(reference) });
	}
	const counted = times.slice(warmUp);
	const ours = counted.map(time => time.ours);
	const constant = counted.map(time => time.constant);
	return {
		[name]: quantile(ours, 0.5),
		[`${name}.p95`]: quantile(ours, 0.95),
		[`${name}.constant`]: quantile(constant, 0.5),
		[`${name}.constant.p95`]: quantile(constant, 0.95),
	};
}

function countOf(answer: unknown): number {
	const list: unknown = typeof answer === 'object' && answer !== null && 'items' in answer ? answer.items : answer;
	return Array.isArray(list) ? list.length : 0;
}

function registerConstants(document: vscode.TextDocument): vscode.Disposable {
	const selector: vscode.DocumentFilter = { language: 'markdown', pattern: document.uri.fsPath };
	const range = new vscode.Range(4, 0, 4, 5);
	const location = new vscode.Location(document.uri, range);
	const hover = new vscode.Hover(['A title', 'A text of some length. '.repeat(60)].map(text => new vscode.MarkdownString(text)));
	const items = Array.from({ length: 41 }, (_, index) => {
		const item = new vscode.CompletionItem({ label: `${index} - An entry of that number`, description: 'Some day, 1 h' });
		return Object.assign(item, { detail: `content/daily-log/${index}.md`, insertText: `${index}]]`, filterText: '' });
	});
	const { languages } = vscode;
	return vscode.Disposable.from(
		languages.registerCompletionItemProvider(selector, { provideCompletionItems: () => new vscode.CompletionList(items, true) }),
		languages.registerHoverProvider(selector, { provideHover: () => hover }),
		languages.registerDefinitionProvider(selector, { provideDefinition: () => [location] }),
		languages.registerReferenceProvider(selector, { provideReferences: () => [location] }),
	);
}
