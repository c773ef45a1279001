import * as vscode from 'vscode';
import { registerInsertLink } from './features/insertLink.ts';
import { registerNewEntry } from './features/newEntry.ts';
import { registerOpenToday } from './features/openToday.ts';
import { registerToggleDraft } from './features/toggleDraft.ts';
import type { Services } from './host/services.ts';

type Register = (services: Services) => vscode.Disposable;

const features: readonly Register[] = [registerNewEntry, registerOpenToday, registerToggleDraft, registerInsertLink];

/** What writes entries and into them; loaded when there is a log to read, or to begin. */
export function startWriting(services: Services): vscode.Disposable {
	return vscode.Disposable.from(...features.map(register => register(services)));
}
