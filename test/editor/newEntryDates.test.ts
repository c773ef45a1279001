import assert from 'node:assert/strict';
import {
	answering,
	describeLog,
	instant,
	list,
	read,
	run,
	set,
	shown,
	until,
	withLog,
	type LogSettings,
	type TestLog,
} from './logDriver.ts';

function entry(number: number, date: string): string {
	return `---\ntitle: "${number} - a"\ndate: ${date}\ninput: 90\noutput: x\n---\nProse.\n`;
}

/** The path and the `date` of an entry that begins at that instant in a log that has entry 62 of 2022-06-01. */
async function dateAt(now: string, settings: LogSettings, sample = '62.md'): Promise<string> {
	let date = '';
	await withLog({ [sample]: entry(62, '2022-06-01T12:00:00Z') }, settings, async ({ api, create }) => {
		api.clock.set(instant(now));
		const [path, text] = await create('b');
		date = `${path} ${/^date: (.*)$/mu.exec(text)?.[1] ?? text}`;
	});
	return date;
}

describeLog('The date of a new entry', () => {
	it('has the offset of the zone at that instant', () =>
		withLog({ '62.md': entry(62, '2022-06-01T12:00:00Z') }, {}, async ({ api, folder, create }) => {
			const inZone = async (timeZone: string, now: string): Promise<string> => {
				api.clock.set(instant(now));
				await set({ folder, oncePerDay: 'create', timeZone });
				const [path, text] = await create('b');
				return `${path} ${/^date: (.*)$/mu.exec(text)?.[1] ?? text}`;
			};
			assert.deepEqual(
				[
					await inZone('America/Denver', '2022-11-06T07:59:59Z'),
					await inZone('America/Denver', '2022-11-06T08:00:01Z'),
					await inZone('America/Denver', '2022-12-02T13:21:40Z'),
					await inZone('Asia/Kolkata', '2022-12-02T13:21:40Z'),
					await inZone('Pacific/Auckland', '2022-12-02T13:21:40Z'),
					await inZone('UTC', '2022-12-02T13:21:40Z'),
				],
				[
					'63.md 2022-11-06T01:59:59-06:00',
					'64.md 2022-11-06T01:00:01-07:00',
					'65.md 2022-12-02T06:21:40-07:00',
					'66.md 2022-12-02T18:51:40+05:30',
					'67.md 2022-12-03T02:21:40+13:00',
					'68.md 2022-12-02T13:21:40+00:00',
				],
			);
		}));

	it("falls back to this computer's zone where there is none of that name", async () => {
		const date = (await dateAt('2022-12-02T13:21:40Z', { timeZone: 'America/Nowhere' })).slice('63.md '.length);
		assert.equal(Date.parse(date), instant('2022-12-02T13:21:40Z'), date);
	});

	it('is now, and the day of the name the day of the log', async () => {
		const name = (settings: LogSettings) => dateAt('2022-12-03T01:30:00-07:00', settings, '2022-06-01.md');
		assert.deepEqual(
			[await name({ dayStartsAt: 4 }), await name({ dayStartsAt: 0 }), await name({ timeZone: 'Pacific/Auckland' })],
			['2022-12-02.md 2022-12-03T01:30:00-07:00', '2022-12-03.md 2022-12-03T01:30:00-07:00', '2022-12-03.md 2022-12-03T21:30:00+13:00'],
		);
	});
});

const today = '2022-12-02T06:21:40-07:00';
const evening = '2022-12-02T20:00:00-07:00';

/** A log with an entry for today, at that instant. */
function onTheDay(now: string, settings: LogSettings, test: (log: TestLog) => Promise<void>): Promise<void> {
	return withLog({ '61.md': entry(61, '2022-12-01T06:00:00-07:00'), '62.md': entry(62, today) }, settings, async log => {
		log.api.clock.set(instant(now));
		await test(log);
	});
}

/** The files of the log and the one in the editor. */
async function outcome({ folder }: TestLog): Promise<readonly [string, string]> {
	return [(await list(folder)).join(' '), shown().path.slice(folder.length + 1)];
}

describeLog('A second entry on a day', () => {
	const title = { title: 'b' };

	it('is not created with oncePerDay open', () =>
		onTheDay(evening, { oncePerDay: 'open' }, async log => {
			await run('dailyLog.new', title);
			assert.deepEqual(await outcome(log), ['61.md 62.md', '62.md']);
		}));

	it('is created with oncePerDay create', () =>
		onTheDay(evening, { oncePerDay: 'create' }, async log => {
			await run('dailyLog.new', title);
			assert.deepEqual(await outcome(log), ['61.md 62.md 63.md', '63.md']);
		}));

	it('is asked for: the first answer opens, the second creates, Escape does nothing', () =>
		onTheDay(evening, { oncePerDay: 'ask' }, async log => {
			await answering('escape', 'dailyLog.new', title);
			assert.deepEqual(await outcome(log), ['61.md 62.md', '']);
			await answering('enter', 'dailyLog.new', title);
			assert.deepEqual(await outcome(log), ['61.md 62.md', '62.md']);
			await answering('second', 'dailyLog.new', title);
			assert.deepEqual(await outcome(log), ['61.md 62.md 63.md', '63.md']);
		}));

	it('is one of the day before until the day of the log begins', async () => {
		await onTheDay('2022-12-03T01:30:00-07:00', { oncePerDay: 'open', dayStartsAt: 4 }, async log => {
			await run('dailyLog.new', title);
			assert.deepEqual(await outcome(log), ['61.md 62.md', '62.md']);
		});
		await onTheDay('2022-12-03T01:30:00-07:00', { oncePerDay: 'open', dayStartsAt: 0 }, async log => {
			await run('dailyLog.new', title);
			assert.deepEqual(await outcome(log), ['61.md 62.md 63.md', '63.md']);
		});
	});
});

describeLog('The input box of New Daily Log', () => {
	it('creates nothing on Escape', () =>
		onTheDay(evening, {}, async log => {
			await answering('escape', 'dailyLog.new');
			assert.deepEqual([await outcome(log), log.told()], [['61.md 62.md', ''], []]);
		}));

	it('creates an entry with the title to be filled in on Enter', () =>
		onTheDay(evening, {}, async log => {
			await answering('enter', 'dailyLog.new');
			assert.deepEqual(await outcome(log), ['61.md 62.md 63.md', '63.md']);
			assert.match(await read(`${log.folder}/63.md`), /^title: "63 - "$/mu);
		}));
});

describeLog("Open Today's Entry", () => {
	it('opens it', () =>
		onTheDay(evening, {}, async log => {
			await run('dailyLog.openToday');
			assert.deepEqual(await outcome(log), ['61.md 62.md', '62.md']);
		}));

	it('follows the day', () =>
		onTheDay('2022-12-01T23:59:59-07:00', {}, async log => {
			await run('dailyLog.openToday');
			assert.equal(shown().path, `${log.folder}/61.md`);
			log.api.clock.set(instant('2022-12-02T00:00:01-07:00'));
			await run('dailyLog.openToday');
			assert.equal(shown().path, `${log.folder}/62.md`);
		}));

	it('says that there is none, and creates it when asked to', () =>
		onTheDay('2022-12-05T06:00:00-07:00', {}, async log => {
			await run('dailyLog.openToday');
			assert.deepEqual(log.told(), ['The log has no entry for today yet.']);
			await answering('enter', 'notification.acceptPrimaryAction');
			await until('the title box to be answered', async () => {
				await run('workbench.action.acceptSelectedQuickOpenItem');
				return (await list(log.folder)).length === 3;
			});
			await until('entry 63 in the editor', () => shown().path === `${log.folder}/63.md`, shown);
		}));
});
