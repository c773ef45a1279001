/** Whoever switches between windows all the time shall not have the disk read all the time. */
const atMostEveryMilliseconds = 10_000;

/** Which changes of the focus mean that the user comes back to the window, after a while. */
export class Returns {
	#wasFocused: boolean;
	#last = 0;

	constructor(isFocused: boolean) {
		this.#wasFocused = isFocused;
	}

	/** Asked at every change of the focus; `now` in milliseconds since 1970. */
	isOne(isFocused: boolean, now: number): boolean {
		const isBack = isFocused && !this.#wasFocused && Math.abs(now - this.#last) >= atMostEveryMilliseconds;
		this.#wasFocused = isFocused;
		if (isBack) {
			this.#last = now;
		}
		return isBack;
	}
}

/** Whether a look at all its files is cheap. Those of a virtual file system may each be asked for over a network, and it tells of its changes itself. */
export function isOnDisk({ folder }: { readonly folder: { readonly uri: { readonly scheme: string } } }): boolean {
	return folder.uri.scheme === 'file';
}
