/** Tells the time; tests set it. */
export class Clock {
	#read: () => number = Date.now;
	readonly #listeners = new Set<() => Promise<void>>();

	/** Milliseconds since 1970 UTC. */
	now(): number {
		return this.#read();
	}

	/** Stands still at that instant, or goes again when given undefined; resolves when those who wait for time to pass have seen it. For tests. */
	async set(instant: number | undefined): Promise<void> {
		this.#read = instant === undefined ? Date.now : () => instant;
		await Promise.all([...this.#listeners].map(listener => listener()));
	}

	/** Calls back when a test has set the clock, until the returned function is called. */
	onDidSet(listener: () => Promise<void>): () => void {
		this.#listeners.add(listener);
		return () => {
			this.#listeners.delete(listener);
		};
	}
}
