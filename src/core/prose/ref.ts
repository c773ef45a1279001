import { slice, type Span } from '../text.ts';
import { readShortcodes, type ShortcodeCall } from './shortcode.ts';

/** The page that a call of Hugo's `ref` or `relref` names. */
export interface Ref {
	/** As written, without quotation marks and without `#heading`: `62.md`, `/daily-log/62`. */
	readonly path: string;
	readonly span: Span;
}

/** The pages that `{{< ref "62.md" >}}` and `{{% relref "/daily-log/62" %}}` name, from an offset on. @see https://gohugo.io/shortcodes/ref/ */
export function refsIn(text: string, from: number): readonly Ref[] {
	if (!/\{\{[<%]\s*(?:rel)?ref\b/u.test(text)) {
		return [];
	}
	return readShortcodes(text, from).flatMap(call => {
		const span = isRef(call) ? pathSpan(text, call) : undefined;
		return span === undefined ? [] : [{ path: slice(text, span), span }];
	});
}

function isRef({ name, closing, end }: ShortcodeCall): boolean {
	return end === 'closed' && !closing && (name === 'ref' || name === 'relref');
}

/** `"62.md"`, `` `62.md` `` or `62.md`, as the first parameter or as the one named `path`. */
const pathForm = /(?:^|\spath\s*=\s*|^path\s*=\s*)(?:"([^"\\\r\n]*)"|`([^`]*)`|([^\s"`=]+)(?![^\s]*=))/du;

function pathSpan(text: string, { parameters }: ShortcodeCall): Span | undefined {
	const found = pathForm
		.exec(slice(text, parameters))
		?.indices?.slice(1)
		.find(group => group !== undefined);
	if (found === undefined) {
		return undefined;
	}
	const [start, end] = [parameters.start + found[0], parameters.start + found[1]];
	const heading = text.slice(start, end).search(/[#?]/u);
	return { start, end: heading < 0 ? end : start + heading };
}
