/** Tells the time; tests set it. */
export class Clock {
	#read: () => number = Date.now;

	/** Milliseconds since 1970 UTC. */
	now(): number {
		return this.#read();
	}

	/** Stands still at that instant, or goes again when given undefined. For tests. */
	set(instant: number | undefined): void {
		this.#read = instant === undefined ? Date.now : () => instant;
	}
}
