import * as vscode from 'vscode';
import { emptyFolder, MemoryTree, newFile, type Item } from './files.ts';

/** A file system that is nowhere but in the memory of the extension host. */
export class MemoryFileSystem implements vscode.FileSystemProvider {
	readonly #tree = new MemoryTree();
	readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
	readonly onDidChangeFile = this.#changed.event;

	/** Every change is told, watched or not. */
	watch(): vscode.Disposable {
		return new vscode.Disposable(() => undefined);
	}

	/** Puts a file there, with the folders it needs, before anybody listens. */
	fill(uri: vscode.Uri, data: Uint8Array): void {
		const parts = uri.path.split('/').slice(1, -1);
		parts.forEach((_, index) => {
			const folder = uri.with({ path: `/${parts.slice(0, index + 1).join('/')}` });
			if (this.#tree.find(folder) === undefined) {
				this.#tree.put(folder, emptyFolder());
			}
		});
		this.#tree.put(uri, newFile(data));
	}

	stat(uri: vscode.Uri): vscode.FileStat {
		const item = this.#tree.get(uri);
		return { type: typeOf(item), ctime: 0, mtime: item.mtime, size: item.kind === 'file' ? item.data.length : 0 };
	}

	readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
		return [...this.#tree.folder(uri).items].map(([name, item]) => [name, typeOf(item)]);
	}

	readFile(uri: vscode.Uri): Uint8Array {
		return this.#tree.file(uri).data;
	}

	createDirectory(uri: vscode.Uri): void {
		if (this.#tree.find(uri) !== undefined) {
			throw vscode.FileSystemError.FileExists(uri);
		}
		this.#tree.put(uri, emptyFolder());
		this.#tell(vscode.FileChangeType.Created, uri);
	}

	writeFile(uri: vscode.Uri, content: Uint8Array, { create, overwrite }: { readonly create: boolean; readonly overwrite: boolean }): void {
		const there = this.#tree.find(uri);
		if (there === undefined && !create) {
			throw vscode.FileSystemError.FileNotFound(uri);
		}
		if (there?.kind === 'folder') {
			throw vscode.FileSystemError.FileIsADirectory(uri);
		}
		if (there !== undefined && create && !overwrite) {
			throw vscode.FileSystemError.FileExists(uri);
		}
		this.#tree.put(uri, newFile(content));
		this.#tell(there === undefined ? vscode.FileChangeType.Created : vscode.FileChangeType.Changed, uri);
	}

	delete(uri: vscode.Uri): void {
		this.#tree.remove(uri);
		this.#tell(vscode.FileChangeType.Deleted, uri);
	}

	rename(from: vscode.Uri, to: vscode.Uri, { overwrite }: { readonly overwrite: boolean }): void {
		const item = this.#tree.get(from);
		if (this.#tree.find(to) !== undefined && !overwrite) {
			throw vscode.FileSystemError.FileExists(to);
		}
		this.#tree.put(to, item);
		this.#tree.remove(from);
		this.#tell(vscode.FileChangeType.Deleted, from);
		this.#tell(vscode.FileChangeType.Created, to);
	}

	/** A little later, as real ones do. */
	#tell(type: vscode.FileChangeType, uri: vscode.Uri): void {
		setTimeout(() => {
			this.#changed.fire([{ type, uri }]);
		}, 5);
	}
}

function typeOf({ kind }: Item): vscode.FileType {
	return kind === 'file' ? vscode.FileType.File : vscode.FileType.Directory;
}
