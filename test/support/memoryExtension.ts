import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { build } from 'esbuild';
import { root } from './root.ts';
import { sampleVault } from './sampleVault.ts';

/** Where the extension below provides the sample log. */
export const memoryLog = 'memlog://github/owner/log';

/** Packs an extension that provides the sample log on a file system in memory, in the web worker's extension host. Returns the path of its `.vsix`. */
export async function memoryExtension(): Promise<string> {
	const folder = join(root, 'out', 'memory-extension');
	mkdirSync(folder, { recursive: true });
	const manifest = {
		...{ name: 'memory', publisher: 'daily-log-tests', version: '0.0.1', engines: { vscode: '^1.100.0' } },
		...{ browser: './extension.js', activationEvents: ['onFileSystem:memlog'] },
	};
	writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
	await build({
		entryPoints: [join(root, 'test', 'support', 'memory', 'extension.ts')],
		outfile: join(folder, 'extension.js'),
		...{ bundle: true, format: 'cjs', platform: 'browser', target: 'es2023', external: ['vscode'], logLevel: 'warning' },
		define: { sampleFiles: JSON.stringify(filesOfSample()) },
	});
	const packagePath = join(root, 'out', 'memory.vsix');
	await createVSIX({ cwd: folder, packagePath, dependencies: false, skipLicense: true, allowMissingRepository: true });
	return packagePath;
}

function filesOfSample(): Readonly<Record<string, string>> {
	const names = readdirSync(sampleVault, { recursive: true, withFileTypes: true }).filter(item => item.isFile());
	return Object.fromEntries(
		names.map(({ parentPath, name }) => {
			const file = join(parentPath, name);
			return [
				file
					.slice(sampleVault.length + 1)
					.split(sep)
					.join('/'),
				readFileSync(file).toString('base64'),
			];
		}),
	);
}
