import { parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { sentence } from '../l10n.ts';
import { isNestedDeeply, ReadingProblem, tooDeep } from './readingProblem.ts';

/** The value of a piece of JSON. Throws a ReadingProblem. */
export function readJson(source: string): unknown {
	if (isNestedDeeply(source)) {
		throw tooDeep();
	}
	try {
		return JSON.parse(source);
	} catch (error) {
		if (error instanceof SyntaxError || error instanceof RangeError) {
			throw problemIn(source);
		}
		throw error;
	}
}

function problemIn(source: string): ReadingProblem {
	const errors: ParseError[] = [];
	parseTree(source, errors, { disallowComments: true });
	const [first] = errors;
	return first === undefined
		? new ReadingProblem(sentence('This cannot be read as JSON.'), 0)
		: new ReadingProblem(jsonMessage(first), first.offset);
}

/** A sentence for writers in place of the parser's code. */
export function jsonMessage(error: ParseError): string {
	const words = printParseErrorCode(error.error).replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
	return `This cannot be read as JSON:${words}.`;
}
