import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { formatEvent } from '../../support/report.ts';

/** Hands figures to the terminal's side; times in milliseconds, memory in bytes. */
export function tell(figures: Readonly<Record<string, number>>): void {
	console.log(formatEvent({ kind: 'note', text: JSON.stringify(figures) }));
}

/** Median of some runs. */
export function medianTime(work: () => unknown): number {
	const times = [1, 2, 3].map(() => {
		const start = performance.now();
		work();
		return performance.now() - start;
	});
	return quantile(times, 0.5);
}

/** The value below which that share of the values lies; `NaN` of none. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Bytes in use after a garbage collection. */
export function heldMemory(): number {
	setFlagsFromString('--expose-gc');
	runInNewContext('gc(); gc();');
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}

/** The longest time in which the thread did nothing else while that work went on. */
export async function longestBlock(work: () => Promise<unknown>): Promise<number> {
	const resolution = 1;
	const delay = monitorEventLoopDelay({ resolution });
	delay.enable();
	await pause(5);
	delay.reset();
	await work();
	// The histogram sees a block only in the next turn of the loop.
	await pause(20);
	delay.disable();
	return Math.max(0, delay.max / 1e6 - resolution);
}

export function pause(milliseconds: number): Promise<void> {
	return new Promise(resolve => setTimeout(resolve, milliseconds));
}

/** Waits until the thread has little to do for half a second; for five minutes at most. */
export async function idle(): Promise<void> {
	for (let turn = 0; turn < 600; turn++) {
		const before = performance.eventLoopUtilization();
		await pause(500);
		if (performance.eventLoopUtilization(before).utilization < 0.04) {
			return;
		}
	}
}
