import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, describeLog, list, lines, pause, read, run, until, withLog, type Files } from '../logDriver.ts';

/** A note by its title. */
function note(title: string, body = ''): string {
	return lines('---', `title: "${title}"`, '---') + body;
}

function entry(number: number, title: string, body = ''): string {
	return lines('---', `title: "${number} - ${title}"`, 'date: 2022-12-02T06:21:40-07:00', 'series: ["Daily Log"]', '---') + body;
}

/** The text of a note, of its editor where it is open. */
async function textOf(path: string): Promise<string> {
	const open = vscode.workspace.textDocuments.find(document => !document.isClosed && document.uri.toString() === at(path).toString());
	return open?.getText() ?? read(path);
}

async function textsIn(folder: string): Promise<Files> {
	const names = await list(folder);
	return Object.fromEntries(await Promise.all(names.map(async name => [name, await textOf(`${folder}/${name}`)] as const)));
}

interface Place {
	readonly path: string;
	/** A text of the note, in which `|` marks the caret. */
	readonly caret: string;
}

async function positionOf({ path, caret }: Place): Promise<{ readonly document: vscode.TextDocument; readonly position: vscode.Position }> {
	const document = await vscode.workspace.openTextDocument(at(path));
	const offset = document.getText().indexOf(caret.replace('|', ''));
	assert.ok(offset >= 0, `${path} does not say ${caret}`);
	return { document, position: document.positionAt(offset + caret.indexOf('|')) };
}

/** What F2 shows: the text at its place, and what the box says; or why not. */
async function prepared(place: Place): Promise<string> {
	const { document, position } = await positionOf(place);
	try {
		const found = await vscode.commands.executeCommand<{ range: vscode.Range; placeholder: string }>(
			'vscode.prepareRename',
			document.uri,
			position,
		);
		return `${document.getText(found.range)} -> ${found.placeholder}`;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

/** F2, a name and Enter; returns the change, carried out, or why not. */
async function rename(place: Place, newName: string): Promise<string> {
	const { document, position } = await positionOf(place);
	try {
		const change = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
			'vscode.executeDocumentRenameProvider',
			document.uri,
			position,
			newName,
		);
		assert.ok(await vscode.workspace.applyEdit(change, { isRefactoring: true }), 'the change was refused');
		return '';
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

describeLog('F2', () => {
	const files: Files = {
		'1.md': entry(1, 'Start', '[[On Craft]] [[on-craft#Week 2|x]] ![[notes/on-craft.md]] [[2]] [[2 - Second]]\n'),
		'2.md': entry(2, 'Second', '| [[on craft\\|c]] | `[[On Craft]]`\n').replaceAll('\n', '\r\n'),
		'notes/on-craft.md': note('On Craft', '\n## Week 2\n\nSo it is. ^so\n\n[[#Week 2]]\n'),
		'notes/plain.md': '\uFEFF[[On Craft]] {{< ref "on-craft.md" >}}\n',
	};

	it('shows what is renamed, and says why it cannot', async () => {
		await withLog(files, {}, async ({ folder }) => {
			const at1 = (caret: string): Promise<string> => prepared({ path: `${folder}/1.md`, caret });
			assert.equal(await at1('[[On |Craft]]'), 'On Craft -> On Craft');
			assert.equal(await at1('[[on-|craft#'), 'on-craft -> On Craft');
			assert.equal(await at1('notes/on-|craft.md'), 'on-craft -> On Craft');
			assert.equal(await at1('#We|ek 2|x'.replace('|x', '')), 'Week 2 -> Week 2');
			assert.equal(await at1('[[|2]]'), '2 -> 2 - Second');
			assert.equal(await at1('title: "1 |-'), '1 - Start -> 1 - Start');
			assert.match(await at1('date: 20|22'), /./u);
			assert.equal(await prepared({ path: `${folder}/notes/on-craft.md`, caret: '## We|ek' }), 'Week 2 -> Week 2');
			assert.equal(await prepared({ path: `${folder}/notes/on-craft.md`, caret: '^s|o' }), 'so -> so');
		});
	});

	it('renames a note from a link: title, file and every link; unsaved text is respected', async () => {
		await withLog(files, {}, async ({ folder }) => {
			const dirty = await vscode.window.showTextDocument(at(`${folder}/1.md`));
			await dirty.edit(edit => {
				edit.insert(new vscode.Position(5, 0), '[[ON CRAFT]] ');
			});
			assert.equal(await rename({ path: `${folder}/1.md`, caret: '[[On |Craft]]' }, 'On Old Wood'), '');
			assert.deepEqual(await textsIn(folder), {
				'1.md': entry(
					1,
					'Start',
					'[[ON Old Wood]] [[On Old Wood]] [[on-old-wood#Week 2|x]] ![[notes/on-old-wood.md]] [[2]] [[2 - Second]]\n',
				),
				'2.md': entry(2, 'Second', '| [[on Old Wood\\|c]] | `[[On Craft]]`\n').replaceAll('\n', '\r\n'),
				'notes/on-old-wood.md': note('On Old Wood', '\n## Week 2\n\nSo it is. ^so\n\n[[#Week 2]]\n'),
				'notes/plain.md': '\uFEFF[[On Old Wood]] {{< ref "on-old-wood.md" >}}\n',
			});
		});
	});

	it('renames an entry from its title, the number staying together', async () => {
		await withLog(files, {}, async ({ folder }) => {
			assert.equal(await rename({ path: `${folder}/2.md`, caret: '"2 - Se|cond"' }, '7 - Seventh'), '');
			const texts = await textsIn(folder);
			assert.deepEqual(Object.keys(texts), ['1.md', '7.md', 'notes/on-craft.md', 'notes/plain.md']);
			assert.match(texts['7.md'] ?? '', /^title: "7 - Seventh"\r$/mu);
			assert.match(texts['1.md'] ?? '', /\[\[7\]\] \[\[7 - Seventh\]\]/u);
		});
	});

	it('refuses with a sentence, and changes nothing', async () => {
		await withLog({ ...files, 'x/index.md': '[[index#None]] [[2]] ![[a.png]] [[nope]]\n' }, {}, async ({ folder, told }) => {
			const link = { path: `${folder}/1.md`, caret: '[[On |Craft]]' };
			const before = await textsIn(folder);
			await rename(link, '1 - Start');
			await rename({ path: `${folder}/2.md`, caret: '"2 - Se|cond"' }, '1 - Other');
			await rename(link, '   ');
			await rename({ path: `${folder}/x/index.md`, caret: 'a.|png' }, 'b.png');
			assert.deepEqual(
				told().map(sentence => sentence.replaceAll(`${folder}/`, '')),
				[
					'The note “1.md” has this title already, and links could not tell the two apart. Choose another title.',
					'“1.md” is entry 1 already. Choose another number, or make room with “Renumber Entries…”.',
					'A name is needed.',
					'“a.png” is no note. Rename the file in the Explorer.',
				],
			);
			assert.deepEqual(await textsIn(folder), before);
			await rename({ path: `${folder}/x/index.md`, caret: '[[no|pe]]' }, 'Not Yet');
			assert.equal((await textsIn(folder))['x/index.md'], '[[index#None]] [[2]] ![[a.png]] [[Not Yet]]\n');
		});
	});

	it('renames a heading from its link and from itself', async () => {
		await withLog(files, {}, async ({ folder }) => {
			assert.equal(await rename({ path: `${folder}/1.md`, caret: '#We|ek 2' }, 'Third week'), '');
			assert.deepEqual(await textsIn(folder), {
				...files,
				'1.md': files['1.md']?.replace('#Week 2', '#Third week'),
				'notes/on-craft.md': files['notes/on-craft.md']?.replaceAll('Week 2', 'Third week'),
			});
			assert.equal(await rename({ path: `${folder}/notes/on-craft.md`, caret: '## Third| week' }, 'Week 2'), '');
			assert.deepEqual(await textsIn(folder), files);
		});
	});

	it('renames a heading with the Markdown links that VS Code knows, nothing twice', async function () {
		const before: Files = { ...files, 'notes/md.md': '[w](on-craft.md#week-2) [[on-craft#week-2]]\n\n## Plain\n' };
		await withLog(before, {}, async ({ folder }) => {
			if (!(await findsFiles())) {
				this.skip(); // the Code - OSS of the tests comes without ripgrep in some versions, and then VS Code's own service finds no link
			}
			const uri = at(`${folder}/notes/on-craft.md`);
			await vscode.window.showTextDocument(at(`${folder}/notes/md.md`)); // news of files on the disk reach that service late
			await until('VS Code to know the Markdown link', async () => {
				const found = await vscode.commands.executeCommand<vscode.Location[]>(
					'vscode.executeReferenceProvider',
					uri,
					new vscode.Position(4, 5),
				);
				return found.some(each => each.uri.path.endsWith('md.md'));
			});
			assert.equal(await rename({ path: `${folder}/notes/on-craft.md`, caret: '## We|ek' }, 'Third week'), '');
			assert.equal((await textsIn(folder))['notes/md.md'], '[w](on-craft.md#third-week) [[on-craft#third-week]]\n\n## Plain\n');
			assert.equal((await textsIn(folder))['notes/on-craft.md'], before['notes/on-craft.md']?.replaceAll('Week 2', 'Third week'));
		});
	});

	async function findsFiles(): Promise<boolean> {
		const found = await vscode.workspace.findFiles('**/*.md', undefined, 1).then(
			uris => uris.length > 0,
			() => false,
		);
		return found;
	}

	it('renames a block id and a tag', async () => {
		const tagged = {
			'1.md': entry(1, 'Start', '[[on-craft#^so]]\n'),
			'notes/on-craft.md': '---\ntitle: "On Craft"\ntags: [wood, "wood/oak"]\n---\n#wood\n\nSo. ^so\n\n#x-a #x-b #x-c\n',
		};
		await withLog(tagged, { 'tags.inline': 'on' }, async ({ folder }) => {
			assert.equal(await rename({ path: `${folder}/1.md`, caret: '#^s|o' }, 'thus'), '');
			assert.equal(await rename({ path: `${folder}/notes/on-craft.md`, caret: '[wo|od' }, 'timber'), '');
			const texts = await textsIn(folder);
			assert.match(texts['1.md'] ?? '', /\[\[on-craft#\^thus\]\]/u);
			assert.equal(
				texts['notes/on-craft.md'],
				'---\ntitle: "On Craft"\ntags: [timber, "timber/oak"]\n---\n#timber\n\nSo. ^thus\n\n#x-a #x-b #x-c\n',
			);
		});
	});

	it('is undone', async () => {
		await withLog(files, {}, async ({ folder }) => {
			await vscode.window.showTextDocument(at(`${folder}/1.md`));
			assert.equal(await rename({ path: `${folder}/1.md`, caret: '[[On |Craft]]' }, 'On Old Wood'), '');
			await vscode.window.showTextDocument(at(`${folder}/1.md`));
			await run('undo');
			await until('the file to be back', async () => (await list(folder)).includes('notes/on-craft.md'));
			assert.deepEqual(await textsIn(folder), { ...files, 'notes/plain.md': (await textsIn(folder))['notes/plain.md'] });
		});
	});

	it('changes only the letter case of a name', async () => {
		const cased = { '1.md': entry(1, 'Start', '[[craft]] [[notes/craft]]\n'), 'notes/craft.md': note('Other') };
		await withLog(cased, {}, async ({ folder }) => {
			assert.equal(await rename({ path: `${folder}/1.md`, caret: '[[cr|aft]]' }, 'Craft'), '');
			assert.deepEqual(await textsIn(folder), {
				'1.md': entry(1, 'Start', '[[Craft]] [[notes/Craft]]\n'),
				'notes/Craft.md': note('Other'),
			});
		});
	});
});

describeLog('moving files', () => {
	const files: Files = {
		'1.md': entry(1, 'Start', '[[a/one]] [[one|1]] {{< ref "a/one.md" >}}\n'),
		'a/one.md': '[[../b/two]] [[two]]\n',
		'a/box/index.md': '[[one]]\n',
		'a/box/pic.png': 'png',
		'b/two.md': '[[../a/one]] [[box]] [[a/box]]\n',
	};

	/** Moves files or folders as the Explorer does. */
	async function move(folder: string, moves: Readonly<Record<string, string>>): Promise<void> {
		const change = new vscode.WorkspaceEdit();
		for (const [from, to] of Object.entries(moves)) {
			change.renameFile(at(`${folder}/${from}`), at(`${folder}/${to}`));
		}
		assert.ok(await vscode.workspace.applyEdit(change));
	}

	for (const mode of ['prompt', 'always']) {
		it(`keeps the links of a file, of several, of a bundle and of a folder (${mode})`, async () => {
			await withLog(files, { 'wikiLinks.updateOnFileMove': mode }, async ({ folder }) => {
				const editor = await vscode.window.showTextDocument(at(`${folder}/b/two.md`));
				await editor.edit(edit => {
					edit.insert(new vscode.Position(0, 0), '[[ONE]] ');
				});
				await move(folder, { 'a/one.md': 'b/uno.md', 'b/two.md': 'c/two.md' });
				assert.deepEqual(await textsIn(folder), {
					'1.md': entry(1, 'Start', '[[b/uno]] [[uno|1]] {{< ref "b/uno.md" >}}\n'),
					'a/box/index.md': '[[uno]]\n',
					'a/box/pic.png': 'png',
					'b/uno.md': '[[../c/two]] [[two]]\n',
					'c/two.md': '[[uno]] [[../b/uno]] [[box]] [[a/box]]\n',
				});
				await untilKnown(folder, 'c/two.md');
				await move(folder, { 'a/box': 'a/chest' });
				await untilKnown(folder, 'a/chest/index.md');
				assert.equal(await textOf(`${folder}/c/two.md`), '[[uno]] [[../b/uno]] [[chest]] [[a/chest]]\n');
				await move(folder, { a: 'd/e' });
				assert.equal(await textOf(`${folder}/c/two.md`), '[[uno]] [[../b/uno]] [[chest]] [[e/chest]]\n');
			});
		});
	}

	/** Waits until the vault has read what moved: its links are found by what the vault knows. */
	async function untilKnown(folder: string, path: string): Promise<void> {
		await until('the vault to follow', async () => {
			const document = await vscode.workspace.openTextDocument(at(`${folder}/${path}`));
			return document.getText() !== '';
		});
		await pause(500);
	}

	it('leaves links alone where the setting says so, and the index is right afterwards', async () => {
		await withLog(files, { 'wikiLinks.updateOnFileMove': 'never' }, async ({ folder, api }) => {
			await move(folder, { 'a/one.md': 'a/uno.md', '1.md': '2.md' });
			assert.equal(await textOf(`${folder}/2.md`), files['1.md']);
			await until('the entry at its new place', () => api.entries().some(({ path }) => path === `${folder}/2.md`));
		});
	});

	it('is one undo with the move', async () => {
		await withLog(files, {}, async ({ folder }) => {
			await vscode.window.showTextDocument(at(`${folder}/1.md`));
			await move(folder, { 'a/one.md': 'a/uno.md' });
			assert.match(await textOf(`${folder}/1.md`), /\[\[a\/uno\]\]/u);
			await vscode.window.showTextDocument(at(`${folder}/1.md`));
			await run('undo');
			await until(
				'all to be as before',
				async () => JSON.stringify(await textsIn(folder)) === JSON.stringify(sorted(files)),
				() => list(folder),
			);
		});
	});

	it('goes for the quick fix that moves an entry to the number of its title', async () => {
		const entries = { '1.md': entry(1, 'Start', '[[7]] [[2 - Second]]\n'), '7.md': entry(2, 'Second') };
		await withLog(entries, {}, async ({ folder }) => {
			const uri = at(`${folder}/7.md`);
			await vscode.window.showTextDocument(uri);
			const action = await until('the fix', async () => {
				const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
					'vscode.executeCodeActionProvider',
					uri,
					new vscode.Range(1, 0, 1, 30),
				);
				return actions.find(({ title }) => title === "Rename to '2.md'");
			});
			assert.ok(action.edit && (await vscode.workspace.applyEdit(action.edit)));
			assert.deepEqual(await textsIn(folder), { '1.md': entry(1, 'Start', '[[2]] [[2 - Second]]\n'), '2.md': entry(2, 'Second') });
		});
	});
});

function sorted(files: Files): Files {
	return Object.fromEntries(Object.entries(files).sort());
}

describeLog('dailyLog.renameTag', () => {
	it('renames a tag everywhere, after a look at the change, and says so', async () => {
		const tagged = {
			'1.md': '---\ntitle: "1 - A"\nseries: daily log\ntags: ["wood", x]\n---\n#wood #a-a #a-b #a-c\n',
			'n/2.md': "---\r\ntags:\r\n  - 'wood/oak' # why\r\n---\r\n",
		};
		await withLog(tagged, { 'tags.inline': 'on' }, async ({ folder, told }) => {
			const state = { running: true };
			const running = run('dailyLog.renameTag', { tag: 'Wood' }).finally(() => {
				state.running = false;
			});
			await pause(1500);
			await run('workbench.action.acceptSelectedQuickOpenItem');
			for (const end = Date.now() + 15_000; state.running && Date.now() < end;) {
				await run('refactorPreview.apply');
				await pause(400);
			}
			await running;
			assert.deepEqual(told(), ['There is nothing to rename: the tag is spelled “wood” everywhere.']);
			assert.deepEqual(await textsIn(folder), tagged);
		});
	});

	it('says where there is no such tag', async () => {
		await withLog({ '1.md': entry(1, 'A') }, {}, async ({ told }) => {
			await run('dailyLog.renameTag', { tag: 'nothing-of-the-kind' });
			assert.deepEqual(told(), ['No note has the tag “nothing-of-the-kind”.']);
		});
	});
});
