#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkLog } from './cli/checkLog.ts';
import { newEntry } from './cli/newEntry.ts';
import type { Output } from './cli/output.ts';
import { readRequest, usage } from './cli/request.ts';

const output: Output = { out: text => process.stdout.write(text), err: text => process.stderr.write(text) };

/** Runs the command line; resolves to the exit code. */
async function main(args: readonly string[]): Promise<number> {
	const request = readRequest(args);
	const currentFolder = process.cwd();
	switch (request.kind) {
		case 'help':
			output.out(usage);
			return 0;
		case 'version':
			output.out(`${version()}\n`);
			return 0;
		case 'wrong':
			output.err(`${request.message}\n\n${usage}`);
			return 2;
		case 'check':
			return checkLog({ ...request, currentFolder }, output);
		case 'new':
			return newEntry({ ...request, currentFolder, now: Date.now() }, output);
		case 'mcp': {
			// Checking a log does without the protocol, which takes longer to load than all the rest.
			const { serveMcp } = await import('./mcp/serveMcp.ts');
			return serveMcp({ ...request, currentFolder, version: version() }, output);
		}
	}
}

/** The manifest stands above the folder of this program, bundled or not. */
function version(): string {
	const manifest: unknown = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8'));
	return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}

// Who reads the answer may have seen enough: `daily-log check | head -1`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code !== 'EPIPE') {
		throw error;
	}
});

main(process.argv.slice(2)).then(
	code => {
		process.exitCode = code;
	},
	(error: unknown) => {
		output.err(`daily-log failed: ${error instanceof Error ? error.message : String(error)}\n`);
		process.exitCode = 2;
	},
);
