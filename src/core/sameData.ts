/** Whether two pieces of plain data say the same: texts, numbers, lists and records of them. A field that is undefined counts as one that is not there, as in JSON. */
export function isSameData(a: unknown, b: unknown): boolean {
	if (a === b) {
		return true;
	}
	if (Array.isArray(a) && Array.isArray(b)) {
		return a.length === b.length && a.every((item, index) => isSameData(item, b[index]));
	}
	if (!isRecord(a) || !isRecord(b) || Array.isArray(a) !== Array.isArray(b)) {
		return false;
	}
	return Object.keys(a).every(name => isSameData(a[name], b[name])) && Object.keys(b).every(name => b[name] === undefined || name in a);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null;
}
