import type { ShortcodeCall } from '../prose/shortcode.ts';
import { slice } from '../text.ts';
import { element } from './html.ts';

/** Longer than this no tooltip is read. */
const longestTitle = 300;

/** A call of a shortcode as a quiet mark with its name, its parameters in the tooltip. `text` is what it stands in. */
export function shortcodeMark(call: ShortcodeCall, text: string): string {
	const source = slice(text, call.span);
	if (call.commented) {
		const printed = source.replace(/^(\{\{[<%])\/\*/u, '$1').replace(/\*\/([>%]\}\})$/u, '$1');
		return element('span', { class: 'daily-log-shortcode daily-log-commented', title: short(source) }, short(printed));
	}
	const closing = call.closing ? ' daily-log-closing' : '';
	return element('span', { class: `daily-log-shortcode${closing}`, title: short(source) }, `${call.closing ? '/' : ''}${call.name}`);
}

function short(text: string): string {
	const line = text.replace(/\s+/gu, ' ');
	return line.length > longestTitle ? `${line.slice(0, longestTitle)}…` : line;
}

/** The picture that a call of `figure` shows. @see https://gohugo.io/shortcodes/figure/ */
export interface Figure {
	readonly source: string;
	/** Its `alt`, else its `caption`, else its `title`; empty where it has none. */
	readonly alt: string;
	/** Empty where it has neither caption nor title. */
	readonly caption: string;
}

/** The picture that the call shows; undefined for any other call, and for pictures from elsewhere. */
export function figureOf(call: ShortcodeCall, text: string): Figure | undefined {
	if (call.name !== 'figure' || call.closing || call.commented) {
		return undefined;
	}
	const values = parametersOf(slice(text, call.parameters));
	const source = values.get('src') ?? '';
	if (source === '' || /^[a-z][a-z\d+.-]*:|^\/\//iu.test(source)) {
		return undefined;
	}
	const caption = values.get('caption') ?? values.get('title') ?? '';
	return { source, alt: values.get('alt') ?? caption, caption };
}

/** Named parameters with their values: `src="a.png" width=300`. */
function parametersOf(written: string): ReadonlyMap<string, string> {
	return new Map(
		[...written.matchAll(parameter)].map(([, name = '', quoted, raw, bare]) => [
			name,
			(quoted?.replace(/\\(["\\])/gu, '$1') ?? raw ?? bare ?? '').trim(),
		]),
	);
}

/** A name begins where no other sign of a name stands before: a long word that is none is passed over once. */
const parameter = /(?<![\w-])([A-Za-z_][\w-]*)=(?:"((?:[^"\\\r\n]|\\.)*)"|`([^`]*)`|([^\s"`]+))/gu;
