import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes a log of `count` entries, numbered from 1, into `folder`, in the shape of a Hugo site: about 1.7 KB each, one a day.
 * The same count gives the same bytes, on any machine. A folder that is there already is left as it is.
 */
export function generateVault(folder: string, count: number): void {
	const done = join(folder, 'hugo.toml');
	if (existsSync(done)) {
		return;
	}
	rmSync(folder, { recursive: true, force: true });
	const entries = join(folder, 'content', 'daily-log');
	mkdirSync(entries, { recursive: true });
	const random = seededRandom(62);
	for (let number = 1; number <= count; number++) {
		writeFileSync(join(entries, `${number}.md`), entryText(number, random));
	}
	writeFileSync(done, 'baseURL = "https://example.org/"\ntitle = "A log"\n');
}

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
function seededRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

function entryText(number: number, random: () => number): string {
	const day = new Date(Date.UTC(1993, 0, number)).toISOString().slice(0, 10);
	const tags = ['daily-log', ...(random() < 0.3 ? [pick(words, random)] : [])].map(tag => `"${tag}"`).join(', ');
	return [
		'---',
		`title: "${number} - ${sentence(3 + Math.floor(random() * 4), random)}"`,
		`date: ${day}T06:${String(Math.floor(random() * 60)).padStart(2, '0')}:40-07:00`,
		'series: ["Daily Log"]',
		`tags: [${tags}]`,
		'toc: false',
		`input: ${Math.floor(random() * 36) * 5}`,
		`output: ${sentence(6, random)}`,
		`draft: ${String(random() < 0.02)}`,
		'---',
		'',
		...paragraphs(number, random),
		'{{% subscribe %}}',
		'',
	].join('\n');
}

function paragraphs(number: number, random: () => number): string[] {
	return Array.from({ length: 4 }, (_, index) => {
		const link = number > 1 && random() < 0.4 ? ` See [[${1 + Math.floor(random() * (number - 1))}]].` : '';
		const heading = index % 2 === 0 ? `## ${sentence(3, random)}\n\n` : '';
		return `${heading}${sentence(52, random)}.${link}\n`;
	});
}

function sentence(length: number, random: () => number): string {
	const text = Array.from({ length }, () => pick(words, random)).join(' ');
	return text.charAt(0).toUpperCase() + text.slice(1);
}

function pick(from: readonly string[], random: () => number): string {
	return from[Math.floor(random() * from.length)] ?? '';
}

const words =
	'morning river paper garden window letter number circle bridge answer market summer kitchen pencil station harbor lesson measure pattern question rhythm shadow thread valley winter yellow anchor basket candle dinner engine forest'.split(
		' ',
	);
