import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.ts';

/** Copies the built extension into a folder, with a manifest made from its own. Returns the folder. */
export function copyExtension(
	folder: string,
	change: (manifest: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): string {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	writeFileSync(join(folder, 'package.json'), JSON.stringify(change(Object.fromEntries(Object.entries(manifest ?? {})))));
	for (const name of ['package.nls.json', 'package.nls.de.json', 'l10n', 'dist', 'media', 'syntaxes']) {
		if (existsSync(join(root, name))) {
			cpSync(join(root, name), join(folder, name), { recursive: true });
		}
	}
	return folder;
}
