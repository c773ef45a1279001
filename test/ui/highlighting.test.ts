import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const note = `See [[Spokeshave|the small plane]] and #joinery, {{< figure "a.png" >}} too.
Not in \`[[code]]\`.
`;

/** As much of an element of the page as is asked for. */
interface Piece {
	readonly textContent: string | null;
	readonly className: string;
}

describe('highlighting, as it is seen', () => {
	let workbench: Workbench;

	before(async () => {
		workbench = await openWorkbench({
			prepare: folder => {
				writeFileSync(join(folder, 'note.md'), note);
				return folder;
			},
		});
		await workbench.press('Control+p');
		await workbench.quickInput.fill('note.md');
		await workbench.quickPickRows.filter({ hasText: 'note.md' }).first().waitFor();
		await workbench.press('Enter');
		await workbench.waitForEditorText('Not in');
	});

	after(() => workbench.close());

	/** The pieces of a line that have a colour of their own, whatever else is drawn on them: `=` before what has that of the text, `+` before what has not. */
	const piecesOf = async (line: number): Promise<readonly string[]> => {
		const found = await workbench.editorLines
			.locator('.view-line')
			.nth(line)
			.locator('span > span')
			.evaluateAll((pieces: readonly Piece[]) => pieces.map(({ textContent, className }) => ({ text: textContent ?? '', className })));
		const coloured = found.map(({ text, className }) => ({
			text: text.replaceAll('\u00a0', ' '),
			colour: /\bmtk\d+/u.exec(className)?.[0],
		}));
		const plain = coloured[0]?.colour;
		return coloured.reduce<readonly string[]>((pieces, { text, colour }, index) => {
			const last = pieces.at(-1);
			return last !== undefined && colour === coloured[index - 1]?.colour
				? [...pieces.slice(0, -1), last + text]
				: [...pieces, (colour === plain ? '=' : '+') + text];
		}, []);
	};

	it('tells targets, aliases, tags and shortcodes from text, and leaves brackets quiet', async () => {
		const expected = [
			'=See [[',
			'+Spokeshave',
			'=|',
			'+the small plane',
			'=]] and #',
			'+joinery',
			'=, ',
			'+{{<',
			'= ',
			'+figure',
			'= ',
			'+"a.png"',
			'= ',
			'+>}}',
			'= too.',
		];
		await workbench.waitFor('the colours', async () => (await piecesOf(0)).length === expected.length);
		assert.deepEqual(await piecesOf(0), expected);
	});

	it('leaves code alone', async () => {
		assert.deepEqual(await piecesOf(1), ['=Not in ', '+`[[code]]`', '=.']);
	});
});
