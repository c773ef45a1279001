/** A value, or one that comes later: the Node half answers at once (in a worker), the web half when the file system does. */
export type Awaitable<T> = T | Promise<T>;

/** One name in a folder. Named pipes, devices and dangling links are not listed. */
export interface FolderItem {
	readonly name: string;
	readonly kind: 'file' | 'folder';
	/** For a folder reached through a symbolic link: where it really is, so that a loop is walked once. */
	readonly realPath?: string;
}

/** What reading a file came to. `stamp` changes whenever the file does. */
export type FileReading =
	| { readonly kind: 'text'; readonly text: string; readonly stamp: string }
	| { readonly kind: 'unchanged' }
	| { readonly kind: 'skipped'; readonly reason: string };

/** The folders and files below one workspace folder; paths are relative to it, with `/`. No method rejects or throws. */
export interface Folders {
	/** How many files are best read at the same time: 1 where reading is synchronous. */
	readonly atOnce: number;
	/** What is in the folder; an error sentence where it cannot be listed. */
	list(path: string): Awaitable<readonly FolderItem[] | string>;
	/** The file's text without byte order mark, unless it still has the stamp that is known, or more than `largest` bytes; by default `largestNote`. */
	read(path: string, knownStamp: string | undefined, largest?: number): Awaitable<FileReading>;
}

/** A Markdown page larger than this is no note that a person wrote; it is skipped with a line in the log. */
export const largestNote = 5 * 1024 * 1024;

/** How many bytes at the beginning decide whether a file is text. */
const bytesLookedAt = 1024;

/** The bytes as text, UTF-8 or, with its byte order mark, UTF-16; undefined where they are no text. The byte order mark is left out, as VS Code does. */
export function decodeText(bytes: Uint8Array): string | undefined {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) {
		return new TextDecoder('utf-16le').decode(bytes);
	}
	if (bytes[0] === 0xfe && bytes[1] === 0xff) {
		return new TextDecoder('utf-16be').decode(bytes);
	}
	return bytes.subarray(0, bytesLookedAt).includes(0) ? undefined : new TextDecoder().decode(bytes);
}
