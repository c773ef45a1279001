import type { Vault } from '../../src/core/vault.ts';

/** Counts from now on how often a note of the vault is asked for, one by one or all of them. */
export function watched(vault: Vault): { asked: number } {
	const count = { asked: 0 };
	const [note, notes] = [vault.note.bind(vault), vault.notes.bind(vault)];
	return Object.assign(count, {
		vault: Object.assign(vault, {
			note: (uri: string) => {
				count.asked += 1;
				return note(uri);
			},
			notes: () => {
				count.asked += vault.size;
				return notes();
			},
		}),
	});
}
