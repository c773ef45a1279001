import { codes, type Severity } from '../core/problems/codes.ts';
import type { Range } from '../core/text.ts';

/** The ways to print what is wrong. */
export const formats = ['text', 'json', 'sarif'] as const;
export type Format = (typeof formats)[number];

export function isFormat(name: string): name is Format {
	return formats.some(format => format === name);
}

/** One problem at its place. */
export interface Finding {
	/** Relative to the folder that was checked, with `/`. */
	readonly path: string;
	readonly code: keyof typeof codes;
	readonly severity: Severity;
	readonly message: string;
	/** Lines and columns counted from 0, columns in UTF-16 code units. */
	readonly range: Range;
}

/** The findings as text that ends with a line end, or is empty. */
export function print(findings: readonly Finding[], format: Format): string {
	switch (format) {
		case 'text':
			return findings.map(line).join('');
		case 'json':
			return `${JSON.stringify(findings.map(plain), undefined, 2)}\n`;
		case 'sarif':
			return `${JSON.stringify(sarif(findings), undefined, 2)}\n`;
	}
}

function line({ path, code, severity, message, range }: Finding): string {
	return `${path}:${range.start.line + 1}:${range.start.character + 1}: ${severity} ${code}: ${message}\n`;
}

/** Lines and columns counted from 1, as people and compilers count. */
function plain({ path, code, severity, message, range }: Finding): object {
	const { start, end } = range;
	return {
		path,
		line: start.line + 1,
		column: start.character + 1,
		endLine: end.line + 1,
		endColumn: end.character + 1,
		severity,
		code,
		message,
	};
}

/** @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
function sarif(findings: readonly Finding[]): object {
	const used = [...new Set(findings.map(({ code }) => code))].sort();
	return {
		$schema: 'https://json.schemastore.org/sarif-2.1.0.json',
		version: '2.1.0',
		runs: [
			{
				tool: { driver: { name: 'daily-log', rules: used.map(ruleOf) } },
				columnKind: 'utf16CodeUnits',
				results: findings.map(finding => resultOf(finding, used)),
			},
		],
	};
}

function ruleOf(code: keyof typeof codes): object {
	const { summary, page, severity } = codes[code];
	return { id: code, shortDescription: { text: summary }, helpUri: page, defaultConfiguration: { level: levelOf(severity) } };
}

function resultOf({ path, code, severity, message, range: { start, end } }: Finding, used: readonly string[]): object {
	const region = { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
	return {
		ruleId: code,
		ruleIndex: used.indexOf(code),
		level: levelOf(severity),
		message: { text: message },
		locations: [{ physicalLocation: { artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/') }, region } }],
	};
}

function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
	return severity === 'error' || severity === 'warning' ? severity : 'note';
}
