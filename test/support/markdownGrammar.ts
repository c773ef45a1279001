import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { IGrammar, IOnigLib } from 'vscode-textmate';
import { installCodeOss } from './codeOss.ts';
import { root } from './root.ts';

const require = createRequire(import.meta.url);
// Both are bundles whose exports an import does not see.
const textmate = require('vscode-textmate') as typeof import('vscode-textmate');
const oniguruma = require('vscode-oniguruma') as typeof import('vscode-oniguruma');

/** A stretch of a line that has the same scopes throughout: UTF-16 offsets in the line, the outermost scope first. */
export interface Token {
	readonly start: number;
	readonly end: number;
	readonly scopes: readonly string[];
}

/** Tells the tokens of each line of a Markdown text. */
export type ReadTokens = (lines: readonly string[]) => readonly (readonly Token[])[];

/**
 * The grammar of Markdown as an editor has it: VS Code's own, and all that its extensions and ours inject, with the engine and the regular expressions of VS Code.
 * @param version a version of `code-server`
 */
export async function loadMarkdownGrammar(version: string): Promise<ReadTokens> {
	const { serverMain } = await installCodeOss(version);
	const contributions = [...builtInExtensions(serverMain), root].flatMap(grammarsOf);
	const registry = new textmate.Registry({
		onigLib: loadEngine(),
		loadGrammar: scopeName => {
			const found = contributions.find(contribution => contribution.scopeName === scopeName);
			return Promise.resolve(found === undefined ? null : textmate.parseRawGrammar(readFileSync(found.path, 'utf8'), found.path));
		},
		getInjections: scopeName => contributions.filter(({ injectTo }) => injectTo.includes(scopeName)).map(injected => injected.scopeName),
	});
	const grammar = await registry.loadGrammar('text.html.markdown');
	if (grammar === null) {
		throw new Error(`Code - OSS ${version} has no grammar for Markdown.`);
	}
	return lines => readTokens(grammar, lines);
}

function readTokens(grammar: IGrammar, lines: readonly string[]): readonly (readonly Token[])[] {
	let state = textmate.INITIAL;
	return lines.map(line => {
		const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
		state = ruleStack;
		return tokens.map(({ startIndex, endIndex, scopes }) => ({ start: startIndex, end: Math.min(endIndex, line.length), scopes }));
	});
}

async function loadEngine(): Promise<IOnigLib> {
	const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
	await oniguruma.loadWASM(new Uint8Array(wasm).buffer);
	return {
		createOnigScanner: patterns => oniguruma.createOnigScanner(patterns),
		createOnigString: text => oniguruma.createOnigString(text),
	};
}

/** As much of a grammar's line in a manifest as is needed. */
interface Contribution {
	readonly scopeName: string;
	/** Absolute. */
	readonly path: string;
	readonly injectTo: readonly string[];
}

function builtInExtensions(serverMain: string): readonly string[] {
	const folder = join(dirname(dirname(serverMain)), 'extensions');
	return readdirSync(folder).map(name => join(folder, name));
}

function grammarsOf(extension: string): readonly Contribution[] {
	const file = join(extension, 'package.json');
	const manifest = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ManifestWithGrammars) : {};
	return (manifest.contributes?.grammars ?? []).map(({ scopeName, path, injectTo }) => ({
		scopeName,
		path: join(extension, path),
		injectTo: injectTo ?? [],
	}));
}

interface ManifestWithGrammars {
	readonly contributes?: {
		readonly grammars?: readonly { readonly scopeName: string; readonly path: string; readonly injectTo?: readonly string[] }[];
	};
}
