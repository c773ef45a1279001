/**
 * The other half of `runProgram` in `dependencies.mjs`: runs `main(args)` of a TypeScript file, prints what it cannot mend, sets the exit code.
 * `DEBUG=1` shows the whole error in place of its sentence.
 */
const [file = '', ...args] = process.argv.slice(2);
try {
	const { main } = await import(new URL(`../${file}`, import.meta.url).href);
	process.exitCode = await main(args);
} catch (error) {
	console.error(error instanceof Error && process.env['DEBUG'] === undefined ? error.message : error);
	process.exitCode = 1;
}
