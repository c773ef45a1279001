import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activate, at, describeLog, instant, read, run, shown, withLog } from '../logDriver.ts';

const now = '2022-12-03T07:00:00-07:00';

function entry(number: number, day: string, input = 90): string {
	return `---\ntitle: "${number} - a"\ndate: ${day}T06:21:40-07:00\ninput: ${input}\noutput: x\n---\nSee [[61]].\n`;
}

const two = { '61.md': entry(61, '2022-12-01'), '62.md': entry(62, '2022-12-02') };

describeLog('A folder that is on no disk', () => {
	it('is one, and its log is read', async () => {
		const entries = (await activate()).entries();
		assert.equal(at('').toString(), 'memlog://github/owner/log');
		assert.ok(entries.length >= 30, `only ${entries.length} entries`);
		assert.ok(entries.every(({ uri }) => uri.startsWith('memlog://github/owner/log')));
	});

	it('gets the next entry, open and saved', () =>
		withLog(two, {}, async log => {
			await log.api.clock.set(instant(now));
			const [path, text] = await log.create('Far away');
			assert.equal(path, '63.md');
			assert.match(text, /^---\ntitle: "63 - Far away"\ndate: 2022-12-03T07:00:00-07:00\ninput: 0\n/u);
			assert.deepEqual([shown().path, shown().dirty, log.told()], [`${log.folder}/63.md`, false, []]);
		}));

	it('gets no second entry of one name', () =>
		withLog({ ...two, '63.md': 'Mine.\n' }, { fileName: '{number}' }, async log => {
			await log.api.clock.set(instant(now));
			await run('dailyLog.new', { title: 'x' });
			assert.equal(await read(`${log.folder}/63.md`), 'Mine.\n');
		}));

	it('gets the minutes of the timer', () =>
		withLog({ ...two, '63.md': entry(63, '2022-12-03') }, { 'timer.idleMinutes': 0 }, async ({ api, folder }) => {
			await api.clock.set(instant(now));
			await run('dailyLog.discardTimer');
			await run('dailyLog.startTimer');
			for (let minutes = 1; minutes <= 25; minutes++) {
				await api.clock.set(instant(now) + minutes * 60_000);
			}
			await run('dailyLog.stopTimer');
			assert.equal(await read(`${folder}/63.md`), entry(63, '2022-12-03', 115));
		}));

	it('has a link follow the note that it leads to', () =>
		withLog(two, {}, async ({ folder }) => {
			const document = await vscode.workspace.openTextDocument(at(`${folder}/62.md`));
			const place = document.positionAt(document.getText().indexOf('61]]'));
			const found = await vscode.commands.executeCommand<readonly (vscode.Location | vscode.LocationLink)[]>(
				'vscode.executeDefinitionProvider',
				document.uri,
				place,
			);
			const [first] = found;
			assert.equal(String(first !== undefined && 'targetUri' in first ? first.targetUri : first?.uri), at(`${folder}/61.md`).toString());
		}));
});
