import { relative } from 'node:path';
import { root } from '../../test/support/root.ts';
import { kilobytes, packageChecks } from './checks.ts';
import { readPackage } from './read.ts';
import { buildPackage } from './vsix.ts';

/** `npm run package`: builds the `.vsix`, prints what is in it, and returns 1 if it breaks a promise. */
export async function main(): Promise<number> {
	const vsix = await buildPackage();
	const extension = readPackage(vsix);
	for (const file of [...extension.files].sort((one, other) => other.size - one.size)) {
		console.log(`${kilobytes(file.size).padStart(10)}  ${file.name.replace(/^extension\//, '')}`);
	}
	console.log(`${kilobytes(extension.size).padStart(10)}  ${relative(root, vsix)}, packed`);
	const breaches = packageChecks.flatMap(check =>
		check.broken(extension).map(sentence => `The package is not one that ${check.title}: ${sentence}.`),
	);
	breaches.forEach(breach => {
		console.error(breach);
	});
	return breaches.length === 0 ? 0 : 1;
}
