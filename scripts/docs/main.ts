import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../../test/support/root.ts';
import { generatedPages } from './pages.ts';

/** `npm run docs`: writes the pages of the documentation that are generated. */
export function main(): Promise<number> {
	for (const { path, text } of generatedPages()) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
		console.log(`Wrote ${path}`);
	}
	return Promise.resolve(0);
}
