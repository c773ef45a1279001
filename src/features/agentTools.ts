import * as vscode from 'vscode';
import type { AgentToolName } from '../core/agentTools/agentTool.ts';
import { entryTextAnswer, entryToRead } from '../core/agentTools/readEntry.ts';
import { readStatistics } from '../core/agentTools/readStatistics.ts';
import { searchEntries } from '../core/agentTools/searchEntries.ts';
import { ToolRefusal } from '../core/agentTools/toolRefusal.ts';
import { addedAnswer, createdAnswer, timeToAdd, titleToCreate } from '../core/agentTools/writeRequests.ts';
import type { Entry } from '../core/entry.ts';
import { agentRequest, throwIfCancelled, type AgentRequest } from '../host/agentRequest.ts';
import { nextNumberIn, tryCreateEntry } from '../host/entryCreator.ts';
import { planInput, type InputPlan, type InputTarget } from '../host/inputWriter.ts';
import type { Tool } from '../host/laterTools.ts';
import type { Services } from '../host/services.ts';

/** What a tool does, and what is shown of it before and while it does so. */
interface Work {
	readonly prepare: (request: AgentRequest) => vscode.ProviderResult<vscode.PreparedToolInvocation>;
	readonly run: (request: AgentRequest, token: vscode.CancellationToken) => string | Promise<string>;
}

const works: Readonly<Record<AgentToolName, Work>> = {
	search_entries: {
		prepare: () => ({ invocationMessage: vscode.l10n.t('Searching the daily log') }),
		run: ({ log, input }) => searchEntries(log, input),
	},
	read_entry: {
		prepare: ({ log, input }) => ({ invocationMessage: shown(vscode.l10n.t('Reading “{0}”', entryToRead(log, input).entry.title)) }),
		run: readOne,
	},
	read_statistics: {
		prepare: () => ({ invocationMessage: vscode.l10n.t('Adding up the daily log') }),
		run: ({ log, input }) => readStatistics(log, input),
	},
	create_entry: { prepare: prepareCreating, run: create },
	add_input_time: { prepare: prepareAdding, run: add },
};

/** The tools of language models by the names that the manifest gives them. */
export function agentToolsOf(services: Services): ReadonlyMap<string, Tool> {
	return new Map(Object.entries(works).map(([name, work]) => [`dailyLog_${name}`, toolOf(services, work)]));
}

/** Whatever is written has been confirmed: where preparing is refused, the tool is not run. */
function toolOf(services: Services, { prepare, run }: Work): Tool {
	return {
		prepareInvocation: ({ input }, token) => answering(services, async () => prepare(await agentRequest(services, input, token))),
		invoke: ({ input }, token) =>
			answering(services, async () => {
				const text = await run(await agentRequest(services, input, token), token);
				return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
			}),
	};
}

/** A model, and who watches it, get one plain sentence, and the log channel the rest. */
async function answering<T>({ onError }: Services, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof ToolRefusal || error instanceof vscode.CancellationError) {
			throw error;
		}
		onError(error);
		throw new ToolRefusal(vscode.l10n.t('Daily Log failed unexpectedly; its log says more.'));
	}
}

async function readOne({ vault, log, input }: AgentRequest): Promise<string> {
	const wanted = entryToRead(log, input);
	const text = await vault.textOf(wanted.entry.path);
	if (text === undefined) {
		throw new ToolRefusal(vscode.l10n.t('“{0}” cannot be read.', wanted.entry.path));
	}
	return entryTextAnswer(wanted, text);
}

function prepareCreating({ vault, log, input }: AgentRequest): vscode.PreparedToolInvocation {
	const [title, number] = [titleToCreate(log, input), nextNumberIn(vault)];
	const { name } = vault.folder;
	const message =
		title === ''
			? vscode.l10n.t('It goes into the log of “{0}”, with its title to be filled in. Nothing is overwritten.', name)
			: vscode.l10n.t('It goes into the log of “{0}”, with the title “{1}”. Nothing is overwritten.', name, title);
	return {
		invocationMessage: vscode.l10n.t('Creating entry {0}', number),
		confirmationMessages: { title: vscode.l10n.t('Create entry {0}?', number), message: shown(message) },
	};
}

async function create({ services, vault, log, input }: AgentRequest, token: vscode.CancellationToken): Promise<string> {
	const title = titleToCreate(log, input);
	throwIfCancelled(token);
	const creating = await tryCreateEntry(vault, title, services.clock.now());
	if (creating.kind === 'failed') {
		services.tell.note(creating.sentence);
		throw new ToolRefusal(creating.sentence);
	}
	const { path, uri } = vault.addressOf(creating.uri);
	return createdAnswer(path, vault.vault.entry(uri)?.number);
}

async function prepareAdding(request: AgentRequest): Promise<vscode.PreparedToolInvocation> {
	const { entry, before, after } = await planAdding(request);
	const title =
		after < before
			? vscode.l10n.t('Take {0} min from the daily log?', before - after)
			: vscode.l10n.t('Add {0} min to the daily log?', after - before);
	return {
		invocationMessage: shown(vscode.l10n.t('Adding time to “{0}”', entry.title)),
		confirmationMessages: { title, message: shown(vscode.l10n.t('“{0}”: {1} min → {2} min', entry.title, before, after)) },
	};
}

async function add(request: AgentRequest, token: vscode.CancellationToken): Promise<string> {
	const adding = await planAdding(request);
	throwIfCancelled(token);
	const writing = await adding.plan?.write();
	if (writing?.kind === 'refused') {
		throw new ToolRefusal(vscode.l10n.t('“{0}” could not be changed. Nothing was written.', adding.entry.title));
	}
	return addedAnswer(adding.entry, adding, writing === undefined || writing.kind === 'saved');
}

interface Adding {
	readonly entry: Entry;
	/** Minutes that the entry counts before and after. */
	readonly before: number;
	readonly after: number;
	/** Undefined where nothing is to be changed. */
	readonly plan: InputPlan | undefined;
}

async function planAdding({ vault, log, input }: AgentRequest): Promise<Adding> {
	const { entry, minutes } = timeToAdd(log, input);
	const target: InputTarget = { vault, uri: vscode.Uri.parse(entry.uri, true), title: entry.title };
	const planning = await planInput(target, minutes);
	switch (planning.kind) {
		case 'plan':
			return { entry, plan: planning.plan, before: planning.plan.before, after: planning.plan.after };
		case 'same':
			return { entry, plan: undefined, before: planning.before, after: planning.before };
		case 'problem':
			throw new ToolRefusal(planning.sentence);
	}
}

/** A sentence with words of a note or a model in it: none of them is taken for Markdown. */
function shown(sentence: string): vscode.MarkdownString {
	return new vscode.MarkdownString().appendText(sentence);
}
