import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What came out on the five days up to today, and after how many minutes; the last one is today's. */
const days: readonly (readonly [title: string, minutes: number, output: string])[] = [
	['Seat sketches', 50, 'Three seats to choose from'],
	['Choosing the wood', 35, 'Ash for the legs, elm for the seat'],
	['A jig for the angles', 95, 'A jig that holds eight degrees'],
	['Drilling the mortises', 120, 'Four mortises, one of them twice'],
	['Dry fit', 75, 'A stool that stands, without glue'],
];

/**
 * Gives the sample log entries for the last five days, so that a picture has hours to show whenever it is taken. They take the places of its latest,
 * 39 and 40, and go on from there: numbers and dates stay in order.
 */
export function writeRecentDays(folder: string, today: Date): void {
	days.forEach(([title, minutes, output], index) => {
		const number = 39 + index;
		const day = new Date(today.getTime() - (days.length - 1 - index) * 86_400_000).toISOString().slice(0, 10);
		const fields = [
			`title: "${number} - ${title}"`,
			`date: ${day}T00:05:00+00:00`,
			'series: ["Daily Log"]',
			'tags: ["daily-log"]',
			'toc: false',
			`input: ${minutes}`,
			`output: ${output}`,
			'draft: false',
		];
		writeFileSync(join(folder, `${number}.md`), `---\n${fields.join('\n')}\n---\n\n${output}.\n\n{{% subscribe %}}\n`);
	});
}
