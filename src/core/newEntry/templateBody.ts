import { isNearlyAll, mostCommon } from '../majority.ts';

/** What the bodies of entries have in common, with `\n` as line end: whole lines, each with its line end. */
export interface CommonBody {
	/** Before the place where writing starts: blank lines, a heading such as `## Plan`. */
	readonly head: string;
	/** After it: blank lines and a closing such as `{{% subscribe %}}`. The line that is written on ends here first, with `\n` or with nothing. */
	readonly tail: string;
}

const mostLines = 20;

/** What nearly all bodies begin and end with, from bodies with `\n` as line end, newest first. */
export function commonBody(bodies: readonly string[]): CommonBody {
	const usual = mostCommon(bodies) ?? '';
	const alike = isNearlyAll(bodies.filter(body => body === usual).length, bodies.length);
	return (alike ? untouchedBody(usual, bodies.length) : undefined) ?? writtenBody(bodies, alike ? scaffoldOf(linesOf(usual)) : undefined);
}

/** Where nearly all bodies are the same and hold no prose, nobody has written yet: that body, divided where writing would start. */
function untouchedBody(usual: string, count: number): CommonBody | undefined {
	const caret = usual === '' ? 0 : blankLineIn(usual);
	const isTold = usual.trim() === '' || (count > 1 && usual.split('\n').every(isScaffold));
	return caret === undefined || !isTold ? undefined : { head: usual.slice(0, caret), tail: usual.slice(caret) };
}

/** Lines that lay out a body and say nothing: headings, labels, shortcodes, comments, empty list items, blank lines. */
function isScaffold(line: string): boolean {
	return (
		line.trim() === '' ||
		/^(?:#{1,6}\s.*|\{\{[%<].*[%>]\}\}|<!--.*-->|[-*+](?:\s+\[ \])?|-{3,}|\*{3,}|_{3,}|.{1,60}:|\*\*[^*]+\*\*)\s*$/.test(line)
	);
}

/** A body that someone else laid out, divided at the blank line that leaves most room, at its end where it has none. */
export function divideBody(body: string): CommonBody {
	const caret = blankLineIn(body) ?? body.length;
	return { head: body.slice(0, caret), tail: body.slice(caret) };
}

/** The offset of the blank line to write on: the middle one of the last of the longest runs of blank lines. */
function blankLineIn(body: string): number | undefined {
	const lines = body.split('\n').slice(0, -1);
	let run = 0;
	let best: { readonly end: number; readonly length: number } | undefined;
	for (const [i, line] of lines.entries()) {
		run = line.trim() === '' ? run + 1 : 0;
		if (run > 0 && run >= (best?.length ?? 0)) {
			best = { end: i, length: run };
		}
	}
	if (best === undefined) {
		return undefined;
	}
	const before = lines.slice(0, best.end - Math.floor(best.length / 2));
	return before.reduce((offset, line) => offset + line.length + 1, 0);
}

interface CommonLines {
	readonly opening: readonly string[];
	readonly closing: readonly string[];
}

function writtenBody(bodies: readonly string[], scaffold: CommonLines | undefined): CommonBody {
	const single = bodies.length === 1 ? bodies[0] : undefined;
	const { opening, closing } = single === undefined ? (scaffold ?? commonLines(bodies.map(linesOf))) : loneLines(linesOf(single));
	const ends = mostCommon(bodies.map(body => body.endsWith('\n'))) ?? true;
	return {
		head: opening.map(line => `${line}\n`).join(''),
		tail: (closing.length > 0 ? `\n${closing.join('\n')}` : '') + (ends ? '\n' : ''),
	};
}

function commonLines(bodies: readonly (readonly string[])[]): CommonLines {
	const written = bodies.filter(body => body.length > 0);
	const opening = commonStart(written);
	const rests = written.map(body => body.slice(startsWith(body, opening) ? opening.length : 0));
	return { opening, closing: commonStart(rests.map(body => body.toReversed())).toReversed() };
}

/** What stands around the prose of a body that all entries have, to the word: prose is no template. */
function scaffoldOf(lines: readonly string[]): CommonLines {
	const first = lines.findIndex(line => !isScaffold(line));
	const last = lines.findLastIndex(line => !isScaffold(line));
	return { opening: lines.slice(0, Math.max(first, 0)), closing: lines.slice(last + 1) };
}

/** One entry alone cannot tell what repeats; only blank lines at its beginning, and a shortcode on a line of its own at its end look like it. */
function loneLines(lines: readonly string[]): CommonLines {
	const first = lines.findIndex(line => line !== '');
	const isShortcode = /^\{\{[%<].*[%>]\}\}$/.test(lines.at(-1) ?? '');
	return { opening: lines.slice(0, Math.max(first, 0)), closing: isShortcode ? lines.slice(lines.at(-2) === '' ? -2 : -1) : [] };
}

/** The lines of a body without the blank ones at its end. */
function linesOf(body: string): readonly string[] {
	const text = body.trimEnd();
	return text === '' ? [] : text.split('\n').map(line => line.trimEnd());
}

/** The lines that nearly all begin with. */
function commonStart(bodies: readonly (readonly string[])[]): readonly string[] {
	const common: string[] = [];
	let alike = bodies;
	while (common.length < mostLines) {
		const line = mostCommon(alike.map(body => body[common.length]));
		alike = alike.filter(body => body[common.length] === line);
		if (line === undefined || !isNearlyAll(alike.length, bodies.length)) {
			break;
		}
		common.push(line);
	}
	return common;
}

function startsWith(body: readonly string[], head: readonly string[]): boolean {
	return head.every((line, i) => body[i] === line);
}
