import assert from 'node:assert/strict';
import { placeIn } from '../../../src/core/links/headings.ts';
import { previewAnchorOf } from '../../../src/core/preview/slug.ts';
import { scanText } from '../../../src/core/prose/scan.ts';

/** A note with so many headings and blocks, and how often the texts and ids of them were read. */
function counted(size: number): { readonly places: Parameters<typeof placeIn>[0]; readonly reads: () => number } {
	let reads = 0;
	const text = Array.from({ length: size }, (_, index) => `# Über ${index}\n\nText ^b${index}\n`).join('\n');
	const { headings, blockIds } = scanText(text);
	const counting = <T extends object>(all: readonly T[], name: keyof T): readonly T[] =>
		all.map(
			one =>
				new Proxy(one, {
					get: (target, key) => {
						reads += key === name ? 1 : 0;
						return Reflect.get(target, key) as unknown;
					},
				}),
		);
	return { places: { headings: counting(headings, 'text'), blockIds: counting(blockIds, 'id') }, reads: () => reads };
}

/** The line of the place, 0 for the first; -1 where there is none. */
function lineOf(places: Parameters<typeof placeIn>[0], called: string): number {
	const place = placeIn(places, called);
	return place.kind === 'heading' ? place.heading.at.line : place.kind === 'block' ? place.block.at.line : -1;
}

describe('a place in a note', () => {
	for (const size of [3, 300]) {
		it(`answers to its text, Hugo’s id and GitHub’s, its path, its block id (among ${size})`, () => {
			const rest = Array.from({ length: size }, (_, index) => `## Other ${index}\n`).join('');
			const places = scanText(`# Plans\n\n## Week 2\n\nText ^So\n\n# Later\n\n## Week 2\n\n## C# & F\n\n${rest}`);
			assert.deepEqual(
				['week 2', 'Week-2', 'Later#Week 2', 'C# & F', 'c--f', '^so', 'Nothing', '^no', 'Nothing#Week 2'].map(called =>
					lineOf(places, called),
				),
				[2, 2, 8, 10, 10, 4, -1, -1, -1],
			);
		});
	}

	it('is found without reading all others, however many links there are', () => {
		const { places, reads } = counted(1000);
		for (let index = 0; index < 1000; index++) {
			const place = placeIn(places, `über ${index}`);
			assert.ok(place.kind === 'heading' && previewAnchorOf(places.headings, place.heading, 'github') !== '');
			assert.equal(placeIn(places, `^B${index}`).kind, 'block');
			assert.equal(placeIn(places, `Nothing ${index}`).kind, 'missing');
		}
		assert.ok(reads() <= 5000, `${reads()} reads`);
	});

	it('is looked for without end in no path, however long', () => {
		assert.equal(lineOf(scanText('# A\n'), '#'.repeat(100_000)), -1);
		assert.equal(lineOf(scanText('# A\n\n## B\n'), `A${'#B'.repeat(10_000)}`), -1);
	});
});
