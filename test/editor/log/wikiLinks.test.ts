import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { at, describeLog, list, pause, read, run, set, shown, until, withLog, type Files } from '../logDriver.ts';
import { askAt, hoverAt, linkedNotes as files, openMarked, shownLocation, typeAndTake } from '../linksDriver.ts';
import { entry } from '../problemsDriver.ts';

interface Offer {
	readonly label: string;
	readonly text: string;
	readonly range: string;
}

/** What our provider offers at the caret. */
async function offers(editor: vscode.TextEditor): Promise<readonly Offer[]> {
	const { items } = await askAt<vscode.CompletionList>(editor, 'vscode.executeCompletionItemProvider');
	const { document } = editor;
	return items.flatMap(({ label, insertText, range, kind }) => {
		const isOurs = typeof label !== 'string' && kind !== vscode.CompletionItemKind.Snippet && range instanceof vscode.Range;
		return isOurs ? [{ label: label.label, text: typeof insertText === 'string' ? insertText : '', range: document.getText(range) }] : [];
	});
}

async function labels(editor: vscode.TextEditor): Promise<readonly string[]> {
	return (await offers(editor)).map(({ label }) => label);
}

describeLog('completion of wiki links', () => {
	it('offers notes by number, title and name, the newest entry first', () =>
		withLog(files, {}, async ({ folder }) => {
			const at3 = (body: string) => openMarked(`${folder}/3.md`, entry(3, {}, body));
			assert.deepEqual((await labels(await at3('[[|'))).slice(0, 3), ['3 - Entry', '2 - Second thoughts', '1 - Zigzag again']);
			assert.deepEqual((await offers(await at3('[[1|')))[0], { label: '1 - Zigzag again', text: '1 - Zigzag again]]', range: '1' });
			assert.deepEqual((await offers(await at3('[[zebra zol|]] x'))).slice(0, 1), [
				{ label: 'Zola, Émile - Zebra crossings', text: 'Zola, Émile - Zebra crossings]]', range: 'zebra zol]]' },
			]);
			assert.deepEqual(await labels(await at3('[[nobody|')), ['Create note “nobody”']);
		}));

	it('replaces what stands on both sides of the caret, and nothing else', () =>
		withLog(files, {}, async ({ folder }) => {
			const first = async (body: string) => (await offers(await openMarked(`${folder}/3.md`, entry(3, {}, body))))[0];
			assert.deepEqual(await first('[[zigz|ag#Week 2|that]] y'), { label: '1 - Zigzag again', text: '1 - Zigzag again', range: 'zigzag' });
			assert.deepEqual(await first('| [[zigz‸\\|that]] |'), { label: '1 - Zigzag again', text: '1 - Zigzag again', range: 'zigz' });
			assert.deepEqual(await first('- [[zigz| and more'), { label: '1 - Zigzag again', text: '1 - Zigzag again]]', range: 'zigz' });
		}));

	it('offers the headings and blocks of the note, and what a link may show when asked', () =>
		withLog(files, {}, async ({ folder }) => {
			const at3 = (body: string) => openMarked(`${folder}/3.md`, entry(3, {}, body));
			assert.deepEqual(await offers(await at3('[[1#|]]')), [
				{ label: 'Week 2', text: 'Week 2]]', range: ']]' },
				{ label: 'C', text: 'C]]', range: ']]' },
			]);
			assert.deepEqual(await labels(await at3('[[1#week|')), ['Week 2']);
			assert.deepEqual(await labels(await at3('[[1#^|')), ['^so']);
			assert.deepEqual(await labels(await at3('## Own\n[[#|')), ['Own']);
			assert.deepEqual(await labels(await at3('[[1|x‸')), []);
			assert.deepEqual(await labels(await at3('[[1\\|‸')), ['Zigzag again', '1 - Zigzag again']);
		}));

	it('offers nothing in code, comments, shortcodes and front matter', () =>
		withLog(files, {}, async ({ folder }) => {
			for (const body of ['`[[|`', '```\n[[|\n```', '<!-- [[| -->', '{{< x "[[|" >}}', '    [[|']) {
				assert.deepEqual(await labels(await openMarked(`${folder}/3.md`, entry(3, {}, `\n${body}\n`))), [], body);
			}
		}));

	it('comes up on its own, is asked anew with each letter, and closes the link', () =>
		withLog(files, {}, async ({ folder }) => {
			const editor = await openMarked(`${folder}/3.md`, entry(3, {}, 'See |'));
			assert.equal(await typeAndTake(editor, '[[zeb'), 'See [[Zola, Émile - Zebra crossings]]|');
			await vscode.commands.executeCommand('type', { text: ' ' });
			assert.equal(await typeAndTake(editor, '[[1#W'), 'See [[Zola, Émile - Zebra crossings]] [[1#Week 2]]|');
		}));

	it('offers inline tags where the log has some', () =>
		withLog({ ...files, 'notes/tagged.md': '#one #two #two-more #one\n' }, {}, async ({ folder }) => {
			assert.deepEqual(await offers(await openMarked(`${folder}/3.md`, entry(3, {}, 'x #tw|'))), [
				{ label: 'two', text: 'two', range: 'tw' },
				{ label: 'two-more', text: 'two-more', range: 'tw' },
			]);
			assert.deepEqual(await labels(await openMarked(`${folder}/3.md`, entry(3, {}, '`#tw|`'))), []);
			await set({ folder, 'tags.inline': 'off' });
			assert.deepEqual(await labels(await openMarked(`${folder}/3.md`, entry(3, {}, 'x #tw|'))), []);
		}));

	it('stays silent where wiki links are switched off', () =>
		withLog(files, { 'wikiLinks.enabled': false }, async ({ folder }) => {
			const editor = await openMarked(`${folder}/3.md`, entry(3, {}, '[[1|'));
			assert.deepEqual(await labels(editor), []);
			assert.deepEqual(await askAt(editor, 'vscode.executeDefinitionProvider'), []);
		}));
});

describeLog('a wiki link', () => {
	it('leads to its note and heading', () =>
		withLog(files, {}, async ({ folder }) => {
			const definition = async (body: string) =>
				(
					await askAt<readonly vscode.LocationLink[]>(
						await openMarked(`${folder}/3.md`, entry(3, {}, body)),
						'vscode.executeDefinitionProvider',
					)
				).map(shownLocation);
			assert.deepEqual(await definition('[[Zigzag ag|ain]]'), []);
			assert.deepEqual(await definition('[[1 - zigzag ag|ain]]'), [`${folder}/1.md:0`]);
			assert.deepEqual(await definition('[[1#we|ek-2]]'), [`${folder}/1.md:11`]);
			assert.deepEqual(await definition('[[1#^s|o]]'), [`${folder}/1.md:13`]);
			assert.deepEqual(await definition('[[Zola, Émile - Zebra cross|ings]]'), [`${folder}/notes/zebra-crossings.md:0`]);
			assert.deepEqual((await definition('[[zplan|]]')).toSorted(), [`${folder}/notes/a/zplan.md:0`, `${folder}/notes/b/zplan.md:0`]);
		}));

	it('can be clicked: to its note, or to create it', () =>
		withLog(files, {}, async ({ folder }) => {
			const { document } = await openMarked(`${folder}/3.md`, entry(3, {}, '[[1#Week 2]] [[nobody]] [[zplan]] [x](y.md)|'));
			const links = await vscode.commands.executeCommand<readonly vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri, 10);
			const ours = links.filter(({ range }) => document.getText(range).startsWith('[['));
			assert.deepEqual(
				ours.map(({ range, target }) => [document.getText(range), target?.scheme === 'command' ? target.path : target?.fragment]),
				[
					['[[1#Week 2]]', 'L12'],
					['[[nobody]]', 'dailyLog.createNote'],
				],
			);
		}));

	it('shows on hover what it leads to, which is not trusted, and who else links there', () =>
		withLog(files, {}, async ({ folder }) => {
			const [about, text, others, ...more] = await hoverAt(await openMarked(`${folder}/3.md`, entry(3, {}, '[[1|]]')));
			assert.deepEqual((about ?? '').replaceAll('\\', '').split('\n\n'), [
				'**1 - Zigzag again**',
				'Thursday, December 1, 2022 · 30 min',
				'A <b>map</b> [x](command:quit)',
				'#daily-log',
			]);
			assert.ok(about?.includes('\\[x\\]') === true && about.includes('b\\>'), 'what a note says is shown as text');
			assert.equal(text, 'First *words*.\n\n**Week 2**\n\nPlans.\n\n**C**');
			assert.match(others ?? '', /^Also linked from: \[2 \\?- Second thoughts\]\(command:vscode\.open\?/u);
			assert.deepEqual(more, []);
			assert.deepEqual(
				(await hoverAt(await openMarked(`${folder}/3.md`, entry(3, {}, '[[1#Week 2|]]'))))
					.slice(0, 2)
					.map(part => part.split('\n')[0]?.replaceAll('\\', '')),
				['**1 - Zigzag again** › Week 2', 'Plans.'],
			);
		}));

	it('offers on hover to create the note that is missing, and lists those between which it cannot decide', () =>
		withLog(files, {}, async ({ folder }) => {
			const [missing] = await hoverAt(await openMarked(`${folder}/3.md`, entry(3, {}, '[[nobo|dy]]')));
			assert.match(missing ?? '', /^There is no note of this name yet\. \[Create it\]\(command:dailyLog\.createNote\?/u);
			const [several] = await hoverAt(await openMarked(`${folder}/3.md`, entry(3, {}, '[[zpla|n]]')));
			assert.match(
				several ?? '',
				/^Several notes answer to this name:\n\n- \[.*\/a\/zplan\.md\]\(command:vscode\.open\?.*\n\n- \[.*\/b\/zplan\.md\]/su,
			);
		}));

	it('shows the picture that it names on hover, but none from outside the folder', () =>
		withLog(files, {}, async ({ folder }) => {
			const [inside] = await hoverAt(await openMarked(`${folder}/3.md`, entry(3, {}, '[[plan|.png]]')));
			assert.match(inside ?? '', /^!\[\]\(.*\/plan\.png\|width=320\)$/u);
			assert.deepEqual(await hoverAt(await openMarked(`${folder}/3.md`, entry(3, {}, '[[../../../../plan|.png]]'))), []);
		}));

	it('is a place of its tag, as are the terms of the front matter', () =>
		withLog({ ...files, 'notes/tagged.md': '---\ntags: [zinc, "Zinc Oxide"]\n---\n#zinc #zinc-oxide #a #b\n' }, {}, async ({ folder }) => {
			const marked = await openMarked(`${folder}/3.md`, entry(3, { tags: 'tags: ["daily-log", zi‸nc]' }, '#zinc `#zinc`'));
			const places = await askAt<readonly vscode.Location[]>(marked, 'vscode.executeReferenceProvider');
			const ours = places.filter(({ range }) => range.end.character - range.start.character < 15); // VS Code takes the list for a link by reference
			assert.deepEqual(ours.map(shownLocation).toSorted(), [
				`${folder}/3.md:4`,
				`${folder}/3.md:9`,
				`${folder}/notes/tagged.md:1`,
				`${folder}/notes/tagged.md:3`,
			]);
			const highlights = await askAt<readonly vscode.DocumentHighlight[]>(marked, 'vscode.executeDocumentHighlights');
			assert.deepEqual(
				highlights.map(({ range }) => marked.document.getText(range)),
				['zinc', '#zinc'],
			);
		}));
});

describeLog('wiki links as symbols', () => {
	it('are listed where the setting asks for it', () =>
		withLog(files, {}, async ({ folder }) => {
			const { document } = await openMarked(`${folder}/3.md`, entry(3, {}, '## Own\n[[1|a]] [[nobody]]‸'));
			const links = async () => {
				const symbols = await vscode.commands.executeCommand<readonly vscode.DocumentSymbol[]>(
					'vscode.executeDocumentSymbolProvider',
					document.uri,
				);
				return symbols.filter(({ kind }) => kind === vscode.SymbolKind.Key).map(({ name, detail }) => `${name}: ${detail}`);
			};
			assert.deepEqual(await links(), []);
			await set({ folder, 'wikiLinks.inOutline': true });
			assert.deepEqual(await links(), ['1: 1 - Zigzag again', 'nobody: no note, or several']);
		}));
});

describeLog('Create Note from Link', () => {
	const notes: Files = {
		...files,
		'notes/on-craft.md': '---\ntitle: "On Craft"\ndate: 2022-01-01T06:00:00-07:00\ntags: ["books"]\ntype: note\n---\nx\n',
		'notes/deep-work.md': '---\ntitle: "Deep Work"\ndate: 2022-01-02T06:00:00-07:00\ntags: ["books"]\ntype: note\n---\ny\n',
	};

	it('creates it where the notes are, named and headed like them, and opens it', () =>
		withLog(notes, {}, async ({ api, folder }) => {
			await set({ folder, 'wikiLinks.newNoteFolder': `${folder}/notes`, oncePerDay: 'create', timeZone: 'America/Denver' });
			api.clock.set(Date.parse('2022-12-04T13:00:00Z'));
			await openMarked(`${folder}/3.md`, entry(3, {}, '[[So Good: They|Can’t Ignore You]]').replace('They|', 'They |'));
			await run('dailyLog.createNote');
			const { path, text, dirty } = shown();
			assert.equal(path, `${folder}/notes/so-good-they-cant-ignore-you.md`);
			assert.equal(
				text,
				'---\ntitle: "So Good: They Can’t Ignore You"\ndate: 2022-12-04T06:00:00-07:00\ntags: ["books"]\ntype: note\n---\n|\n',
			);
			assert.equal(dirty, false);
			const editor = await openMarked(`${folder}/3.md`, entry(3, {}, '[[So Good: They Can|’t Ignore You]]'));
			assert.equal((await askAt<readonly unknown[]>(editor, 'vscode.executeDefinitionProvider')).length, 1);
		}));

	it('follows the setting, never overwrites and never leaves the folder', () =>
		withLog({ ...notes, 'inbox/new.md': 'mine\n' }, {}, async ({ folder, told }) => {
			await set({ folder, 'wikiLinks.newNoteFolder': `${folder}/inbox`, oncePerDay: 'create', timeZone: 'America/Denver' });
			const create = async (target: string) => run('dailyLog.createNote', { target, from: at(`${folder}/1.md`).toString(), then: 'stay' });
			await create('Something New');
			assert.ok((await list(`${folder}/inbox`)).includes('something-new.md'));
			await create('../../../../../../outside');
			await create('a\u0007b');
			await create('x'.repeat(300));
			await create('???');
			assert.equal(await read(`${folder}/inbox/new.md`), 'mine\n');
			assert.deepEqual(
				told().map(sentence => sentence.replaceAll(folder, 'F')),
				[
					'Created “F/inbox/something-new.md”.',
					'“../../../../../../outside” leads out of this folder, and notes are created only in it. Give the link another name.',
					'The link has a character in it that cannot be seen and that no name can have. Write it anew.',
					`“${'x'.repeat(60)}…” is too long for the name of a file. Give the link a shorter name.`,
					'“???” has nothing in it that could be the name of a file. Give the link another name.',
				],
			);
		}));

	it('says so where there is no link to create', () =>
		withLog(files, {}, async ({ folder, told }) => {
			await openMarked(`${folder}/3.md`, entry(3, {}, 'x|'));
			await run('dailyLog.createNote');
			assert.deepEqual(told(), ['Put the caret into a wiki link that leads to no note yet.']);
			await pause(1);
			await until('nothing', () => true);
		}));
});
