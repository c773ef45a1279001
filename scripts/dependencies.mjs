import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout, whatever folder a script is started from. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Makes a bare clone ready: `npm ci`, unless what is installed is as new as the lock file.
 * Plain Node and no packages, because this runs before there are any. Install scripts of packages never run.
 */
export function ensureDependencies() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major < 20 || (major === 20 && minor < 19)) {
		stop(`Daily Log needs Node 20.19 or newer to be built; this is Node ${process.versions.node}.`);
	}
	if (isInstalled()) {
		return;
	}
	console.log('Installing the packages the build needs (npm ci) ...');
	if (!npmCi() && !npmCi()) {
		stop('The packages could not be installed: npm ci failed twice. Is the network there?');
	}
}

/** npm writes `node_modules/.package-lock.json` last, so its age is the age of the whole installation. */
function isInstalled() {
	const installed = join(root, 'node_modules', '.package-lock.json');
	return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

function npmCi() {
	const npm = process.env['npm_execpath'];
	const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
	const options = { cwd: root, stdio: /** @type {['ignore', 'inherit', 'inherit']} */ (['ignore', 'inherit', 'inherit']) };
	const done =
		npm === undefined ? spawnSync('npm', args, { ...options, shell: true }) : spawnSync(process.execPath, [npm, ...args], options);
	return done.status === 0;
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function stop(sentence) {
	console.error(sentence);
	process.exit(1);
}

/**
 * Makes the clone ready, then runs a TypeScript program of it with the arguments of this process, and ends as it ends.
 * A process of its own, because tsx has to be there before Node starts. Ctrl+C reaches it directly; this process waits for its end.
 * @param {string} file from the root of the checkout, e.g. `scripts/start/main.ts`; it exports `main(args)`, which gives the exit code
 */
export function runProgram(file) {
	ensureDependencies();
	const args = ['--import', import.meta.resolve('tsx'), join(root, 'scripts', 'program.mjs'), file, ...process.argv.slice(2)];
	const child = spawn(process.execPath, args, { stdio: 'inherit' });
	process.on('SIGINT', () => undefined);
	process.on('SIGTERM', () => child.kill('SIGTERM'));
	if (process.env['npm_lifecycle_event'] !== undefined) {
		endWithParent(() => child.kill('SIGTERM'));
	}
	child.on('close', code => {
		process.exitCode = code ?? 1;
	});
}

/**
 * npm that is ended from outside ends its shell, but the shell does not tell us: we would live on unseen, with a server and a browser.
 * @param {() => void} end
 */
function endWithParent(end) {
	const parent = process.ppid;
	const watch = setInterval(() => {
		if (process.ppid !== parent) {
			clearInterval(watch);
			end();
		}
	}, 2000);
	watch.unref();
}
