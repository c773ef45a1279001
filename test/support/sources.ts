import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The root of the project. */
export const projectRoot = resolve(import.meta.dirname, '../..');

/** Every TypeScript file of the extension, as absolute paths. */
export function sourceFiles(): readonly string[] {
	const source = join(projectRoot, 'src');
	return readdirSync(source, { recursive: true, encoding: 'utf8' })
		.filter(file => file.endsWith('.ts'))
		.sort()
		.map(file => join(source, file));
}
