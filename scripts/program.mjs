/**
 * The other half of `runProgram` in `dependencies.mjs`: runs `main(args)` of a TypeScript file, prints what it cannot mend, sets the exit code.
 * `DEBUG=1` shows the whole error in place of its sentence.
 */
const [file = '', ...args] = process.argv.slice(2);

// Node's own way to die of a signal runs no `exit` listener, and those end the servers and browsers a program has started.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
	process.once(signal, () => process.exit(130));
}

try {
	const { main } = await import(new URL(`../${file}`, import.meta.url).href);
	process.exitCode = await main(args);
} catch (error) {
	console.error(error instanceof Error && process.env['DEBUG'] === undefined ? error.message : error);
	process.exitCode = 1;
}
