import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where no picture, script or address of the hostile vault may lead anybody. */
export const evilHost = 'evil.example';

/** The words that notes say, with what a page, a message or Markdown might take for more than words. */
export const evilWords = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script> [go](command:workbench.view.extensions) ![p](https://${evilHost}/p.png) ![q\\\\](https://${evilHost}/q.png) <a href="javascript:document.title='owned'">j</a>`;

function entry(number: number, fields: string, body = 'Words.\n'): string {
	return `---\ntitle: "${number} - Day"\ndate: 2022-12-0${number}T06:00:00-07:00\nseries: ["Daily Log"]\ninput: 30\n${fields}---\n\n${body}`;
}

const quoted = JSON.stringify(evilWords);

/** References within references: written out, more values than a computer holds. */
const laughs = `a0: &a0 [x, x]\n${[...Array(40).keys()].map(i => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]\n`).join('')}tags: [*a40]\n`;

/** The notes and settings; `outside` is the folder that nothing may be written to, as a path relative to the vault. */
function filesOf(sideEffect: string): Readonly<Record<string, string>> {
	const writes = `require('fs').writeFileSync(${JSON.stringify(sideEffect)}, 'x')`;
	return {
		'log/1.md': entry(1, 'output: "A good day"\n', `See [[4]], [[link]], [[../../private/key]] and ![[../../private/key.md]].\n`),
		'log/2.md': `---js\n{ title: ${writes}, series: ["Daily Log"] }\n---\nRun me.\n`,
		'log/3.md': `---coffee\ntitle: ${writes}\n---\nRun me.\n`,
		'log/4.md': entry(
			4,
			`output: ${quoted}\ntags: [${quoted}, __proto__, constructor]\n__proto__: { polluted: yes }\nconstructor: x\n`,
			`# ${evilWords}\n\n${evilWords}\n`,
		).replace('title: "4 - Day"', `title: ${JSON.stringify(`4 - ${evilWords}`)}`),
		'log/5.md': entry(5, laughs),
		'log/6.md': entry(6, `tags: ${'['.repeat(100_000)}\n`),
		'log/7.md': entry(7, 'output: x\n', `${'[['.repeat(50_000)}\n\n${'$$'.repeat(50_000)}\n\n${'<!---->'.repeat(20_000)}\n`),
		'back.md': `---\ntitle: ${JSON.stringify(`Back ${evilWords}`)}\n---\n[[4]]\n`,
		'__proto__.md': '---\ntitle: __proto__\n---\n[[constructor]]\n',
		'constructor.md': '---\ntitle: constructor\n---\n[[__proto__]]\n',
		[`${'deep/'.repeat(30)}x.md`]: 'Deep down.\n',
		'.gitignore': `${'**/deep/'.repeat(20)}nothing.md\n*d*e*e*p*d*e*e*p*!\n`,
		'.vscode/settings.json': JSON.stringify({
			'dailyLog.template': '../private/[repair](command:workbench.view.extensions).md',
			'dailyLog.review.folder': '../private',
			'dailyLog.review.template': '../private/key.md',
			'dailyLog.wikiLinks.newNoteFolder': '../private',
			'dailyLog.exclude': [`${'**/deep/'.repeat(20)}nothing.md`, `${'{a,b}'.repeat(30)}.md`],
			'files.exclude': { [`${'**/deep/'.repeat(15)}nothing.md`]: true },
		}),
	};
}

/** Things that look like notes and never end, or lead out of the vault. Windows has no such things. */
function addTraps(vault: string): void {
	execFileSync('mkfifo', [join(vault, 'log', 'x.md')]);
	symlinkSync('/dev/zero', join(vault, 'log', 'zero.md'));
	writeFileSync(join(vault, 'log', 'huge.md'), '');
	truncateSync(join(vault, 'log', 'huge.md'), 10 * 1024 ** 3);
	mkdirSync(join(vault, 'log', 'folder.md'));
	symlinkSync('.', join(vault, 'log', 'loop'));
	symlinkSync('../../private', join(vault, 'log', 'linked'));
	symlinkSync('../../private/key.md', join(vault, 'log', 'link.md'));
	writeFileSync(join(vault, 'log', '<img src=x onerror=alert(1)>.md'), 'A name.\n');
}

/** A vault that means harm, written into `folder` beside a folder `private` that it must not reach. `sideEffect` is a file that only code from the vault would write. */
export function writeHostileVault(folder: string): { readonly vault: string; readonly outside: string; readonly sideEffect: string } {
	const [vault, outside, sideEffect] = [join(folder, 'vault'), join(folder, 'private'), join(folder, 'side-effect')];
	for (const [path, text] of Object.entries(filesOf(sideEffect))) {
		mkdirSync(dirname(join(vault, path)), { recursive: true });
		writeFileSync(join(vault, path), text);
	}
	mkdirSync(outside);
	writeFileSync(join(outside, 'key.md'), '---\ntitle: "99 - Private key"\nseries: ["Daily Log"]\n---\nA secret.\n');
	if (process.platform !== 'win32') {
		addTraps(vault);
	}
	return { vault, outside, sideEffect };
}
