import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as vscode from 'vscode';
import { formatEvent } from '../support/report.ts';
import type { Figures } from './figures.ts';

/** Runs in the extension host, before anything has activated the extension. */
describe('the budgets', () => {
	it('are measured', async function () {
		this.timeout(180_000);
		const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
		const extension = vscode.extensions.getExtension('daily-log.daily-log');
		assert.ok(folder !== undefined && extension, 'no folder or no extension');
		assert.ok(!extension.isActive, 'the extension was active before the measurement');
		const files = (): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.md'));
		const read = medianTime(() => files().map(name => readFileSync(join(folder, name)).length));
		const stat = medianTime(() => files().map(name => statSync(join(folder, name)).mtimeMs));
		const before = heldMemory();
		const delay = monitorEventLoopDelay({ resolution: 1 });
		delay.enable();
		const api: unknown = await extension.activate();
		assert.ok(isApi(api));
		await api.ready;
		const end = performance.now();
		// The histogram sees a block only in the next turn of the loop.
		await new Promise(resolve => setTimeout(resolve, 20));
		delay.disable();
		const { load, activate, start } = timings();
		const figures: Figures = {
			...{ notes: files().length, read, stat, load, activate },
			ready: end - start,
			longestBlock: delay.max / 1e6,
			heap: heldMemory() - before,
			entries: api.entries().length,
		};
		console.log(formatEvent({ kind: 'note', text: JSON.stringify(figures) }));
		assert.equal(figures.entries, figures.notes);
	});
});

function medianTime(work: () => unknown): number {
	const times = [1, 2, 3].map(() => {
		const start = performance.now();
		work();
		return performance.now() - start;
	});
	return times.sort((one, other) => one - other)[1] ?? 0;
}

/** Bytes in use after a garbage collection. */
function heldMemory(): number {
	setFlagsFromString('--expose-gc');
	runInNewContext('gc(); gc();');
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

/** What the wrapper around the bundle noted (`run.ts`). */
function timings(): { readonly load: number; readonly activate: number; readonly start: number } {
	const noted: unknown = Object.entries(globalThis).find(([name]) => name === 'dailyLogTimings')?.[1];
	assert.ok(typeof noted === 'object' && noted !== null && 'load' in noted && 'activate' in noted && 'start' in noted);
	return { load: Number(noted.load), activate: Number(noted.activate), start: Number(noted.start) };
}

interface Api {
	readonly ready: Promise<void>;
	entries(): readonly unknown[];
}

function isApi(value: unknown): value is Api {
	return typeof value === 'object' && value !== null && 'ready' in value && 'entries' in value;
}
