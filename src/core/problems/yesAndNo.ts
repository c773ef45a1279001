const yes = new Set(['yes', 'y', 'on', 'true', 't', '1']);
const no = new Set(['no', 'n', 'off', 'false', 'f', '0']);

/** The boolean that people mean by `yes`, `Off`, `"true"` or 1; undefined where nobody can know. */
export function meantBoolean(value: unknown): boolean | undefined {
	const word = typeof value === 'string' || typeof value === 'number' ? String(value).trim().toLowerCase() : '';
	return yes.has(word) ? true : no.has(word) ? false : undefined;
}
