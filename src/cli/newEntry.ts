import { join, relative } from 'node:path';
import { createEntry, whyNotCreated, type Wanted } from './createEntry.ts';
import { findTarget } from './findVault.ts';
import { openLogFolder } from './logFolder.ts';
import type { Output } from './output.ts';

/** What `daily-log new` was asked. */
export interface NewRequest extends Wanted {
	/** A folder of the log's site, or the site's; relative ones begin at `currentFolder`. */
	readonly folder: string;
	/** Absolute; the path that is printed is relative to it. */
	readonly currentFolder: string;
}

/** Creates the next entry and prints its path; resolves to 0, or to 2 where nothing was created, which a sentence then explains. */
export async function newEntry(request: NewRequest, { out, err }: Output): Promise<0 | 2> {
	const target = findTarget(request.folder, request.currentFolder);
	if (target?.kind !== 'folder') {
		err(`There is no folder ${request.folder}.\n`);
		return 2;
	}
	const { root } = target;
	let entriesSeen = 0;
	const creation = await createEntry({
		root,
		open: () => openLogFolder(root),
		want: ({ vault }) => {
			entriesSeen = vault.entries().length;
			return request;
		},
	});
	if (creation.kind !== 'created') {
		err(`${whyNotCreated(creation)}\n`);
		return 2;
	}
	if (entriesSeen === 0) {
		err('There was no entry yet: this is the first one.\n');
	}
	out(`${relative(request.currentFolder, join(root, creation.plan.path))}\n`);
	return 0;
}
