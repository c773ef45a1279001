import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { builtinModules } from 'node:module';
import ts from 'typescript';
import { projectRoot, sourceFiles } from '../support/sources.ts';

interface Rule {
	readonly layers: readonly string[];
	/** Layers and packages of which only types may come. */
	readonly types?: readonly string[];
	readonly packages: readonly string[];
}

/** The house: which layer may import what. Types may come from where values may not. */
const mayImport: Readonly<Record<string, Rule>> = {
	core: {
		layers: ['core'],
		packages: [
			'gray-matter',
			'js-yaml',
			'smol-toml',
			'toml-eslint-parser',
			'jsonc-parser',
			'date-fns',
			'@date-fns/tz',
			'ignore',
			'picomatch',
		],
	},
	host: { layers: ['core', 'host'], types: ['platform', 'protocol'], packages: ['vscode'] },
	platform: { layers: ['core', 'platform'], types: ['host'], packages: [] },
	'platform/node': { layers: ['core', 'platform', 'platform/node'], types: ['host'], packages: ['node:'] },
	'platform/web': { layers: ['core', 'platform', 'platform/web'], types: ['host'], packages: ['vscode'] },
	features: { layers: ['core', 'host', 'protocol', 'preview'], types: ['markdown-it'], packages: ['vscode'] },
	// VS Code brings the markdown-it that it renders with.
	preview: { layers: ['core', 'preview'], types: ['markdown-it'], packages: [] },
	protocol: { layers: [], types: ['core'], packages: [] },
	// Times and sums come ready from the core; a page that thought for itself would come to other ones.
	webview: { layers: ['protocol', 'webview'], types: ['core'], packages: ['d3-array', 'd3-shape'] },
	extension: { layers: ['agents', 'features', 'host', 'language', 'time', 'writing'], packages: ['vscode'] },
	agents: { layers: ['features', 'host'], packages: ['vscode'] },
	language: { layers: ['features', 'host'], packages: ['vscode'] },
	writing: { layers: ['features', 'host'], packages: ['vscode'] },
	time: { layers: ['features', 'host'], packages: ['vscode'] },
	node: { layers: ['extension', 'host', 'platform/node', 'platform/web'], packages: ['node:', 'vscode'] },
	web: { layers: ['extension', 'host', 'platform/web'], packages: ['vscode'] },
	cli: { layers: ['core', 'platform', 'platform/node', 'cli'], packages: ['node:', 'jsonc-parser'] },
	// Loaded only where it is asked for.
	mcp: { layers: ['cli', 'core', 'mcp'], packages: ['node:', '@modelcontextprotocol/sdk'] },
};

const source = join(projectRoot, 'src');

interface Import {
	readonly file: string;
	readonly from: string;
	readonly typeOnly: boolean;
	readonly isExportOfAll: boolean;
}

function importsOf(file: string): readonly Import[] {
	const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
	return tree.statements.flatMap(statement => {
		const isImport = ts.isImportDeclaration(statement);
		if (!isImport && !ts.isExportDeclaration(statement)) {
			return [];
		}
		const from = statement.moduleSpecifier;
		return from && ts.isStringLiteral(from)
			? [
					{
						file,
						from: from.text,
						typeOnly: isImport && isTypeOnly(statement.importClause),
						isExportOfAll: !isImport && statement.exportClause === undefined,
					},
				]
			: [];
	});
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
	const named = clause?.namedBindings;
	const allTypes =
		named !== undefined && ts.isNamedImports(named) && named.elements.every(element => element.isTypeOnly) && clause?.name === undefined;
	return clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || allTypes;
}

function layerOf(file: string): string {
	const [first = '', second = '', third] = relative(source, file).split(sep);
	return third !== undefined && first === 'platform' ? `platform/${second}` : first.replace(/\.ts$/u, '');
}

const files = sourceFiles();
const imports = files.flatMap(importsOf);

function isAllowed({ file, from, typeOnly }: Import): boolean {
	const rule = mayImport[layerOf(file)];
	if (from.startsWith('.')) {
		const target = layerOf(resolve(dirname(file), from));
		return rule !== undefined && (rule.layers.includes(target) || (typeOnly && (rule.types ?? []).some(layer => target.startsWith(layer))));
	}
	const packages = [...(rule?.packages ?? []), ...(typeOnly ? (rule?.types ?? []) : [])];
	return packages.some(name => from === name || from.startsWith(name.endsWith(':') ? name : `${name}/`));
}

function show({ file, from }: Import): string {
	return `${relative(source, file)} imports ${from}`;
}

describe('the layers', () => {
	it('finds the sources', () => {
		assert.ok(files.length > 30 && imports.length > 100);
	});

	it('let each file import only what its layer may', () => {
		assert.deepEqual(imports.filter(each => !isAllowed(each)).map(show), []);
	});

	it('keep features apart from each other', () => {
		const between = imports.filter(({ file, from }) => layerOf(file) === 'features' && from.startsWith('./'));
		assert.deepEqual(between.map(show), []);
	});

	it('have one importer of gray-matter', () => {
		assert.deepEqual(
			imports
				.filter(({ from }) => from === 'gray-matter')
				.map(({ file }) => relative(join(source, 'core'), file).replaceAll(sep, '/').replace(/^.*\//u, '')),
			['frontMatter.ts'],
		);
	});

	it('name Node’s modules with node:', () => {
		assert.deepEqual(imports.filter(({ from }) => builtinModules.includes(from)).map(show), []);
	});

	it('have no barrels', () => {
		assert.deepEqual(imports.filter(({ isExportOfAll }) => isExportOfAll).map(show), []);
		assert.deepEqual(
			files.filter(file => /(?:index|utils?|helpers?)\.ts$/u.test(file)).map(file => relative(source, file)),
			[],
		);
	});

	it('have no cycles', () => {
		const edges = new Map<string, string[]>();
		for (const { file, from, typeOnly } of imports) {
			if (from.startsWith('.') && !typeOnly) {
				edges.set(file, [...(edges.get(file) ?? []), resolve(dirname(file), from)]);
			}
		}
		assert.deepEqual(cyclesIn(edges), []);
	});
});

function cyclesIn(edges: ReadonlyMap<string, readonly string[]>): readonly string[] {
	const done = new Set<string>();
	const cycles: string[] = [];
	const visit = (file: string, path: readonly string[]): void => {
		if (path.includes(file)) {
			cycles.push([...path.slice(path.indexOf(file)), file].map(each => relative(source, each)).join(' -> '));
		} else if (!done.has(file)) {
			(edges.get(file) ?? []).forEach(next => {
				visit(next, [...path, file]);
			});
			done.add(file);
		}
	};
	[...edges.keys()].forEach(file => {
		visit(file, []);
	});
	return cycles;
}
