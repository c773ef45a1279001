/** A bound on what braces within braces may grow to; a glob that means more is taken as it stands. */
const mostGlobs = 1000;

/** The globs that one with braces stands for: `a/{b,c}.md` is `a/b.md` and `a/c.md`. A brace that is not closed is a character like any other. */
export function expandBraces(glob: string): readonly string[] {
	let open: readonly string[] = [glob];
	let done: readonly string[] = [];
	while (open.length > 0 && open.length + done.length < mostGlobs) {
		const [first = '', ...rest] = open;
		const [whole, before = '', inside = '', after = ''] = /^(.*)\{([^{}]*,[^{}]*)\}(.*)$/su.exec(first) ?? [];
		if (whole === undefined) {
			done = [...done, first];
			open = rest;
		} else {
			open = [...inside.split(',').map(part => before + part + after), ...rest];
		}
	}
	return open.length > 0 ? [glob] : [...new Set(done)];
}
