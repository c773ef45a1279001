/**
 * Reads front matter of the simplest kind, the kind that most entries have, ten times as fast as a reader of all of YAML: each line is `key: value`, or `- value` below a key
 * without one, and each value a text without surprises, a whole number, a date, `true`, `false`, or a list of those in one line. What it returns is what `readYaml` returns
 * (a test compares them); undefined where there is anything else, and where anything may be wrong.
 */
export function readPlainYaml(source: string): Readonly<Record<string, unknown>> | undefined {
	if (surprising.test(source)) {
		return undefined;
	}
	const reader = new PlainReader();
	for (let start = 0; start < source.length;) {
		const end = source.indexOf('\n', start);
		const line = source.slice(start, end < 0 ? source.length : end);
		if (!reader.take(line.endsWith('\r') ? line.slice(0, -1) : line)) {
			return undefined;
		}
		start = end < 0 ? source.length : end + 1;
	}
	return reader.fields;
}

/** Characters that YAML forbids or takes for line ends, blanks beside the space, and what comes in pairs. */
const surprising =
	/[^\n\r -~\u00a1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\ud7ff\ue000-\ufefe]|\r(?!\n)/u;

class PlainReader {
	readonly fields: Record<string, unknown> = {};
	#list: unknown[] | undefined;
	#key: string | undefined;
	#indent = '';

	/** Whether the line is a plain one. */
	take(line: string): boolean {
		const first = line.charCodeAt(0);
		if (first === space || first === dash) {
			return this.#takeItem(line);
		}
		const key = keyForm.exec(line)?.[1];
		if (key === undefined || notKeys.has(key) || Object.hasOwn(this.fields, key)) {
			return false;
		}
		const value = readValue(line.slice(key.length + 1).trim());
		this.fields[key] = value;
		this.#key = value === null ? key : undefined;
		this.#list = undefined;
		return value !== undefined;
	}

	#takeItem(line: string): boolean {
		const [, indent, written] = itemForm.exec(line) ?? [];
		const item = written === undefined ? undefined : readScalar(written.trim(), 'block');
		if (this.#key === undefined || indent === undefined || item === undefined || (this.#list !== undefined && indent !== this.#indent)) {
			return false;
		}
		this.#list ??= [];
		this.#list.push(item);
		this.#indent = indent;
		this.fields[this.#key] = this.#list;
		return true;
	}
}

const [space, dash] = [32, 45];

const keyForm = /^([A-Za-z_][\w-]*):(?= |$)/u;

/** Keys that YAML takes for something else than their letters, and the one that is not like others in JavaScript. */
const notKeys = new Set(['true', 'True', 'TRUE', 'false', 'False', 'FALSE', 'null', 'Null', 'NULL', '__proto__']);

const itemForm = /^( *)- +([^ ].*)$/u;

/** Undefined where the value is not plain; null where there is none. */
function readValue(written: string): unknown {
	if (written === '') {
		return null;
	}
	return written.startsWith('[') ? readFlowList(written) : readScalar(written, 'block');
}

function readFlowList(written: string): readonly unknown[] | undefined {
	if (!flowList.test(written)) {
		return undefined;
	}
	const items = (written.slice(1, -1).match(flowItems) ?? []).map(item => readScalar(item.trim(), 'flow'));
	return items.includes(undefined) ? undefined : items;
}

const flowItem = String.raw` *(?:"[^"\\]*"|'[^']*'|[\p{L}\p{N}/][^"'\\\[\]{},:#]*) *`;
const flowList = new RegExp(`^\\[(?: *|${flowItem}(?:,${flowItem})*)\\]$`, 'u');
const flowItems = /"[^"]*"|'[^']*'|[^,"' ][^,"']*/gu;

function readScalar(written: string, context: 'block' | 'flow'): unknown {
	const first = written.charAt(0);
	if (first === '"' || first === "'") {
		return quotedForm.test(written) ? written.slice(1, -1) : undefined;
	}
	if (first >= '0' && first <= '9') {
		return readDigits(written);
	}
	return (context === 'block' ? plainText : plainFlowText).test(written) ? readWord(written) : undefined;
}

const quotedForm = /^(?:"[^"\\]*"|'[^']*')$/u;

/** Begins with a letter or a slash, and neither a comment nor a mapping begins within it. */
const plainText = /^[\p{L}/](?:[^:#]|:(?=[^ ])|(?<=[^ ])#)*$/u;

const plainFlowText = /^[\p{L}/][^"'\\[\]{},:#]*$/u;

/** A whole number as people write it, a date, or a date with a time, which stays as written. */
function readDigits(written: string): unknown {
	if (/^(?:0|[1-9]\d{0,14})$/u.test(written)) {
		return Number(written);
	}
	return /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?$/u.test(written) ? written : undefined;
}

function readWord(written: string): unknown {
	if (written === 'true' || written === 'false') {
		return written === 'true';
	}
	return /^(?:true|false|null)$/iu.test(written) ? undefined : written;
}
