import { existsSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { join, relative, resolve, sep } from 'node:path';
import { root } from '../../test/support/root.ts';

/**
 * A stack with the places in bundles of tests (`out/test/node/log.js:116:9`) replaced by those in the sources they were made from
 * (`test/editor/activation.test.ts:9:10`). The extension host formats stacks itself, so that Node's own source maps do not apply there.
 */
export function withSourcePlaces(stack: string): string {
	const bundle = /[^\s(]*[\\/]out[\\/]test[\\/]\w+[\\/](\w+[\\/])?[\w-]+\.js:\d+:\d+/g;
	return stack.replaceAll(bundle, place => sourcePlace(place) ?? place);
}

function sourcePlace(place: string): string | undefined {
	const [, file = '', line = '', column = ''] = /^(.*):(\d+):(\d+)$/.exec(place) ?? [];
	const path = file.slice(Math.max(0, file.indexOf(root)));
	const origin = mapOf(path)?.findOrigin(Number(line), Number(column));
	if (origin === undefined || !('fileName' in origin)) {
		return undefined;
	}
	const source = relative(root, resolve(join(path, '..'), origin.fileName))
		.split(sep)
		.join('/');
	return `${source}:${origin.lineNumber}:${origin.columnNumber}`;
}

function mapOf(path: string): SourceMap | undefined {
	const encoded = existsSync(path)
		? /sourceMappingURL=data:application\/json;base64,(\S+)\s*$/.exec(readFileSync(path, 'utf8'))?.[1]
		: undefined;
	return encoded === undefined ? undefined : readMap(JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')));
}

function readMap(payload: unknown): SourceMap | undefined {
	return isPayload(payload) ? new SourceMap(payload) : undefined;
}

function isPayload(payload: unknown): payload is SourceMapPayload {
	return typeof payload === 'object' && payload !== null && 'mappings' in payload;
}
