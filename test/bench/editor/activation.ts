import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { instruments, type MeasuredApi } from '../instruments.ts';
import { heldMemory, idle, longestBlock, medianTime, pause, quantile, tell } from './measuring.ts';
import { startProfiler } from './profiler.ts';

/** The folder that is open. */
export function vaultFolder(): string {
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
	assert.ok(folder !== undefined, 'no folder');
	return folder;
}

/**
 * Measures the first thing that happens in a window, before anything has activated the extension: the raw cost of the files, then `activate()` to `ready`, then what is held in memory
 * when all is quiet. The figures' names begin with `phase`: `cold.ready`.
 */
export async function measureActivation(phase: string): Promise<void> {
	const folder = vaultFolder();
	const extension = vscode.extensions.getExtension<MeasuredApi>('daily-log.daily-log');
	assert.ok(extension && !extension.isActive, 'no extension, or it was active before the measurement');
	// The window itself has much to do at first, and other extensions with it.
	await pause(2000);
	await idle();
	const raw = rawCosts(folder);
	const newest = newestIn(folder);
	instruments().hasNewest.ask = ({ knows }) => knows(newest);
	const idleBlocks = [await longestBlock(() => pause(300)), await longestBlock(() => pause(300)), await longestBlock(() => pause(300))];
	const before = heldMemory();
	let end = 0;
	let entries = 0;
	const profiler = await startProfiler();
	const block = await longestBlock(async () => {
		const api = await extension.activate();
		await api.ready;
		end = performance.now();
		entries = api.entries().length;
	});
	const heap = heldMemory() - before;
	assert.ok(entries > raw.notes * 0.9, `only ${entries} entries`);
	await profiler?.stop(phase);
	const settling = await longestBlock(idle);
	const { load, activate, start, newest: newestAt, statusBar } = instruments();
	const times = { ready: end - start, newest: newestAt - start, statusBar: statusBar - start, load, activate };
	const blocks = { block, settling, idleBlock: quantile(idleBlocks, 0.5) };
	tell(named(phase, { ...raw, ...times, ...blocks, heap, heapSettled: heldMemory() - before }));
}

/** The entry with the highest number in its name. */
function newestIn(folder: string): vscode.Uri {
	const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.md'));
	const numbered = names.map(name => ({ name, number: Number(/(\d+)(?:\.md|[\\/]index\.md)$/u.exec(name)?.[1] ?? -1) }));
	const { name } = numbered.reduce((best, each) => (each.number > best.number ? each : best));
	return vscode.Uri.file(join(folder, name));
}

function rawCosts(folder: string): { readonly notes: number; readonly bytes: number; readonly read: number; readonly stat: number } {
	const files = (): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.md'));
	let bytes = 0;
	const read = medianTime(() => {
		bytes = files().reduce((sum, name) => sum + readFileSync(join(folder, name)).length, 0);
	});
	const stat = medianTime(() => files().map(name => statSync(join(folder, name)).mtimeMs));
	return { notes: files().length, bytes, read, stat };
}

function named(phase: string, figures: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
	return Object.fromEntries(Object.entries(figures).map(([name, value]) => [`${phase}.${name}`, value]));
}
