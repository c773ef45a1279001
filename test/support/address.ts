import { pathToFileURL } from 'node:url';
import type { Server } from './server.ts';

/** What a page of the workbench shows. All paths are absolute paths of this machine. */
export interface PageOptions {
	/** A folder or a `.code-workspace` file, or the uri of a folder elsewhere, `memlog://…`; an empty window if absent. */
	readonly workspace?: string;
	/** Folders of extensions that are loaded from their sources. */
	readonly developmentPaths?: readonly string[];
	/** A module that exports `run()`; the page then ends with its result. Counts only beside a development path. */
	readonly testsPath?: string;
}

/** The address under which a server shows that page. */
export function workbenchAddress(server: Server, options: PageOptions): string {
	const remote = (path: string): string => `vscode-remote://${server.authority}${uriPath(path)}`;
	const developmentPaths = options.developmentPaths ?? [];
	const payload = [
		['skipWelcome', 'true'],
		...developmentPaths.map(path => ['extensionDevelopmentPath', remote(path)]),
		...(options.testsPath === undefined ? [] : [['extensionTestsPath', remote(options.testsPath)]]),
	];
	const query = [
		workspaceQuery(options.workspace),
		...(developmentPaths.length === 0 ? [] : [`payload=${encodeURIComponent(JSON.stringify(payload))}`]),
	];
	return `http://${server.authority}/?${query.join('&')}`;
}

function workspaceQuery(workspace: string | undefined): string {
	if (workspace === undefined) {
		return 'ew=true';
	}
	if (/^[a-z][a-z-]+:\/\//u.test(workspace)) {
		return `folder=${encodeURIComponent(workspace)}`;
	}
	const path = encodeURIComponent(uriPath(workspace)).replaceAll('%2F', '/');
	return `${workspace.endsWith('.code-workspace') ? 'workspace' : 'folder'}=${path}`;
}

/** `C:\log` is `/C:/log` in an address. */
function uriPath(path: string): string {
	return decodeURIComponent(pathToFileURL(path).pathname);
}
