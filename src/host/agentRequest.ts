import * as vscode from 'vscode';
import type { AgentLog } from '../core/agentTools/agentLog.ts';
import { ToolRefusal } from '../core/agentTools/toolRefusal.ts';
import { firstWeekday } from '../core/time/firstWeekday.ts';
import type { FolderVault } from './folderVault.ts';
import { historyOfLog } from './logHistory.ts';
import type { Services } from './services.ts';
import { today } from './today.ts';
import type { Vaults } from './vaults.ts';

/** What a language model asks of one log. */
export interface AgentRequest {
	readonly services: Services;
	readonly vault: FolderVault;
	readonly log: AgentLog;
	/** The tool's input without the choice of a log; not checked yet. */
	readonly input: unknown;
}

/**
 * The request as the window understands it, with the log that is meant.
 * @throws {ToolRefusal} where there is no log, or several and none is named.
 * @throws {vscode.CancellationError} where it was cancelled meanwhile.
 */
export async function agentRequest(services: Services, given: object, token: vscode.CancellationToken): Promise<AgentRequest> {
	await services.vaults.loadAll();
	throwIfCancelled(token);
	const { log: name, ...input } = { log: undefined, ...given };
	const vault = logNamed(services.vaults, name);
	const log = {
		entries: vault.vault.entries(),
		history: historyOfLog(vault),
		today: today(vault, services.clock),
		weekStartsOn: firstWeekday(vault.settings),
		goal: vault.settings['goal.hoursPerWeek'] * 60,
	};
	return { services, vault, log, input };
}

/** @throws {vscode.CancellationError} */
export function throwIfCancelled(token: vscode.CancellationToken): void {
	if (token.isCancellationRequested) {
		throw new vscode.CancellationError();
	}
}

function logNamed(vaults: Vaults, name: unknown): FolderVault {
	const logs = vaults.withLog;
	const [first, ...others] = typeof name === 'string' ? logs.filter(log => vaults.nameOf(log) === name) : logs;
	if (first !== undefined && others.length === 0) {
		return first;
	}
	const names = logs.map(log => vaults.nameOf(log)).join(', ');
	throw new ToolRefusal(
		logs.length === 0
			? vscode.l10n.t('No open folder holds a daily log. The user can begin one with the command “New Daily Log”.')
			: vscode.l10n.t('Say which log is meant, with “log”: {0}.', names),
	);
}
