import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What came out, over and over. */
const outputs = [
	'Three drawings of a stool, one of them good',
	'A dovetail that closes without a gap',
	'The bench is flat again',
	'',
	'Sharpened every chisel and both planes',
	'Glued the carcass; square to half a millimetre',
	'Notes on how oil darkens ash',
	'A list of what the spring needs',
];
const titles = ['Stool', 'Dovetails', 'Flat bench', 'A slow day', 'Sharpening', 'Glue-up', 'Finishes', 'Planning'];
const tags = [
	['joinery'],
	['joinery', 'drawing'],
	['workshop'],
	['reading'],
	['sharpening', 'workshop'],
	['joinery', 'glue'],
	['finishing'],
	['drawing', 'planning'],
];

/** A file of the long log. */
export interface LongLogEntry {
	readonly number: number;
	readonly day: string;
	readonly minutes: number;
	readonly tags: readonly string[];
	readonly output: string;
}

/**
 * The entries of a log of so many days that end on `last`, always the same: Sundays are mostly free, every summer has a break of three weeks, and the
 * minutes grow and shrink over the months.
 */
export function longLog(days: number, last: string): readonly LongLogEntry[] {
	const entries: LongLogEntry[] = [];
	let seed = 7;
	const chance = (): number => {
		seed = (seed * 16807) % 2147483647;
		return seed / 2147483647;
	};
	const end = Date.parse(`${last}T00:00:00Z`);
	for (let back = days - 1; back >= 0; back--) {
		const date = new Date(end - back * 86_400_000);
		const day = date.toISOString().slice(0, 10);
		const isFree = chance() < (date.getUTCDay() === 0 ? 0.75 : 0.2) || (day.slice(5) >= '08-02' && day.slice(5) <= '08-22');
		const tide = 1 + 0.5 * Math.sin(back / 47) + 0.3 * Math.sin(back / 11);
		const minutes = Math.round((chance() * 110 * tide + 10) / 5) * 5;
		if (!isFree || back === 0) {
			const kind = Math.floor(chance() * outputs.length);
			entries.push({ number: entries.length + 1, day, minutes, tags: tags[kind] ?? [], output: outputs[kind] ?? '' });
		}
	}
	return entries;
}

/** Writes the entries below a folder, and returns them. */
export function writeLongLog(folder: string, days: number, last: string): readonly LongLogEntry[] {
	mkdirSync(folder, { recursive: true });
	const entries = longLog(days, last);
	for (const entry of entries) {
		writeFileSync(join(folder, `${entry.number}.md`), textOf(entry));
	}
	return entries;
}

function textOf({ number, day, minutes, tags: own, output }: LongLogEntry): string {
	const fields = [
		`title: "${number} - ${titles[outputs.indexOf(output)] ?? 'Day'}"`,
		`date: ${day}T07:30:00+00:00`,
		'series: ["Daily Log"]',
		`tags: [${['daily-log', ...own].map(tag => `"${tag}"`).join(', ')}]`,
		`input: ${minutes}`,
		`output: "${output}"`,
		'draft: false',
	];
	return `---\n${fields.join('\n')}\n---\n\nA few lines about the day and the wood.\n`;
}
