import { isLineBreak } from '../lines.ts';
import { withoutBlanks, type Span } from '../text.ts';

/**
 * How a call ends: as it began; with the delimiter of the other kind, `{{< x %}}`; with a piece of one, `{{< x }}`;
 * within a quotation that is never closed, `{{< x "a >}}`; or not at all.
 */
export type ShortcodeEnd = 'closed' | 'other' | 'broken' | 'quote' | 'open';

/** One shortcode call as written, `{{< figure src="a.png" >}}`. @see https://gohugo.io/content-management/shortcodes/ */
export interface ShortcodeCall {
	/** `angle` for `{{< x >}}`, `percent` for `{{% x %}}`. */
	readonly kind: 'angle' | 'percent';
	/** Everything from `{{` to `}}`; of a call that does not end what stands on its first line. */
	readonly span: Span;
	/** `figure`, `sub/name`, `now.inline`; `''` where none is written. Of a commented call `''` too. */
	readonly name: string;
	readonly nameSpan: Span;
	/** `{{< /x >}}`. */
	readonly closing: boolean;
	/** `{{< x />}}`. */
	readonly selfClosing: boolean;
	/** Commented out, as in a page about shortcodes: an asterisk behind the slash, and one before the end. Hugo prints such a call. */
	readonly commented: boolean;
	/** What stands between the name and the end, blanks around it excluded. */
	readonly parameters: Span;
	readonly end: ShortcodeEnd;
	/** The closing delimiter, or the piece of one; empty where there is none. */
	readonly delimiter: Span;
}

/**
 * Every call from `start` on, in the order of the text. Hugo looks for them before it reads any Markdown: so they are found in fences,
 * inline code and HTML comments too, and only front matter, which ends at `start`, has none. Linear in the length of the text.
 * @see https://github.com/gohugoio/hugo/blob/master/parser/pageparser/pagelexer_shortcode.go
 */
export function readShortcodes(text: string, start: number): readonly ShortcodeCall[] {
	const calls: ShortcodeCall[] = [];
	const source: Source = { text, absent: new Set() };
	for (let at = nextOpening(text, start); at !== undefined;) {
		const call = readCall(source, at);
		calls.push(call);
		at = nextOpening(text, call.end === 'closed' ? call.span.end : at + delimiterLength);
	}
	return calls;
}

interface Source {
	readonly text: string;
	/** What was looked for to the end of the text and not found: it is not looked for again. */
	readonly absent: Set<string>;
}

const delimiterLength = 3;
const opening = /\{\{[<%]/g;

function nextOpening(text: string, from: number): number | undefined {
	opening.lastIndex = from;
	return opening.exec(text)?.index;
}

function find({ text, absent }: Source, wanted: string, from: number): number | undefined {
	const index = absent.has(wanted) ? -1 : text.indexOf(wanted, from);
	if (index === -1) {
		absent.add(wanted);
	}
	return index === -1 ? undefined : index;
}

function readCall(source: Source, start: number): ShortcodeCall {
	const { text } = source;
	const kind = text[start + 2] === '<' ? 'angle' : 'percent';
	const inside = start + delimiterLength;
	if (text.startsWith('/*', inside)) {
		return commentedCall(source, start, kind);
	}
	const head = headAt(text, inside);
	const found = endOf(source, head.nameSpan.end, kind);
	const isOpen = found.end === 'open' || found.end === 'quote';
	const end = isOpen ? endOfLine(text, head.nameSpan.end, found.delimiter.start) : found.delimiter.end;
	const delimiter = isOpen ? { start: end, end } : found.delimiter;
	const parameters = withoutBlanks(text, { start: head.nameSpan.end, end: Math.max(delimiter.start, head.nameSpan.end) });
	const selfClosing = !head.closing && found.end === 'closed' && text[parameters.end - 1] === '/' && parameters.end > parameters.start;
	return {
		kind,
		span: { start, end },
		...head,
		selfClosing,
		commented: false,
		parameters: selfClosing ? withoutBlanks(text, { start: parameters.start, end: parameters.end - 1 }) : parameters,
		end: found.end,
		delimiter,
	};
}

function commentedCall(source: Source, start: number, kind: ShortcodeCall['kind']): ShortcodeCall {
	const wanted = `*/${closingDelimiter(kind)}`;
	const inside = start + delimiterLength + 2;
	const index = find(source, wanted, inside);
	const end =
		index === undefined ? endOfLine(source.text, start, nextOpening(source.text, inside) ?? source.text.length) : index + wanted.length;
	const nothing = { start: inside, end: inside };
	return {
		kind,
		span: { start, end },
		name: '',
		nameSpan: nothing,
		closing: false,
		selfClosing: false,
		commented: true,
		parameters: nothing,
		end: index === undefined ? 'open' : 'closed',
		delimiter: { start: index === undefined ? end : end - delimiterLength, end },
	};
}

/** The delimiter that ends a call of the kind. */
export function closingDelimiter(kind: ShortcodeCall['kind']): string {
	return kind === 'angle' ? '>}}' : '%}}';
}

const headForm = /\s*(\/?)\s*([\p{L}\p{Nd}_][\p{L}\p{Nd}_/-]*(?:\.inline)?)?/uy;

function headAt(text: string, inside: number): Pick<ShortcodeCall, 'name' | 'nameSpan' | 'closing'> {
	headForm.lastIndex = inside;
	const [all = '', slash = '', written = ''] = headForm.exec(text) ?? [];
	const name = written.replace(/\/+$/, ''); // `{{< x/>}}` closes itself
	const start = written === '' ? inside : inside + all.length - written.length;
	return { name, nameSpan: { start, end: start + name.length }, closing: slash !== '' };
}

interface End {
	readonly end: ShortcodeEnd;
	/** Empty, and where the scan stopped, for a call that is left open. */
	readonly delimiter: Span;
}

/** What a scan stops at: quotations, a new call, closing delimiters and pieces of them. */
const signs = /\\?["`]|\{\{[<%]|[>%][ \t]{0,4}\}\}?|\}\}?|[>%](?=[ \t]*(?:[\r\n]|$))/g;

/** Where the call ends whose name ends at `from`: quotations are stepped over, a new call before the end leaves this one open. */
function endOf(source: Source, from: number, kind: ShortcodeCall['kind']): End {
	const { text } = source;
	for (let at = from; ;) {
		signs.lastIndex = at;
		const sign = signs.exec(text);
		if (sign === null || sign[0].startsWith('{{')) {
			const stop = sign?.index ?? text.length;
			return { end: 'open', delimiter: { start: stop, end: stop } };
		}
		const isQuotation = /["`]$/.test(sign[0]);
		const behind = sign.index + sign[0].length;
		const next = isQuotation ? behindQuotation(source, sign[0], behind) : undefined;
		if (next === undefined) {
			return isQuotation ? openQuotation(text, from, sign.index) : endAt(text, from, sign, kind);
		}
		at = next;
	}
}

/** What goes wrong on a later line than the name's has nothing to do with the call. */
function openQuotation(text: string, from: number, at: number): End {
	const isNear = endOfLine(text, from, at + 1) > at;
	return { end: isNear ? 'quote' : 'open', delimiter: { start: isNear ? text.length : at, end: at } };
}

function endAt(text: string, from: number, { 0: written, index }: RegExpExecArray, kind: ShortcodeCall['kind']): End {
	const delimiter = { start: index, end: index + written.length };
	if (written === '>}}' || written === '%}}') {
		return { end: written === closingDelimiter(kind) ? 'closed' : 'other', delimiter };
	}
	return endOfLine(text, from, index + 1) > index ? { end: 'broken', delimiter } : { end: 'open', delimiter: { start: index, end: index } };
}

/** `"` ends on its line, `\"` at the next of its like, and a backtick anywhere. Undefined where the quotation does not end. */
function behindQuotation(source: Source, mark: string, from: number): number | undefined {
	const { text } = source;
	if (mark.endsWith('`')) {
		const close = find(source, '`', from);
		return close === undefined ? undefined : close + 1;
	}
	for (let at = from; at < text.length && !isLineBreak(text.charCodeAt(at)); at++) {
		const escapes = text[at] === '\\' && text[at + 1] === '"';
		if (escapes && mark === '\\"') {
			return at + 2;
		}
		if (escapes) {
			at++;
		} else if (text[at] === '"' && mark === '"') {
			return at + 1;
		}
	}
	return undefined;
}

/** The end of the line, blanks there excluded, or `limit` where that comes first. */
function endOfLine(text: string, from: number, limit: number): number {
	let at = from;
	while (at < limit && !isLineBreak(text.charCodeAt(at))) {
		at++;
	}
	return from + text.slice(from, at).trimEnd().length;
}
