import * as vscode from 'vscode';

/** A file, or a folder with what is in it by name. */
export type Item = MemoryFile | MemoryFolder;

export interface MemoryFile {
	readonly kind: 'file';
	data: Uint8Array;
	mtime: number;
}

export interface MemoryFolder {
	readonly kind: 'folder';
	readonly items: Map<string, Item>;
	mtime: number;
}

export function emptyFolder(): MemoryFolder {
	return { kind: 'folder', items: new Map(), mtime: Date.now() };
}

export function newFile(data: Uint8Array): MemoryFile {
	return { kind: 'file', data, mtime: Date.now() };
}

/** A tree of files, addressed as uris are; paths with other letter case are other paths. */
export class MemoryTree {
	readonly root = emptyFolder();

	find(uri: vscode.Uri): Item | undefined {
		let item: Item | undefined = this.root;
		for (const name of partsOf(uri)) {
			item = item?.kind === 'folder' ? item.items.get(name) : undefined;
		}
		return item;
	}

	get(uri: vscode.Uri): Item {
		const item = this.find(uri);
		if (item === undefined) {
			throw vscode.FileSystemError.FileNotFound(uri);
		}
		return item;
	}

	folder(uri: vscode.Uri): MemoryFolder {
		const item = this.get(uri);
		if (item.kind !== 'folder') {
			throw vscode.FileSystemError.FileNotADirectory(uri);
		}
		return item;
	}

	file(uri: vscode.Uri): MemoryFile {
		const item = this.get(uri);
		if (item.kind !== 'file') {
			throw vscode.FileSystemError.FileIsADirectory(uri);
		}
		return item;
	}

	/** Puts an item there in place of any other; its folder must be there. */
	put(uri: vscode.Uri, item: Item): void {
		this.folder(vscode.Uri.joinPath(uri, '..')).items.set(nameOf(uri), item);
	}

	remove(uri: vscode.Uri): void {
		this.get(uri);
		this.folder(vscode.Uri.joinPath(uri, '..')).items.delete(nameOf(uri));
	}
}

function partsOf(uri: vscode.Uri): readonly string[] {
	return uri.path.split('/').filter(part => part !== '');
}

function nameOf(uri: vscode.Uri): string {
	return partsOf(uri).at(-1) ?? '';
}
