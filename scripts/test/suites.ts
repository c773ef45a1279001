import { join } from 'node:path';
import { findTestFiles } from '../../test/support/bundle.ts';
import { newest, oldest } from '../../test/support/codeOss.ts';
import { editorKinds } from '../../test/support/editorKinds.ts';
import { vsixPath } from '../package/vsix.ts';
import { commandSuite, programSuite, type Suite, suiteOf } from './suite.ts';

const bin = (name: string): string => join('node_modules', name);
const mochaRun = 'test/support/mochaRun.ts';

/** Suites that need no editor. They run beside the others. */
export const plainSuites: readonly Suite[] = [
	commandSuite('check', [bin('typescript/bin/tsc'), '--noEmit'], [bin('typescript/bin/tsc'), '--noEmit', '-p', 'src/webview']),
	commandSuite('lint', [bin('eslint/bin/eslint.js'), '.'], [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']),
	programSuite('core', mochaRun, 'test/core', '--timeout', '30000'),
	programSuite('preview', mochaRun, 'test/preview', '--timeout', '30000'),
	programSuite('host', mochaRun, 'test/host', '--timeout', '30000'),
	programSuite('platform', mochaRun, 'test/platform', '--timeout', '30000'),
	programSuite('hugo', mochaRun, 'test/hugo', '--timeout', '120000'),
	programSuite('cli', mochaRun, 'test/cli', '--timeout', '60000'),
];

/** Suites in a real editor, or with its grammars, one after the other. The last one builds the package, and with it `dist/` anew. */
export const editorSuites: readonly Suite[] = [
	editorSuite('editor', newest),
	editorSuite('editor-oldest', oldest),
	programSuite('grammar', mochaRun, 'test/grammar', '--timeout', '60000'),
	programSuite('web', 'test/support/editorRun.ts', 'log', 'web', newest),
	programSuite('ui', mochaRun, 'test/ui', '--timeout', '60000'),
	suiteOf('package', [
		programSuite('contents', mochaRun, 'test/package', '--timeout', '120000'),
		programSuite('installed', 'test/support/editorRun.ts', 'log', 'packaged', newest, vsixPath()),
	]),
];

/** One window for each kind of workspace that has test files. */
function editorSuite(name: string, version: string): Suite {
	const kinds = editorKinds.filter(kind => findTestFiles(kind.name, 'node').length > 0);
	return suiteOf(
		name,
		kinds.map(kind => programSuite(`${name} ${kind.name}`, 'test/support/editorRun.ts', kind.name, 'node', version)),
	);
}
