import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { sourceFiles } from './sources.ts';

/** A sentence for people, where it is said in the code. */
export interface Sentence {
	readonly file: string;
	/** Undefined where it is put together, and so can have no translation. */
	readonly text: string | undefined;
	/** How many values are handed in; undefined for one of a table. */
	readonly values: number | undefined;
}

/** What the code says through `vscode.l10n.t`, `t` and `sentence`, and the strings of three words or more that it says without them. */
export interface Speech {
	readonly sentences: readonly Sentence[];
	readonly bare: readonly string[];
}

/** Reads all sources but the program for the command line, which speaks English. */
export function speechOfSources(): Speech {
	const sentences: Sentence[] = [];
	const bare: string[] = [];
	for (const file of sourceFiles().filter(path => !/[\\/]src[\\/]cli/u.test(path))) {
		const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
		const visit = (node: ts.Node): void => {
			if (ts.isCallExpression(node) && speaks(node)) {
				sentences.push(...sentencesOf(file, node));
				node.arguments.slice(1).forEach(visit);
			} else {
				bare.push(...(isSaid(node) ? [`${file.replace(/^.*[\\/]src[\\/]/u, '')}: ${node.getText()}`] : []));
				ts.forEachChild(node, visit);
			}
		};
		visit(tree);
	}
	return { sentences, bare };
}

function speaks({ expression }: ts.CallExpression): boolean {
	return ['vscode.l10n.t', 't', 'sentence'].includes(expression.getText());
}

/** `t(problem.message)` translates what a table says, and `sentence` is in the table. */
function sentencesOf(file: string, call: ts.CallExpression): readonly Sentence[] {
	const [first] = call.arguments;
	const name = call.expression.getText();
	if (first !== undefined && ts.isStringLiteralLike(first)) {
		return [{ file, text: first.text, values: name === 'sentence' ? undefined : call.arguments.length - 1 }];
	}
	const isOfTable = name === 't' && first !== undefined && !ts.isTemplateExpression(first) && !ts.isConditionalExpression(first);
	if (isOfTable) {
		const literals: ts.CallExpression[] = [];
		const visit = (node: ts.Node): void => {
			if (ts.isCallExpression(node) && speaks(node)) {
				literals.push(node);
			}
			ts.forEachChild(node, visit);
		};
		visit(first);
		return literals.flatMap(each => sentencesOf(file, each));
	}
	return [{ file, text: undefined, values: undefined }];
}

const words = /\p{L}{2,}[,:;]? \p{L}+[,:;]? \p{L}{2,}/u;

function isSaid(node: ts.Node): boolean {
	const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
	return isText && words.test(node.text) && !ts.isLiteralTypeNode(node.parent);
}
