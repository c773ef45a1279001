import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { askAt, linkedNotes as files, openMarked, shownLocation } from '../linksDriver.ts';
import { at, describeLog, withLog } from '../logDriver.ts';
import { entry } from '../problemsDriver.ts';

// VS Code's own Markdown answers here too, and never does on a file system that cannot be searched: these are for disks only.
describeLog('a wiki link among all links and symbols', () => {
	it('is found from the note, the heading and the link, and lights up with its likes', () =>
		withLog(files, {}, async ({ folder }) => {
			const references = async (marked: vscode.TextEditor) =>
				(await askAt<readonly vscode.Location[]>(marked, 'vscode.executeReferenceProvider'))
					.filter(({ range }) => range.start.character !== 15) // VS Code takes \`[1]\` for a link by reference
					.map(shownLocation)
					.filter(place => place.startsWith(folder)) // what another test has deleted may be known a while longer
					.toSorted();
			const third = await openMarked(`${folder}/3.md`, entry(3, {}, '[[1#week 2]] [[1|]] [[2]]'));
			assert.deepEqual(await references(third), [`${folder}/2.md:9`, `${folder}/2.md:9`, `${folder}/3.md:9`, `${folder}/3.md:9`]);
			const highlights = await askAt<readonly vscode.DocumentHighlight[]>(third, 'vscode.executeDocumentHighlights');
			assert.deepEqual(
				highlights.map(({ range }) => third.document.getText(range)),
				['[[1#week 2]]', '[[1]]'],
			);
			const heading = await vscode.window.showTextDocument(at(`${folder}/1.md`));
			heading.selection = new vscode.Selection(11, 5, 11, 5);
			assert.deepEqual(
				(await references(heading)).filter(place => !place.includes('/1.md')),
				[`${folder}/2.md:9`, `${folder}/3.md:9`],
			);
			heading.selection = new vscode.Selection(1, 10, 1, 10);
			assert.equal((await references(heading)).length, 4);
		}));

	it('is a symbol of the workspace by the note’s title and number', () =>
		withLog(files, {}, async ({ folder }) => {
			const symbols = async (query: string) =>
				(await vscode.commands.executeCommand<readonly vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query))
					.filter(({ containerName }) => containerName.startsWith(folder))
					.map(({ name }) => name);
			assert.deepEqual(await symbols('zebra'), ['Zola, Émile - Zebra crossings']);
			assert.deepEqual(await symbols('2'), ['2 - Second thoughts']);
		}));
});
