import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The checkout. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where everything that is fetched or made by a run lives, outside version control. Deleting it costs a download. */
export const cache = join(root, '.vscode-test');

/** The arguments for Node that run `main(args)` of a TypeScript file of the checkout, e.g. `test/support/launcher.ts`, in a process of its own. */
export function programArguments(file: string, args: readonly string[] = []): string[] {
	const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
	return ['--import', loader, join(root, 'scripts', 'program.mjs'), file, ...args];
}
