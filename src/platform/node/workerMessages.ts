import type { MessagePort } from 'node:worker_threads';
import { isLined, linesOf, type LoadedNote } from '../../core/loadedNote.ts';
import type { LoadReport, LoadRequest } from '../loadNotes.ts';
import type { LinkRule } from './nodeFolders.ts';

/** What the worker is given when it starts. */
export interface WorkerInput {
	/** Path of the workspace folder on the disk. */
	readonly root: string;
	readonly links: LinkRule;
	readonly request: LoadRequest;
	/** The bundle that runs. */
	readonly workerFile: string;
	/** Where the notes are kept from one start to the next; undefined where they are not. */
	readonly cacheFolder: string | undefined;
}

/** What a loading worker sends. The lists of the report come in pieces, before the rest of it. */
export type LoadMessage =
	/** Those in lines and those that cannot be; `kept` are as an earlier load read them, and have not been looked at. */
	| { readonly kind: 'notes'; readonly lines: string; readonly others: readonly LoadedNote[]; readonly kept: boolean }
	| { readonly kind: 'paths'; readonly paths: LoadReport['paths'] }
	| { readonly kind: 'folders'; readonly folders: LoadReport['folders'] }
	| { readonly kind: 'report'; readonly report: Omit<LoadReport, 'paths' | 'folders'> }
	/** A line for the log. */
	| { readonly kind: 'note'; readonly line: string };

/** Sent back for each piece that was taken. */
export const taken = 'taken';

/** So many pieces may be on their way: while the receiver works on one, the next are written. */
const mostUnderWay = 3;

const pathsInPiece = 1000;
const foldersInPiece = 250;

/**
 * Sends in pieces, and few at a time: a thread that finds many messages waiting takes them all at once, however long that keeps it from
 * anything else.
 */
export class LoadSender {
	readonly #port: MessagePort;
	#underWay = 0;
	#wake: (() => void) | undefined;

	constructor(port: MessagePort) {
		this.#port = port;
		port.on('message', () => {
			this.#underWay--;
			this.#wake?.();
		});
	}

	async sendNotes(notes: readonly LoadedNote[], kept: boolean): Promise<void> {
		await this.#send({ kind: 'notes', lines: linesOf(notes.filter(isLined)), others: notes.filter(note => !isLined(note)), kept });
	}

	async sendReport({ paths, folders, ...report }: LoadReport): Promise<void> {
		for (let at = 0; at < paths.length; at += pathsInPiece) {
			await this.#send({ kind: 'paths', paths: paths.slice(at, at + pathsInPiece) });
		}
		for (let at = 0; at < folders.length; at += foldersInPiece) {
			await this.#send({ kind: 'folders', folders: folders.slice(at, at + foldersInPiece) });
		}
		await this.#send({ kind: 'report', report });
	}

	note(line: string): void {
		this.#post({ kind: 'note', line });
	}

	async #send(message: LoadMessage): Promise<void> {
		while (this.#underWay >= mostUnderWay) {
			await new Promise<void>(resolve => {
				this.#wake = resolve;
			});
		}
		this.#underWay++;
		this.#post(message);
	}

	#post(message: LoadMessage): void {
		this.#port.postMessage(message);
	}
}
