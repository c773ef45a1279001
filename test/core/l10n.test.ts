import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFields } from '../../src/core/frontMatter/fields.ts';
import { findFrontMatter } from '../../src/core/frontMatter/frontMatter.ts';
import { readingInWords } from '../../src/core/frontMatter/readingWords.ts';
import { speak, t } from '../../src/core/l10n.ts';
import { writeHours } from '../../src/core/time/duration.ts';
import { speechOfSources } from '../support/sentences.ts';
import { projectRoot } from '../support/sources.ts';

type Texts = Readonly<Record<string, string>>;

const read = (path: string): Texts => JSON.parse(readFileSync(join(projectRoot, path), 'utf8')) as Texts;
const german = read('l10n/bundle.l10n.de.json');
const speech = speechOfSources();
const said = new Set(speech.sentences.flatMap(({ text }) => text ?? []));

/** Strings that are words, but no sentences for people: what only the documentation shows, what language models are told, what goes to the log, and what parsers say. */
const spokenToNobody = [
	'core/agentTools/',
	'core/problems/codes.ts',
	'core/review/reviewNames.ts',
	'core/frontMatter/fields.ts',
	'core/frontMatter/frontMatter.ts',
	'core/frontMatter/jsonReading.ts',
	'core/frontMatter/tomlReading.ts',
	'core/frontMatter/yamlReading.ts',
	'core/text.ts',
	'host/dashboardPage.ts',
	'host/folderVault.ts',
	'host/laterTools.ts',
	'host/services.ts',
	'host/wholeFile.ts',
	'mcp/',
	'platform/',
];

describe('what is said to people', () => {
	it('can be translated: each sentence is a literal', () => {
		assert.ok(said.size > 600);
		assert.deepEqual(
			speech.sentences.filter(({ text }) => text === undefined).map(({ file }) => file),
			[],
		);
	});

	it('goes through the translation', () => {
		assert.deepEqual(
			speech.bare.filter(place => !spokenToNobody.some(file => place.startsWith(file))),
			[],
		);
	});

	it('gets a value for each placeholder', () => {
		const wrong = speech.sentences.filter(
			({ file, text, values }) => values !== undefined && !file.endsWith('dashboardTexts.ts') && values !== placeholdersOf(text ?? '').size,
		);
		assert.deepEqual(
			wrong.map(({ text }) => text),
			[],
		);
	});

	it('is translated into German, all of it and nothing else', () => {
		assert.deepEqual(Object.keys(german).sort(), [...said].sort());
	});

	it('has the same placeholders, blanks at its ends and backticks in German', () => {
		assert.deepEqual(Object.entries(german).filter(differ), []);
	});
});

describe('the manifest in German', () => {
	const [english, translated] = [read('package.nls.json'), read('package.nls.de.json')];

	it('has the same texts', () => {
		assert.deepEqual(Object.keys(translated), Object.keys(english));
	});

	it('names the same settings, leads to the same commands and has the same lines', () => {
		const different = Object.entries(english).filter(([key, text]) => {
			const other = translated[key] ?? '';
			return linksOf(text).join() !== linksOf(other).join() || text.split('\n').length !== other.split('\n').length;
		});
		assert.deepEqual(different, []);
	});
});

describe('what VS Code shows as text with links', () => {
	const shown = ['package.nls.json', 'package.nls.de.json'].flatMap(file =>
		Object.entries(read(file)).filter(([key]) => /^(?:walkthrough\.\w+\.description|welcome\.)/u.test(key)),
	);

	it('has brackets around the words of a link only: from any other one, VS Code would take all up to the next link for its words', () => {
		const words = shown.flatMap(([key, text]) => [...text.matchAll(/\[([^\]]+)\]\(/gu)].map(match => `${key}: ${match[1] ?? ''}`));
		assert.ok(words.length > 10);
		assert.deepEqual(
			words.filter(each => /[[`\n]/u.test(each)),
			[],
		);
	});

	it('marks code with two backticks in the walkthrough and with none in views, where they are shown as they stand', () => {
		assert.deepEqual(
			shown.filter(([key, text]) => (key.startsWith('welcome.') ? /`/u : /(?<!`)`(?!`)/u).test(text)),
			[],
		);
	});
});

describe('a sentence of the core', () => {
	afterEach(() => {
		speak('en', inEnglish);
	});

	it('is English by itself, with its values filled in', () => {
		assert.equal(t("Rename '{0}' to '{1}'", 'a', 'b'), "Rename 'a' to 'b'");
		assert.equal(t('{0} and {1} and {each list}', 0), '0 and {1} and {each list}');
	});

	it('is said in the reader’s language, and so are numbers', () => {
		speak('de', message => `«${message}»`);
		assert.equal(t('Write {0}', 90), '«Write {0}»');
		assert.equal(writeHours(90), '1,5 h');
	});

	it('about broken front matter is translated where it is shown, whatever words of the text it holds', () => {
		speak('de', inGerman);
		assert.deepEqual(
			['---js\nx\n---\n', '+++\na = \n+++\n', '{ "a": }\n', '---\na: 1\na: 2\n---\n', '---\na: "b\n---\n'].flatMap(errorsOf),
			[
				'Hinter den Strichen steht „js“. Manche Programme würden einen solchen Block ausführen; hier wird er nie gelesen.',
				'Das lässt sich nicht als TOML lesen: invalid value.',
				'Das lässt sich nicht als JSON lesen: value expected.',
				'„a“ steht hier ein zweites Mal.',
				'Ein Anführungszeichen oder eine Klammer ist nicht geschlossen, bevor das nächste Feld beginnt.',
			],
		);
	});
});

function inEnglish(message: string, ...values: readonly (string | number | boolean)[]): string {
	return message.replace(/\{(\d+)\}/gu, (placeholder, index: string) => String(values[Number(index)] ?? placeholder));
}

function inGerman(message: string, ...values: readonly (string | number | boolean)[]): string {
	return inEnglish(german[message] ?? message, ...values);
}

function errorsOf(text: string): readonly string[] {
	const block = findFrontMatter(text);
	return block === undefined ? [] : readFields(text, block).errors.map(({ message }) => readingInWords(message));
}

function placeholdersOf(text: string): ReadonlySet<string> {
	return new Set(text.match(/\{\d+\}/gu) ?? []);
}

function differ([english, translated]: readonly [string, string]): boolean {
	const marks = (text: string): string =>
		[...placeholdersOf(text), ...(text.match(/`[^`]*`|^\s|\s$|\{[^\d}]*\}/gu) ?? [])].sort().join(' ');
	return translated === '' || marks(english) !== marks(translated);
}

function linksOf(text: string): readonly string[] {
	return text.match(/\(command:[^)]+\)|`#[\w.]+#`/gu) ?? [];
}
