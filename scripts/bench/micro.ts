import { join } from 'node:path';
import { readdirSync, readFileSync } from 'node:fs';
import { readValues } from '../../src/core/frontMatter/frontMatter.ts';
import { parseNote } from '../../src/core/note.ts';
import { scanText } from '../../src/core/prose/scan.ts';
import { generateVault, type VaultPlan } from '../../test/bench/vault.ts';
import { cache } from '../../test/support/root.ts';

/** What a reader takes for a byte of the texts it reads. */
export interface ReaderFigure {
	readonly what: string;
	/** Median of the rounds. */
	readonly nanoseconds: number;
	/** Times a loop that looks at every character and does nothing. */
	readonly ratio: number;
}

const plan: VaultPlan = { count: 1200, shape: 'mixed' };
const rounds = 15;

/** Measures the readers on the texts of a generated vault, in this process, after a warm-up: the scanner, the values of front matter, a note as a whole. */
export function measureReaders(): readonly ReaderFigure[] {
	const texts = textsOf(plan);
	const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
	const blocks = texts.flatMap(text => {
		const { block } = scanText(text);
		return block === undefined ? [] : [{ text, block }];
	});
	const blockBytes = blocks.reduce((sum, { block }) => sum + block.bodyStart, 0);
	const reference = timeOf(() => texts.reduce((sum, text) => sum + sumOfCodes(text), 0)) / bytes;
	const figure = (what: string, nanoseconds: number): ReaderFigure => ({ what, nanoseconds, ratio: nanoseconds / reference });
	return [
		figure('a loop over the characters', reference),
		figure('scanner (scanText), of the text', timeOf(() => texts.map(text => scanText(text))) / bytes),
		figure('front matter (readValues), of the block', timeOf(() => blocks.map(({ text, block }) => readValues(text, block))) / blockBytes),
		figure(
			'note (parseNote), of the text',
			timeOf(() => texts.map(text => parseNote({ uri: 'file:///a.md', path: 'a.md' }, text))) / bytes,
		),
	];
}

/** Nanoseconds. */
function timeOf(work: () => unknown): number {
	const times = Array.from({ length: rounds }, () => {
		const start = performance.now();
		work();
		return (performance.now() - start) * 1e6;
	});
	return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? NaN;
}

function sumOfCodes(text: string): number {
	let sum = 0;
	for (let index = 0; index < text.length; index++) {
		sum = (sum + text.charCodeAt(index)) | 0;
	}
	return sum;
}

function textsOf(generated: VaultPlan): readonly string[] {
	const folder = join(cache, 'bench', `${generated.shape}-${generated.count}`, 'vault');
	generateVault(folder, generated);
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter(name => name.endsWith('.md'))
		.sort()
		.map(name => readFileSync(join(folder, name), 'utf8'));
}
