/**
 * Stands in for `node:assert/strict` in the web bundle: the assertions the editor tests use, with Node's meaning.
 * A test that wants another one fails to load and says so; then it is added here.
 */
class AssertionError extends Error {
	override name = 'AssertionError';
}

/** Fails with the message. */
function fail(message = 'failed'): never {
	throw new AssertionError(message);
}

function check(truth: boolean, message: unknown, otherwise: () => string): void {
	if (!truth) {
		fail(message instanceof Error || typeof message === 'string' ? String(message) : otherwise());
	}
}

function ok(value: unknown, message?: unknown): void {
	check(Boolean(value), message, () => `${show(value)} is not truthy`);
}

function equal(actual: unknown, expected: unknown, message?: unknown): void {
	check(Object.is(actual, expected), message, () => `${show(actual)} is not ${show(expected)}`);
}

function notEqual(actual: unknown, expected: unknown, message?: unknown): void {
	check(!Object.is(actual, expected), message, () => `it should not be ${show(expected)}`);
}

function deepEqual(actual: unknown, expected: unknown, message?: unknown): void {
	check(isSame(actual, expected), message, () => `actual:\n${show(actual)}\nexpected:\n${show(expected)}`);
}

function notDeepEqual(actual: unknown, expected: unknown, message?: unknown): void {
	check(!isSame(actual, expected), message, () => `it should not be\n${show(expected)}`);
}

function match(text: string, pattern: RegExp, message?: unknown): void {
	check(pattern.test(text), message, () => `${show(text)} does not match ${String(pattern)}`);
}

function doesNotMatch(text: string, pattern: RegExp, message?: unknown): void {
	check(!pattern.test(text), message, () => `${show(text)} matches ${String(pattern)}`);
}

async function rejects(work: Promise<unknown> | (() => Promise<unknown>), expected?: RegExp): Promise<void> {
	const error = await (typeof work === 'function' ? work() : work).then(
		() => undefined,
		(reason: unknown) => reason ?? 'nothing',
	);
	check(
		error !== undefined && (expected === undefined || expected.test(messageOf(error))),
		undefined,
		() => `it was not rejected so: ${show(error)}`,
	);
}

function throws(work: () => unknown, expected?: RegExp): void {
	let thrown: unknown;
	try {
		work();
	} catch (error) {
		thrown = error ?? 'nothing';
	}
	check(
		thrown !== undefined && (expected === undefined || expected.test(messageOf(thrown))),
		undefined,
		() => `it did not throw so: ${show(thrown)}`,
	);
}

/** As `deepStrictEqual`: same prototypes, same own enumerable properties; dates, maps and sets by what they hold. */
function isSame(one: unknown, other: unknown): boolean {
	if (Object.is(one, other)) {
		return true;
	}
	if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
		return false;
	}
	return Object.getPrototypeOf(one) === Object.getPrototypeOf(other) && isSameContent(one, other);
}

function isSameContent(one: object, other: object): boolean {
	if (one instanceof Date && other instanceof Date) {
		return one.getTime() === other.getTime();
	}
	const contents = [contentOf(one), contentOf(other)] as const;
	return (
		contents[0].length === contents[1].length &&
		contents[0].every(([key, value]) => contents[1].some(pair => isSame(pair[0], key) && isSame(pair[1], value)))
	);
}

function contentOf(value: object): readonly (readonly [unknown, unknown])[] {
	if (value instanceof Map) {
		return [...value];
	}
	return value instanceof Set ? [...value].map(member => [member, member]) : Object.entries(value);
}

function messageOf(error: unknown): string {
	return error instanceof Error ? `${error.name}: ${error.message}` : show(error);
}

function show(value: unknown): string {
	return value === undefined ? 'undefined' : JSON.stringify(value, undefined, 2);
}

const assert = Object.assign(ok, {
	AssertionError,
	fail,
	ok,
	equal,
	notEqual,
	deepEqual,
	notDeepEqual,
	match,
	doesNotMatch,
	rejects,
	throws,
});
const aliases = { strictEqual: equal, notStrictEqual: notEqual, deepStrictEqual: deepEqual };

Object.assign(assert, aliases);

export { assert as default };
