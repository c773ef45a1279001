import type { AgentLog } from '../core/agentTools/agentLog.ts';
import type { AgentToolName } from '../core/agentTools/agentTool.ts';
import { entryTextAnswer, entryToRead } from '../core/agentTools/readEntry.ts';
import { readStatistics } from '../core/agentTools/readStatistics.ts';
import { searchEntries } from '../core/agentTools/searchEntries.ts';
import { oneLine } from '../core/agentTools/toolAnswer.ts';
import { ToolRefusal } from '../core/agentTools/toolRefusal.ts';
import { createdAnswer, titleToCreate } from '../core/agentTools/writeRequests.ts';
import { createEntry, whyNotCreated, type Wanted } from '../cli/createEntry.ts';
import { isPartOf } from '../cli/findVault.ts';
import { whatEntriesAre, type LogFolder } from '../cli/logFolder.ts';
import { addTime } from './addTime.ts';
import { agentLogOf, type Call } from './session.ts';

type Work = (call: Call) => Promise<string>;

/** What the tools do; each rejects with a `ToolRefusal` where it does not do what it was asked. */
export const works: Readonly<Record<AgentToolName, Work>> = {
	search_entries: reading(({ log, input, hint }) => searchEntries(log, input) + hint),
	read_entry: reading(({ folder, log, input }) => {
		const wanted = entryToRead(log, input);
		const text = folder.textOf(wanted.entry.path);
		if (text === undefined) {
			throw new ToolRefusal(`${oneLine(wanted.entry.path)} cannot be read.`);
		}
		return entryTextAnswer(wanted, text);
	}),
	read_statistics: reading(({ log, input, hint }) => readStatistics(log, input) + hint),
	create_entry: create,
	add_input_time: addTime,
};

interface Reading {
	readonly folder: LogFolder;
	readonly log: AgentLog;
	readonly input: unknown;
	/** Says on a line of its own what an entry is, where there is none. */
	readonly hint: string;
}

function reading(work: (reading: Reading) => string): Work {
	return async ({ session, input }) => {
		const folder = await session.reader.read();
		const log = agentLogOf(folder, session);
		return work({ folder, log, input, hint: log.entries.length === 0 ? `\n${whatEntriesAre(folder.vault.shape)}` : '' });
	};
}

/** Whether today has an entry already is looked at under the lock, so two agents at once create one entry between them. */
async function create({ session, input, signal }: Call): Promise<string> {
	const { target, reader } = session;
	const creation = await createEntry({
		root: target.root,
		open: () => reader.read(),
		accept: path => isPartOf(path, target),
		want: (folder): Wanted => {
			const title = titleToCreate(agentLogOf(folder, session), input);
			signal.throwIfAborted();
			return { title, date: undefined, now: session.now() };
		},
	});
	if (creation.kind !== 'created') {
		throw new ToolRefusal(whyNotCreated(creation));
	}
	const { path } = creation.plan;
	const { vault } = await reader.read();
	return createdAnswer(path, vault.entries().find(entry => entry.path === path)?.number);
}
