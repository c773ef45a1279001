import { nearestWord } from '../editDistance.ts';
import { t } from '../l10n.ts';
import { closingDelimiter, readShortcodes, type ShortcodeCall } from '../prose/shortcode.ts';
import { applyEdits, slice, type Span, type TextEdit } from '../text.ts';
import type { LogFacts } from './logFacts.ts';
import type { Page } from './page.ts';
import type { Fix, Problem } from './problem.ts';

/** Calls that do not end, end wrongly, do not match, or name no shortcode. */
export function* checkShortcodes({ text, block }: Page, { shortcodes }: LogFacts): Iterable<Problem> {
	const calls = readShortcodes(text, block?.bodyStart ?? 0);
	for (const call of calls) {
		yield* checkEnd(text, call);
	}
	const matches = matchesOf(calls);
	for (const call of matches.calls) {
		yield* checkMatch(text, call, matches, shortcodes);
		yield* shortcodes === undefined || call.closing ? [] : checkName(text, call, matches, shortcodes);
	}
}

function unclosed(span: Span, message: string, fixes: readonly Fix[], severity?: Problem['severity']): Problem {
	return { code: 'shortcode.unclosed', ...(severity === undefined ? {} : { severity }), message, span, related: [], fixes };
}

function editFix(title: string, edit: TextEdit, certain: boolean): Fix {
	return { kind: 'edit', title, edits: [edit], certain };
}

function* checkEnd(text: string, call: ShortcodeCall): Iterable<Problem> {
	const wanted = closingDelimiter(call.kind);
	const begin = call.kind === 'angle' ? '{{<' : '{{%';
	const written = slice(text, call.delimiter);
	const rule = t("A call that begins with '{0}' ends with '{1}'; Hugo stops the build.", begin, wanted);
	switch (call.end) {
		case 'closed':
			return;
		case 'other':
		case 'broken': {
			const certain = written.includes('}') || written.startsWith(wanted.charAt(0));
			const fix = editFix(t("Write '{0}'", wanted), { span: call.delimiter, newText: wanted }, certain);
			yield unclosed(call.delimiter, t("{0} ends with '{1}'. {2}", calledName(call), written, rule), [fix]);
			return;
		}
		case 'quote':
			yield unclosed(
				call.span,
				t('{0} has a quotation mark that is not closed, and Hugo stops the build.', calledName(call)),
				quoteFixes(text, call),
			);
			return;
		case 'open': {
			const ending = call.commented ? `*/${wanted}` : wanted;
			const isBare = call.name !== '' && call.parameters.end === call.parameters.start;
			const fix = editFix(t("Write '{0}'", ending), { span: { start: call.span.end, end: call.span.end }, newText: ` ${ending}` }, isBare);
			yield unclosed(call.span, t('{0} does not end. {1}', calledName(call), rule), [fix]);
		}
	}
}

function calledName({ name, commented }: ShortcodeCall): string {
	return commented ? t('The commented shortcode call') : name === '' ? t('The shortcode call') : t("The call of the shortcode '{0}'", name);
}

/** The missing quotation mark goes before the delimiter that stands on the line, if the call can be read then. */
function quoteFixes(text: string, { span }: ShortcodeCall): readonly Fix[] {
	const call = slice(text, span);
	const own = call.slice(0, longestLine).replace(/(?<=.)\{\{[<%].*$/s, ''); // up to where another call begins
	const [delimiter, ...others] = [...own.matchAll(/(?<![ \t])[ \t]*\/?[>%]\}\}/g)];
	if (delimiter === undefined) {
		return [];
	}
	const at = span.start + delimiter.index;
	const mark = ['"', '`'].find(each => {
		const [mended] = readShortcodes(applyEdits(call, [{ span: { start: delimiter.index, end: delimiter.index }, newText: each }]), 0);
		return mended?.end === 'closed';
	});
	return mark === undefined
		? []
		: [editFix(t('Write the missing {0}', mark), { span: { start: at, end: at }, newText: mark }, others.length === 0 && mark === '"')];
}

const longestLine = 2000;

/** Which calls open and which close what they open; commented calls apart. */
interface Matches {
	readonly calls: readonly ShortcodeCall[];
	readonly closerOf: ReadonlyMap<ShortcodeCall, ShortcodeCall>;
	readonly openerOf: ReadonlyMap<ShortcodeCall, ShortcodeCall>;
}

/** A closing call belongs to the last open one of its name, as far as Hugo minds: `{{< a >}}{{< b >}}{{< /a >}}` is fine where `b` needs no end. */
function matchesOf(all: readonly ShortcodeCall[]): Matches {
	const calls = all.filter(({ commented, name }) => !commented && name !== '');
	const closerOf = new Map<ShortcodeCall, ShortcodeCall>();
	const openerOf = new Map<ShortcodeCall, ShortcodeCall>();
	const open = new Map<string, ShortcodeCall[]>();
	for (const call of calls) {
		const waiting = open.get(call.name) ?? [];
		open.set(call.name, waiting);
		const opener = call.closing ? waiting.pop() : undefined;
		if (opener !== undefined) {
			closerOf.set(opener, call);
			openerOf.set(call, opener);
		} else if (!call.closing && !call.selfClosing) {
			waiting.push(call);
		}
	}
	return { calls, closerOf, openerOf };
}

/** Of these Hugo asks that they be closed; of the site's own only their templates know. */
const needsEnd = new Set(['comment', 'details', 'highlight']);

function* checkMatch(
	text: string,
	call: ShortcodeCall,
	{ closerOf, openerOf }: Matches,
	own: ReadonlySet<string> | undefined,
): Iterable<Problem> {
	if (call.closing) {
		const opener = openerOf.get(call);
		yield* opener === undefined ? unopened(call) : otherKind(text, call, opener);
	} else if (!call.selfClosing && !closerOf.has(call) && needsEnd.has(call.name) && own?.has(call.name) === false) {
		const message = t(
			"The shortcode '{0}' must be closed, and is not: Hugo stops the build. Write '{1}' after what it encloses.",
			call.name,
			closingCall(call),
		);
		yield unclosed(call.span, message, []);
	}
}

function closingCall({ kind, name }: ShortcodeCall): string {
	return kind === 'angle' ? `{{< /${name} >}}` : `{{% /${name} %}}`;
}

function* unopened(call: ShortcodeCall): Iterable<Problem> {
	if (call.end === 'closed') {
		const fix = editFix(t('Remove it'), { span: call.span, newText: '' }, false);
		yield unclosed(call.span, t("This closes the shortcode '{0}', which is not open here: Hugo stops the build.", call.name), [fix]);
	}
}

/** Hugo's documentation asks for one kind, its reader (0.111 to 0.166) does not mind: so this is a warning. */
function* otherKind(text: string, call: ShortcodeCall, opener: ShortcodeCall): Iterable<Problem> {
	if (call.kind !== opener.kind && call.end === 'closed') {
		const begin = opener.kind === 'angle' ? '{{<' : '{{%';
		const newText = begin + text.slice(call.span.start + begin.length, call.delimiter.start) + closingDelimiter(opener.kind);
		const message = t(
			"The shortcode '{0}' is opened with '{1}', and closed with the other kind of delimiter. Write '{2}'.",
			call.name,
			begin,
			closingCall(opener),
		);
		yield unclosed(call.span, message, [editFix(t("Write '{0}'", closingCall(opener)), { span: call.span, newText }, true)], 'warning');
	}
}

/** Hugo's own, today's and those of the versions since 0.111: the site may be built by any. @see https://gohugo.io/shortcodes/ */
const embedded: readonly string[] = [
	...['comment', 'details', 'figure', 'gist', 'highlight', 'instagram', 'param', 'qr', 'ref', 'relref', 'vimeo', 'x', 'youtube'],
	...['instagram_simple', 'tweet', 'twitter', 'twitter_simple', 'vimeo_simple', 'x_simple'],
];
const embeddedNames = new Set(embedded);

/** Capitals count for old Hugo and not for today's: so nothing is said of them. */
function* checkName(text: string, call: ShortcodeCall, { closerOf }: Matches, own: ReadonlySet<string>): Iterable<Problem> {
	const name = call.name.toLowerCase();
	if (call.name.endsWith('.inline') || embeddedNames.has(name) || own.has(call.name) || own.has(name)) {
		return;
	}
	const near = nearestWord(name, [...own, ...embedded], name.length > 5 ? 2 : 1);
	const closer = closerOf.get(call);
	const spans = closer === undefined ? [call.nameSpan] : [call.nameSpan, closer.nameSpan];
	const advice = near === undefined ? t('Check its name, or add its template to the site.') : t("Is '{0}' meant?", near);
	yield {
		code: 'shortcode.unknown',
		message: t("Neither the site nor Hugo has a shortcode '{0}', and Hugo stops the build. {1}", slice(text, call.nameSpan), advice),
		span: call.nameSpan,
		related: [],
		fixes:
			near === undefined
				? []
				: [{ kind: 'edit', title: t("Change to '{0}'", near), edits: spans.map(span => ({ span, newText: near })), certain: false }],
	};
}
