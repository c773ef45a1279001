import fc from 'fast-check';
import { Vault } from '../../src/core/vault.ts';
import { noteAt, plainShape, vaultOf } from './notes.ts';

/** Files that are written, undefined for one that is deleted, in their order. */
export type History = readonly (readonly [path: string, text: string | undefined])[];

/** Histories of up to a dozen steps over these paths and texts. */
export function histories(paths: fc.Arbitrary<string>, texts: fc.Arbitrary<string>): fc.Arbitrary<History> {
	return fc.array(fc.tuple(paths, fc.option(texts, { nil: undefined })), { maxLength: 12 });
}

/** A vault that went through the history, step by step, `ask` being asked after each; and a new one of what is there at its end. */
export function vaultsAfter(history: History, ask: (vault: Vault) => void): { readonly grown: Vault; readonly fresh: Vault } {
	const grown = new Vault(plainShape);
	const now = new Map<string, string>();
	for (const [path, text] of history) {
		grown.update(text === undefined ? { remove: [`vault:/${path}`] } : { set: [noteAt(path, text)] });
		if (text === undefined) {
			now.delete(path);
		} else {
			now.set(path, text);
		}
		ask(grown);
	}
	return { grown, fresh: vaultOf(Object.fromEntries(now)) };
}
