import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleTests } from '../support/bundle.ts';
import { newest } from '../support/codeOss.ts';
import { copyExtension } from '../support/copyExtension.ts';
import { runBundle } from '../support/editorRun.ts';
import { cache, root } from '../support/root.ts';
import { generateVault } from './vault.ts';

/** Measures in a real editor, on a generated log: `main(['12000'])`. The figures are the text of a `note` event. Returns the exit code. */
export async function main([count = '1200']: readonly string[]): Promise<number> {
	const vault = join(cache, 'bench', `vault-${count}`);
	generateVault(vault, Number(count));
	const testsPath = await bundleTests('bench', 'node', [join(root, 'test', 'bench', 'measure.editor.ts')]);
	const kind = { settings: {}, prepare: () => vault };
	const developmentPath = measuredExtension(join(root, 'out', 'bench-extension'));
	return runBundle(kind, testsPath, { version: newest, developmentPath, extensions: [], desktop: false });
}

/** The extension, not activated by the editor but by us, behind a wrapper that notes how long loading and `activate()` take. */
function measuredExtension(folder: string): string {
	copyExtension(folder, manifest => ({ ...manifest, main: './measured.js', activationEvents: [] }));
	writeFileSync(join(folder, 'measured.js'), wrapper);
	return folder;
}

const wrapper = `
const beforeLoad = performance.now();
const bundle = require('./dist/node.js');
const load = performance.now() - beforeLoad;
exports.activate = context => {
	const start = performance.now();
	const api = bundle.activate(context);
	globalThis.dailyLogTimings = { load, start, activate: performance.now() - start };
	return api;
};
exports.deactivate = () => bundle.deactivate?.();
`;
