import { parseArgs } from 'node:util';
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Figures } from '../../test/bench/figures.ts';
import { measureVault } from '../../test/bench/run.ts';
import { type Shape, shapes } from '../../test/bench/vault.ts';
import { root } from '../../test/support/root.ts';
import { readPackage } from '../package/read.ts';
import { buildPackage } from '../package/vsix.ts';
import { measureReaders } from './micro.ts';
import { microLines, tableLines } from './table.ts';

/**
 * `npm run bench [-- COUNT ...] [--shape plain|bundles|mixed] [--profiles FOLDER] [--json]`: measures the extension as users get it inside a real editor, on vaults of 1,200 and 12,000 notes, or of the given
 * counts (120,000 takes many minutes), and prints one table. `npm run bench -- micro` measures only the readers, in nanoseconds a byte. A figure over its budget is marked; that alone is no
 * failure.
 */
export async function main(args: readonly string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			json: { type: 'boolean', default: false },
			shape: { type: 'string', default: 'mixed' },
			profiles: { type: 'string', default: '' },
		},
	});
	const readers = measureReaders();
	const onlyReaders = positionals.includes('micro');
	const vaults = onlyReaders ? [] : await measureAll(positionals, shapeOf(values.shape), values.profiles);
	if (values.json) {
		console.log(JSON.stringify({ vaults, readers }, undefined, '\t'));
	} else {
		console.log([...(onlyReaders ? [] : [...tableLines(vaults), '']), ...microLines(readers)].join('\n'));
	}
	return 0;
}

async function measureAll(counts: readonly string[], shape: Shape, profiles: string): Promise<readonly Figures[]> {
	const vsix = await buildPackage();
	const { size, atStart } = readPackage(vsix);
	const bundle = atStart.reduce((sum, path) => sum + statSync(join(root, path)).size, 0);
	const vaults: Figures[] = [];
	for (const count of counts.length === 0 ? [1200, 12_000] : counts.map(numberOf)) {
		vaults.push({ ...(await measureVault({ count, shape }, profiles === '' ? '' : resolve(profiles))), bundle, package: size });
	}
	return vaults;
}

function numberOf(text: string): number {
	const count = Number(text.replaceAll(',', ''));
	if (!Number.isInteger(count) || count < 100) {
		throw new Error(`'${text}' is no number of notes: give at least 100.`);
	}
	return count;
}

function shapeOf(text: string): Shape {
	const shape = shapes.find(one => one === text);
	if (shape === undefined) {
		throw new Error(`There is no shape '${text}': give ${shapes.join(', ')}.`);
	}
	return shape;
}
