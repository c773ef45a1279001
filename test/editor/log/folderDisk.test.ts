import assert from 'node:assert/strict';
import { Vault } from '../../../src/core/vault.ts';
import { FolderDisk } from '../../../src/host/folderDisk.ts';
import { OpenNotes } from '../../../src/host/openNotes.ts';
import { VaultChanges } from '../../../src/host/vaultChanges.ts';
import { workspaceNoteStore } from '../../../src/platform/web/workspaceNoteStore.ts';
import { plainShape } from '../../support/notes.ts';
import { at, remove, write } from '../logDriver.ts';

describe('What a vault knows of the disk', () => {
	after(() => remove('test-disk'));

	it('ends with what is deleted as soon as it was written, but not with what is written while the disk is looked at', async () => {
		await write('test-disk/1.md', 'One');
		const root = at('test-disk');
		const vault = new Vault(plainShape);
		const changes = new VaultChanges(vault, () => undefined);
		const folderUri = root.toString();
		const disk = new FolderDisk({ folderUri, store: workspaceNoteStore(root), openNotes: new OpenNotes(), vault, changes });
		const address = (path: string) => ({ uri: `${folderUri}/${path}`, path });
		const paths = (): readonly string[] => Array.from(vault.notes(), ({ path }) => path).sort();
		disk.setWritten(address('deleted.md'), 'Never there');
		const looking = disk.refresh([]);
		// The look begins in a later turn.
		await Promise.resolve();
		disk.setWritten(address('coming.md'), 'Not listed yet');
		await looking;
		assert.deepEqual(paths(), ['1.md', 'coming.md']);
		await disk.refresh([]);
		assert.deepEqual(paths(), ['1.md']);
	});
});
