/** What is to become of a shared text. */
export type TextChange =
	| { readonly kind: 'keep' }
	| { readonly kind: 'write'; readonly text: string }
	| { readonly kind: 'delete' }
	/** The file gets another name, and nothing stands in its place: what is in it cannot be read. */
	| { readonly kind: 'setAside' };

/** A small text on the disk that all windows of this computer share. Its methods reject where the disk refuses. */
export interface SharedText {
	/** The uri of its file, which need not be there. */
	readonly uri: string;
	/** Undefined where there is no file. */
	read(): Promise<string | undefined>;
	/**
	 * Reads, decides and writes while no other window does so. The old text stands there or the new one, whatever happens; `change` gets undefined where there is no file.
	 * Returns the name that a file got that was set aside.
	 */
	update(change: (text: string | undefined) => TextChange): Promise<string | undefined>;
}

/** A name for a file that is set aside at that time: `timer.unreadable-20221202T062140.json`. */
export function nameAside(name: string, now: Date): string {
	const stamp = now.toISOString().replace(/[-:]|\.\d+Z$/gu, '');
	return name.replace(/(?=\.[^.]*$)|$/u, `.unreadable-${stamp}`);
}
