import type { Field, FieldError } from '../frontMatter/field.ts';
import { removeFieldAt } from '../frontMatter/fieldEdits.ts';
import { readFields } from '../frontMatter/fields.ts';
import { findFrontMatter, type FrontMatterBlock } from '../frontMatter/frontMatter.ts';
import { readingInWords } from '../frontMatter/readingWords.ts';
import { lineEndAt, lineStartAt } from '../lines.ts';
import { homeOf, isWithin } from '../notePath.ts';
import { readNumberInPath } from '../entryNumber.ts';
import { t } from '../l10n.ts';
import { applyEdits, slice, type Span, type TextEdit } from '../text.ts';
import { badEndOf, closingDelimiter, type BadEnd } from './closingFix.ts';
import type { LogFacts } from './logFacts.ts';
import { newFrontMatter, numberOf } from './newFrontMatter.ts';
import { fieldAt, isTooLongToMend, type Page } from './page.ts';
import type { Fix, Problem } from './problem.ts';
import { namesIn } from './quotingCures.ts';
import { isExplainedByQuoting } from './quotingRules.ts';
import { cureOfBrokenValue, strayLineIn, type SyntaxCure } from './syntaxFixes.ts';

/** Front matter as a whole: whether it is there, where it begins and ends, and whether it can be read. */
export function* checkFrontMatter(page: Page, facts: LogFacts): Iterable<Problem> {
	const { block } = page;
	if (block === undefined) {
		yield* checkMissing(page, facts);
		return;
	}
	yield* checkLeading(page, block);
	if (block.executable !== undefined) {
		yield* executable(page);
		return;
	}
	const badEnd = badEndOf(page, block);
	if (badEnd !== undefined && !isOtherMistake(page, block, badEnd)) {
		yield endProblem(page, block, badEnd);
	}
	yield* checkSyntax(page, facts, block, badEnd);
	yield* checkDuplicates(page, block);
}

function fixBy(title: string, edit: TextEdit | undefined, certain: boolean): readonly Fix[] {
	return edit === undefined ? [] : [{ kind: 'edit', title, edits: [edit], certain }];
}

/** Only where the place and the number say that it is an entry: prose is no one's mistake elsewhere. */
function* checkMissing(page: Page, facts: LogFacts): Iterable<Problem> {
	if (!isEntryByPlace(page, facts)) {
		return;
	}
	const { text } = page;
	const start = text.startsWith('\ufeff') ? 1 : 0;
	const span = { start, end: lineEndAt(text, start) };
	const insert = { span: { start, end: start }, newText: newFrontMatter(page, facts) };
	yield {
		code: 'frontMatter.missing',
		message: t(
			'This entry has no front matter: Hugo gives it neither title nor date, and it does not count in the log. Insert it at the top.',
		),
		span,
		related: [],
		fixes: [...openingFix(text, span), ...fixBy(t('Insert front matter'), insert, false)],
	};
}

/** `----`, `--`, `–––` or `***` where `---` is meant: then fields follow, and the block is there once its first line is right. */
function openingFix(text: string, span: Span): readonly Fix[] {
	const edit = { span, newText: '---' };
	const isMeant = /^[-–—*_=]{1,20}[ \t]*$/.test(slice(text, span)) && findFrontMatter(applyEdits(text, [edit])) !== undefined;
	return isMeant ? fixBy(t('Write {0}', '---'), edit, true) : [];
}

function isEntryByPlace({ path, text }: Page, { shape, homes }: LogFacts): boolean {
	return shape.folder === ''
		? homes.has(homeOf(path)) && readNumberInPath(path) !== undefined
		: isWithin(path, shape.folder) && numberOf(path, text) !== undefined;
}

function* checkLeading({ text }: Page, { leading }: FrontMatterBlock): Iterable<Problem> {
	if (leading.end > leading.start) {
		const message = /[\r\n]/.test(slice(text, leading))
			? t('There are blank lines before the front matter. Hugo skips that, but many other programs then see no front matter at all.')
			: t('There is a space before the front matter. Hugo skips that, but many other programs then see no front matter at all.');
		yield {
			code: 'frontMatter.leadingBlank',
			message,
			span: leading,
			related: [],
			fixes: fixBy(t('Remove what stands before the front matter'), { span: leading, newText: '' }, true),
		};
	}
}

function* executable({ errors }: Page): Iterable<Problem> {
	for (const { message, span } of errors.filter(({ code }) => code === 'executable')) {
		yield { code: 'frontMatter.executable', message: readingInWords(message), span, related: [], fixes: [] };
	}
}

/** In JSON a quotation mark that is not closed hides the closing brace: then that is the mistake. */
function isOtherMistake({ errors }: Page, { format }: FrontMatterBlock, { edit }: BadEnd): boolean {
	return format === 'json' && edit === undefined && errors.length > 0;
}

function endProblem({ text }: Page, block: FrontMatterBlock, badEnd: BadEnd): Problem {
	const delimiter = closingDelimiter(text, block);
	return {
		code: 'frontMatter.unclosed',
		message: endMessage(badEnd.kind, delimiter, slice(text, badEnd.span).slice(0, 20)),
		span: badEnd.span,
		related: [],
		fixes: fixBy(
			badEnd.kind === 'none' || badEnd.kind === 'late' ? t('Close the front matter with {0}', delimiter) : t('Write {0}', delimiter),
			badEnd.edit,
			badEnd.certain,
		),
	};
}

function endMessage(kind: BadEnd['kind'], delimiter: string, written: string): string {
	switch (kind) {
		case 'none':
			return t(
				"The front matter is never closed, and Hugo stops the build. Write '{0}' on a line of its own after the last field.",
				delimiter,
			);
		case 'meant':
			return t(
				"'{0}' does not close the front matter, and Hugo stops the build. Only '{1}' at the start of a line does.",
				written,
				delimiter,
			);
		case 'notExact':
			return t(
				"The front matter is closed by '{0}': Hugo takes what follows '{1}' for the first words of the text. Let '{1}' stand alone.",
				written,
				delimiter,
			);
		case 'late':
			return t(
				"The front matter is not closed before the text begins, and Hugo reads the text as fields. Write '{0}' on a line of its own after the last field.",
				delimiter,
			);
	}
}

/** One problem a line, in JSON one at all; nothing where quotation marks are the cure, or where closing the block is. */
function* checkSyntax(page: Page, facts: LogFacts, block: FrontMatterBlock, badEnd: BadEnd | undefined): Iterable<Problem> {
	let line = -1;
	let count = 0;
	const isExplained = isExplainedByQuoting(page, facts);
	for (const error of syntaxErrors(page, block, badEnd)) {
		const lineStart = lineStartAt(page.text, error.span.start);
		if (lineStart !== line && !isExplained(error)) {
			line = lineStart;
			count++;
			const isCured = count <= mostCures && !isTooLongToMend(page);
			yield syntaxProblem(page, error, isCured ? syntaxCure(page, facts, block, error) : undefined);
		}
	}
}

/** A cure reads the text again; of more mistakes than this the others have theirs once the first are mended. */
const mostCures = 20;

function syntaxProblem({ text }: Page, error: FieldError, cure: SyntaxCure | undefined): Problem {
	return {
		code: 'frontMatter.syntax',
		message: t('{0} Hugo stops the build here.', cure?.message ?? readingInWords(error.message)),
		span: cure?.span ?? visible(text, error.span),
		related: [],
		fixes: cure?.fixes ?? [],
	};
}

function syntaxCure(
	{ text, fields }: Page,
	{ shape }: LogFacts,
	{ format, content }: FrontMatterBlock,
	error: FieldError,
): SyntaxCure | undefined {
	if (format === 'json') {
		return undefined;
	}
	const field = fieldAt(fields, error.span.start);
	const broken = field?.value === undefined ? field : undefined;
	const stray = format === 'yaml' ? strayLineIn(text, broken?.span ?? content, shape.fields) : undefined;
	return stray ?? (broken === undefined ? undefined : cureOfBrokenValue(text, format, broken, shape.fields));
}

/** Of an empty span the next word's line, so that something can be underlined. */
function visible(text: string, span: Span): Span {
	if (span.end > span.start) {
		return span;
	}
	const start = span.start + (/^\s*/.exec(text.slice(span.start, span.start + 100))?.[0].length ?? 0);
	return start < text.length ? { start, end: lineEndAt(text, start) } : span;
}

function syntaxErrors(page: Page, block: FrontMatterBlock, badEnd: BadEnd | undefined): readonly FieldError[] {
	const errors = errorsOnceClosed(page, badEnd).filter(({ code }) => code === 'syntax');
	if (block.format === 'json') {
		return errors.slice(0, 1);
	}
	const real = block.format === 'yaml' ? withoutLostNames(page.text, block, errors) : errors;
	return real.length === 0 ? errors : real;
}

/** What is still wrong when the block is closed where it should be; the offsets stay, for the delimiter goes behind them. */
function errorsOnceClosed({ text, errors }: Page, badEnd: BadEnd | undefined): readonly FieldError[] {
	if (badEnd?.edit === undefined || (badEnd.kind !== 'none' && badEnd.kind !== 'late')) {
		return errors;
	}
	const closed = applyEdits(text, [badEnd.edit]);
	const block = findFrontMatter(closed);
	return block === undefined ? errors : readFields(closed, block).errors.map(error => within(text, error));
}

/** An error at the delimiter that is not there yet is shown at the end. */
function within({ length }: string, error: FieldError): FieldError {
	const { start, end } = error.span;
	return end <= length ? error : { ...error, span: { start: Math.min(start, length), end: length } };
}

/** Read on its own, a field does not know the `&name` of another: its `*name` is no mistake. */
function withoutLostNames(text: string, { content }: FrontMatterBlock, errors: readonly FieldError[]): readonly FieldError[] {
	if (!errors.some(({ span }) => text[span.start - 1] === '*')) {
		return errors;
	}
	const names = namesIn(slice(text, content), '&');
	return errors.filter(({ span }) => text[span.start - 1] !== '*' || !names.has(/^[^\s,[\]{}]*/.exec(slice(text, span))?.[0] ?? ''));
}

function* checkDuplicates(page: Page, block: FrontMatterBlock): Iterable<Problem> {
	const firsts = new Map<string, Field>();
	let count = 0;
	for (const field of page.fields) {
		const first = firsts.get(field.name);
		if (first === undefined) {
			firsts.set(field.name, field);
		} else {
			count++;
			yield {
				...duplicate(block, first, field),
				fixes: count <= mostCures && !isTooLongToMend(page) ? duplicateFixes(page.text, block, first, field) : [],
			};
		}
	}
}

function duplicate(block: FrontMatterBlock, first: Field, second: Field): Problem {
	return {
		code: 'frontMatter.duplicateKey',
		message: duplicateMessage(block, first.key, second.key),
		span: second.keySpan,
		related: [],
		fixes: [],
	};
}

/** Where both say the same, nothing is lost with the second, and there is nothing to decide. */
function duplicateFixes(text: string, block: FrontMatterBlock, first: Field, second: Field): readonly Fix[] {
	const isSame = first.value !== undefined && JSON.stringify(first.value) === JSON.stringify(second.value);
	const removeSecond = fixBy(t("Remove this '{0}'", second.key), removeFieldAt(text, block, second), isSame);
	return isSame
		? removeSecond
		: [...removeSecond, ...fixBy(t("Remove the first '{0}'", first.key), removeFieldAt(text, block, first), false)];
}

function duplicateMessage({ format }: FrontMatterBlock, first: string, second: string): string {
	if (first !== second) {
		return t("'{0}' and '{1}' are one field to Hugo, and chance decides which of the two counts. Keep one.", first, second);
	}
	return format === 'json'
		? t("'{0}' is written here a second time: Hugo passes over the first. Keep one.", second)
		: t("'{0}' is written here a second time: Hugo stops the build. Keep one.", second);
}
