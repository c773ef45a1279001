/** How long the thread may be kept at a time. */
const sliceMilliseconds = 8;

/** For work on many notes: lets other work onto the thread whenever a slice of time is used up. */
export class Slice {
	#began = performance.now();

	get isUsedUp(): boolean {
		return performance.now() - this.#began > sliceMilliseconds;
	}

	async yield(): Promise<void> {
		if (this.isUsedUp) {
			await new Promise(resolve => setTimeout(resolve, 0));
			this.#began = performance.now();
		}
	}
}

/** Does work that is parted into pieces, and lets other work onto the thread whenever a slice of time is used up. */
export async function inPieces<Result>(work: Iterator<undefined, Result, undefined>): Promise<Result> {
	const slice = new Slice();
	for (;;) {
		const { done, value } = work.next();
		await slice.yield();
		if (done === true) {
			return value;
		}
	}
}
