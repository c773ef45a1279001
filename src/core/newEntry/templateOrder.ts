import { slice } from '../text.ts';
import type { ReadSample } from './templateSample.ts';

/**
 * The names of the fields of a new entry: those that at least half of the samples have, and at just half the newest must have it.
 * The newest decides the order; what it lacks stands behind what it stands behind in the others.
 */
export function commonNames(samples: readonly ReadSample[]): readonly string[] {
	const newest = samples[0];
	if (newest === undefined) {
		return [];
	}
	const isCommon = (name: string): boolean => {
		const share = samples.filter(sample => has(sample, name)).length / samples.length;
		return share > 0.5 || (share === 0.5 && has(newest, name));
	};
	const names = namesOf(newest).filter(isCommon);
	for (const sample of samples.slice(1)) {
		insertMissing(names, namesOf(sample).filter(isCommon));
	}
	return tablesLast(names, samples);
}

function has(sample: ReadSample, name: string): boolean {
	return sample.fields.some(field => field.name === name);
}

function namesOf(sample: ReadSample): string[] {
	return sample.fields.map(field => field.name);
}

function insertMissing(names: string[], ordered: readonly string[]): void {
	for (const [i, name] of ordered.entries()) {
		if (!names.includes(name)) {
			names.splice(i === 0 ? 0 : names.indexOf(ordered[i - 1] ?? '') + 1, 0, name);
		}
	}
}

/** In TOML whatever follows a `[table]` belongs to it, so that tables close the block. */
function tablesLast(names: readonly string[], samples: readonly ReadSample[]): readonly string[] {
	const isTable = (name: string): boolean =>
		samples.some(sample => sample.fields.some(field => field.name === name && isTomlTable(sample, field.span.start)));
	return [...names.filter(name => !isTable(name)), ...names.filter(isTable)];
}

/** Whether a `[table]` or `[[table]]` begins at the offset. */
export function isTomlTable(sample: ReadSample, offset: number): boolean {
	return sample.block.format === 'toml' && /^[ \t]*\[/.test(slice(sample.text, { start: offset, end: offset + 40 }));
}
