import type { Token } from '../support/markdownGrammar.ts';

/**
 * A file in the notation of `vscode-tmgrammar-test`: a line `// SYNTAX TEST "text.html.markdown" "title"`, then lines of Markdown. Under each stand, behind `//`, the scopes that its
 * stretches must have, `// ^^^ outer inner`, or must not, `// ^^^ outer - not.this`. A stretch in the first columns is written `// <~~---`: two columns on, three wide.
 */
export interface AnnotatedText {
	readonly title: string;
	readonly lines: readonly AnnotatedLine[];
}

/** A line of Markdown. */
export interface AnnotatedLine {
	/** Counted from 1, in the file. */
	readonly number: number;
	readonly text: string;
	readonly claims: readonly Claim[];
}

/** What is said of a stretch; UTF-16 offsets in the line. */
export interface Claim {
	readonly start: number;
	readonly end: number;
	/** In their order, outermost first; `string.quoted` stands for `string.quoted.double.hugo` too. */
	readonly scopes: readonly string[];
	readonly not: readonly string[];
}

/** Reads such a file; throws where its first line is another. */
export function parseAnnotated(text: string): AnnotatedText {
	const [header = '', ...rest] = text.replace(/\n$/u, '').split('\n');
	const title = /^\/\/ SYNTAX TEST "text\.html\.markdown" "(.+)"$/u.exec(header)?.[1];
	if (title === undefined) {
		throw new Error(`A test of the grammars cannot begin with '${header}'.`);
	}
	const lines: { number: number; text: string; claims: Claim[] }[] = [];
	rest.forEach((line, index) => {
		const claim = parseClaim(line);
		if (claim === undefined) {
			lines.push({ number: index + 2, text: line, claims: [] });
		} else {
			lines.at(-1)?.claims.push(claim);
		}
	});
	return { title, lines };
}

function parseClaim(line: string): Claim | undefined {
	const [, lead = '', carets = '', skip = '', dashes = '', words = ''] = /^(\/\/\s*)(?:(\^+)|<(~*)(-+))\s(.+)$/u.exec(line) ?? [];
	if (lead === '') {
		return undefined;
	}
	const start = carets === '' ? skip.length : lead.length;
	const [scopes = '', not = ''] = words.split(/(?:^|\s)- /u);
	return { start, end: start + carets.length + dashes.length, scopes: wordsOf(scopes), not: wordsOf(not) };
}

function wordsOf(text: string): readonly string[] {
	return text.split(/\s+/u).filter(word => word !== '');
}

/**
 * Where the tokens of a line are not as claimed, one sentence each. What our grammars colour must be claimed to the letter: so a line without a claim says that they
 * colour nothing in it.
 */
export function mistakesIn({ number, text, claims }: AnnotatedLine, tokens: readonly Token[]): readonly string[] {
	const place = ({ start, end }: Claim | Token): string => `line ${number}, '${text.slice(start, end)}'`;
	const wrong = claims.flatMap(claim =>
		tokens
			.filter(token => token.start < claim.end && token.end > claim.start && !keeps(token, claim))
			.map(token => `${place(claim)}: not as claimed in '${text.slice(token.start, token.end)}', which is ${token.scopes.join(' ')}`),
	);
	const beyond = claims
		.filter(({ end }) => end > text.length)
		.map(({ start }) => `line ${number}: a claim at ${start} goes beyond the line`);
	const unclaimed = tokens
		.filter(token => isOurs(token) && !claims.some(claim => isWhole(token, claim)))
		.map(token => `${place(token)}: nothing claims ${token.scopes.at(-1) ?? ''}`);
	return [...wrong, ...beyond, ...unclaimed];
}

function keeps({ scopes }: Token, claim: Claim): boolean {
	let from = 0;
	const found = claim.scopes.every(wanted => {
		const index = scopes.findIndex((scope, at) => at >= from && isKindOf(scope, wanted));
		from = index + 1;
		return index >= 0;
	});
	return found && !claim.not.some(unwanted => scopes.some(scope => isKindOf(scope, unwanted)));
}

function isKindOf(scope: string, wanted: string): boolean {
	return scope === wanted || scope.startsWith(`${wanted}.`);
}

/** Names beginning with `meta` say what something belongs to, and have no colour. */
function isOurs({ scopes, start, end }: Token): boolean {
	const last = scopes.at(-1) ?? '';
	return end > start && /\.(?:dailylog|hugo|toml)$/u.test(last) && !last.startsWith('meta.');
}

function isWhole(token: Token, claim: Claim): boolean {
	const last = token.scopes.at(-1) ?? '';
	return claim.start <= token.start && claim.end >= token.end && claim.scopes.some(scope => isKindOf(last, scope));
}
