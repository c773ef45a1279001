import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** How the entries lie on the disk: as files, as leaf bundles, or as both, every other one. */
export const shapes = ['plain', 'bundles', 'mixed'] as const;
export type Shape = (typeof shapes)[number];

/** What a vault is generated from; the same gives the same bytes, on any machine. */
export interface VaultPlan {
	readonly count: number;
	readonly shape: Shape;
}

/** One note in so many is no entry. */
const plainNoteEvery = 20;
const lastDay = Date.UTC(2025, 11, 31);
/** So many notes share a day at most in a log of 12,000; a longer one has more a day, not more centuries. */
const mostDays = 12_000;

/** The notes on which questions are asked and in which keys are pressed, by what they are for; paths in the vault. */
export const askedNotes = {
	questions: 'content/notes/questions.md',
	short: 'content/daily-log/short.md',
	long: 'content/daily-log/long.md',
} as const;

/**
 * Writes a vault of `count` notes in the shape of a Hugo site: entries numbered from 1, about 1.7 KB each, among them other notes, with links and tags, and the three `askedNotes`.
 * A folder that is there already is left as it is.
 */
export function generateVault(folder: string, plan: VaultPlan): void {
	const done = join(folder, 'hugo.toml');
	if (existsSync(done)) {
		return;
	}
	rmSync(folder, { recursive: true, force: true });
	for (let number = 1; number <= plan.count; number++) {
		writeNote(folder, plan, number);
	}
	writeAsked(folder, plan);
	writeFileSync(done, 'baseURL = "https://example.org/"\ntitle = "A log"\n');
}

/** Writes every hundredth note anew: with a line more, or as it was. */
export function touchNotes(folder: string, plan: VaultPlan, more: string): void {
	for (let number = 50; number <= plan.count; number += 100) {
		writeNote(folder, plan, number, more);
	}
}

/** The path of the note of that number. */
export function pathOf({ shape }: VaultPlan, number: number): string {
	if (number % plainNoteEvery === 0) {
		return `content/notes/${nameOf(number)}.md`;
	}
	const isBundle = shape === 'bundles' || (shape === 'mixed' && number % 2 === 0);
	return `content/daily-log/${number}${isBundle ? '/index' : ''}.md`;
}

function writeNote(folder: string, plan: VaultPlan, number: number, more = ''): void {
	const random = seededRandom(number);
	const text = number % plainNoteEvery === 0 ? plainNote(number, random) : entryText(plan, number, paragraphs(number, 4, random));
	write(folder, pathOf(plan, number), text + more);
}

function writeAsked(folder: string, plan: VaultPlan): void {
	const { count } = plan;
	const lines = (most: number): string[] => paragraphs(count, Math.round(most / 2.5), seededRandom(most));
	write(folder, askedNotes.short, entryText(plan, count + 1, lines(200)));
	write(folder, askedNotes.long, entryText(plan, count + 2, lines(2000)));
	write(folder, askedNotes.questions, questionsText);
}

/** Also the text on which the providers are asked that return a constant. */
export const questionsText =
	'---\ntitle: Questions\n---\n\nSee [[7]] and what is written there.\n\nAll: [[\n\nWord: [[morning r\n\nNumber: [[62\n';

function write(folder: string, path: string, text: string): void {
	const file = join(folder, path);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
}

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
function seededRandom(seed: number): () => number {
	let state = Math.imul(seed, 0x9e3779b1);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

function entryText({ count }: VaultPlan, number: number, body: readonly string[]): string {
	const random = seededRandom(-number);
	const perDay = Math.ceil(count / mostDays);
	const day = new Date(lastDay - Math.floor((count + 2 - number) / perDay) * 86_400_000).toISOString().slice(0, 10);
	const tags = ['daily-log', ...(random() < 0.3 ? [tagOf(random)] : [])].map(tag => `"${tag}"`).join(', ');
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
		...body,
		'{{% subscribe %}}',
		'',
	].join('\n');
}

/** Few tags are used much, and many little. */
function tagOf(random: () => number): string {
	const rank = Math.floor(200 ** random());
	return `${pick(words, () => (rank % words.length) / words.length)}${rank < words.length ? '' : `-${rank}`}`;
}

function plainNote(number: number, random: () => number): string {
	const title = titleOf(number);
	return `---\ntitle: ${title}\ntags: ["${tagOf(random)}"]\n---\n\n# ${title}\n\n${paragraphs(number, 4, random).join('\n')}\n`;
}

function nameOf(number: number): string {
	return titleOf(number).toLowerCase().replaceAll(' ', '-');
}

function titleOf(number: number): string {
	return `${sentence(2, seededRandom(number * 7))} ${number / plainNoteEvery} notes`;
}

/** About two and a half lines each: some with a heading, some with a link to an earlier note. */
function paragraphs(number: number, count: number, random: () => number): string[] {
	return Array.from({ length: count }, (_, index) => {
		const target = 1 + Math.floor(random() * Math.max(1, number - 1));
		const link = random() < 0.4 ? ` See [[${target % plainNoteEvery === 0 ? titleOf(target) : target}]].` : '';
		const heading = index % 4 === 0 ? `## ${sentence(3, random)}\n\n` : '';
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
