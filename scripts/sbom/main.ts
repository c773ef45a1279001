import { existsSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { runProcess } from '../../test/support/process.ts';
import { root } from '../../test/support/root.ts';
import { readBundled } from '../package/read.ts';
import { vsixPath } from '../package/vsix.ts';
import { shippedOnly, type Sbom } from './sbom.ts';

/** `npm run sbom`, after `npm run package`: writes what the extension and the command line hold of other packages, in CycloneDX, beside the `.vsix`. */
export async function main(): Promise<number> {
	if (!existsSync(vsixPath())) {
		throw new Error('There is no package to tell the contents of. Run npm run package first.');
	}
	const whole = await readSbom();
	for (const prefix of ['', 'cli-'] as const) {
		const path = vsixPath().replace(/\.vsix$/u, `${prefix === '' ? '' : '-cli'}.cdx.json`);
		const sbom = shippedOnly(whole, readBundled(prefix));
		writeFileSync(path, `${JSON.stringify(sbom, undefined, '\t')}\n`);
		console.log(`Wrote ${relative(root, path)}: ${sbom.components.length} packages`);
	}
	return 0;
}

/** npm's own bill of all that the lock file names. */
async function readSbom(): Promise<Sbom> {
	const args = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only', '--loglevel', 'error'];
	const command = process.platform === 'win32' ? 'npm.cmd' : 'npm';
	const { code, output } = await runProcess({ command, args, cwd: root, timeout: 120_000 });
	if (code !== 0) {
		throw new Error(`npm ${args.join(' ')} failed.\n${output.trim()}`);
	}
	return JSON.parse(output) as Sbom;
}
