import assert from 'node:assert/strict';
import { answering, at, describeLog, read, run, withLog, write } from '../logDriver.ts';
import { entry } from '../problemsDriver.ts';

const header = '\uFEFFnumber,date,title,input,output,tags,draft,words,path\r\n';

describeLog('dailyLog.exportCsv', () => {
	it('writes a row for each entry into the file that is handed over, and says so', () =>
		withLog({ '1.md': entry(1), '2.md': entry(2, { output: 'output: "=1+1"' }), 'a.md': 'A note.\n' }, {}, async ({ folder, told }) => {
			await run('dailyLog.exportCsv', { uri: at(`${folder}/log.csv`) });
			assert.equal(
				await read(`${folder}/log.csv`),
				`${header}1,2022-12-01T06:00:00-07:00,1 - Entry,30,Done,daily-log,false,1,${folder}/1.md\r\n` +
					`2,2022-12-02T06:00:00-07:00,2 - Entry,30,'=1+1,daily-log,false,1,${folder}/2.md\r\n`,
			);
			assert.deepEqual(told(), [`2 entries were written to “${folder}/log.csv”.`]);
		}));

	it('takes the uri as text too, and replaces a file only when told to', () =>
		withLog({ '1.md': entry(1) }, {}, async ({ folder, told }) => {
			await write(`${folder}/log.csv`, 'mine');
			const uri = at(`${folder}/log.csv`).toString();
			await answering('escape', 'dailyLog.exportCsv', { uri });
			assert.equal(await read(`${folder}/log.csv`), 'mine');
			assert.deepEqual(told(), []);
			await answering('enter', 'dailyLog.exportCsv', { uri });
			assert.match(await read(`${folder}/log.csv`), /^\uFEFFnumber,[^]*\n1,2022-12-01/u);
			assert.deepEqual(told(), [`1 entry was written to “${folder}/log.csv”.`]);
		}));

	it('says what is wrong where the file cannot be written', () =>
		withLog({ '1.md': entry(1) }, {}, async ({ folder, told }) => {
			await run('dailyLog.exportCsv', { uri: at(`${folder}/1.md/log.csv`) });
			assert.deepEqual(told(), [`“${folder}/1.md/log.csv” could not be written. Choose another folder; the log says why.`]);
		}));
});
