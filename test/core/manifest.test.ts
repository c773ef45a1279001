import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { agentTools, withLogChoice } from '../../src/core/agentTools/agentTool.ts';
import { defaultSettings } from '../../src/core/settings.ts';
import { projectRoot, sourceFiles } from '../support/sources.ts';

const root = projectRoot;

interface Property {
	readonly default: unknown;
	readonly type: unknown;
	readonly scope?: string;
	readonly markdownDescription?: string;
	readonly order?: number;
}

interface Step {
	readonly media: { readonly svg: string; readonly altText: string };
	readonly completionEvents: readonly string[];
}

interface LanguageModelTool {
	readonly name: string;
	readonly modelDescription: string;
	readonly inputSchema: unknown;
	readonly displayName: string;
	readonly userDescription: string;
	readonly toolReferenceName: string;
	readonly canBeReferencedInPrompt: boolean;
	readonly icon: string;
	readonly when: string;
}

interface MenuItem {
	readonly command: string;
	readonly group?: string;
}

interface Manifest {
	readonly engines: { readonly vscode: string };
	readonly devDependencies: Readonly<Record<string, string>>;
	readonly activationEvents: readonly string[];
	readonly icon: string;
	readonly contributes: {
		readonly languageModelTools: readonly LanguageModelTool[];
		readonly commands: readonly { readonly command: string; readonly title: string; readonly category?: string }[];
		readonly menus: Readonly<Record<string, readonly MenuItem[]>>;
		readonly viewsContainers: { readonly activitybar: readonly { readonly id: string; readonly icon: string }[] };
		readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
		readonly viewsWelcome: readonly { readonly view: string }[];
		readonly grammars: readonly { readonly scopeName: string; readonly path: string }[];
		readonly configuration: readonly { readonly title: string; readonly properties: Readonly<Record<string, Property>> }[];
		readonly walkthroughs: readonly { readonly id: string; readonly icon: string; readonly steps: readonly Step[] }[];
	};
}

const manifestText = readFileSync(join(root, 'package.json'), 'utf8');
const manifest = JSON.parse(manifestText) as Manifest;
const strings = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')) as Record<string, string>;
const sources = sourceFiles().map(file => readFileSync(file, 'utf8'));
const commands = manifest.contributes.commands.map(({ command }) => command);
const settings = Object.fromEntries(manifest.contributes.configuration.flatMap(({ properties }) => Object.entries(properties)));
const steps = manifest.contributes.walkthroughs.flatMap(walkthrough => walkthrough.steps);

describe('the manifest', () => {
	it('declares every command that the code registers, and no other', () => {
		const registered = sources.flatMap(text =>
			[...text.matchAll(/registerCommand\(\s*tell,\s*\{\s*id: '([^']+)'/gu)].map(match => match[1] ?? ''),
		);
		assert.deepEqual(registered.sort(), [...commands].sort());
	});

	it('has only commands of its own in its menus', () => {
		const used = Object.values(manifest.contributes.menus).flatMap(items => items.map(({ command }) => command));
		assert.deepEqual(
			used.filter(command => !commands.includes(command)),
			[],
		);
	});

	it('has in the menu of a row what its buttons do, for those who use the keyboard', () => {
		const items = manifest.contributes.menus['view/item/context'] ?? [];
		const commandsOf = (isInline: boolean): ReadonlySet<string> =>
			new Set(items.filter(({ group = '' }) => group.startsWith('inline') === isInline).map(({ command }) => command));
		const inMenu = commandsOf(false);
		assert.deepEqual(
			[...commandsOf(true)].filter(command => !inMenu.has(command)),
			[],
		);
	});

	it('gives each setting the default that the code has', () => {
		const inManifest = Object.entries(settings).map(([name, { default: value }]) => [name.replace('dailyLog.', ''), value]);
		assert.deepEqual(Object.fromEntries(inManifest), defaultSettings);
	});

	it('describes each setting, with a type and a scope', () => {
		const poor = Object.entries(settings).filter(
			([, { type, scope, markdownDescription, order }]) =>
				type === undefined ||
				order === undefined ||
				!['resource', 'window'].includes(scope ?? '') ||
				!/^%.+%$/u.test(markdownDescription ?? ''),
		);
		assert.deepEqual(
			poor.map(([name]) => name),
			[],
		);
	});

	it('has a text for every key, and a use for every text', () => {
		const keys = [...manifestText.matchAll(/"%([^%"]+)%"/gu)].map(match => match[1] ?? '');
		assert.deepEqual([...new Set(keys)].sort(), Object.keys(strings).sort());
	});

	it('describes the tools of language models as the code does, and each to people too', () => {
		const { languageModelTools } = manifest.contributes;
		assert.deepEqual(
			languageModelTools.map(({ name, modelDescription, inputSchema }) => ({ name, modelDescription, inputSchema })),
			agentTools.map(({ name, description, inputSchema }) => ({
				name: `dailyLog_${name}`,
				modelDescription: description,
				inputSchema: withLogChoice(inputSchema),
			})),
		);
		const poor = languageModelTools.filter(
			tool =>
				tool.displayName !== `%${tool.name.replace('dailyLog_', 'tool.')}%` ||
				tool.userDescription !== `%${tool.name.replace('dailyLog_', 'tool.')}.description%` ||
				tool.when !== 'dailyLog.hasLog' ||
				!tool.canBeReferencedInPrompt ||
				!/^[a-zA-Z]+$/u.test(tool.toolReferenceName) ||
				!/^\$\([\w-]+\)$/u.test(tool.icon),
		);
		assert.deepEqual(poor, []);
	});

	it('declares every tool that the code registers, and no other', () => {
		const registered = sources.flatMap(text => [...text.matchAll(/^\t'(dailyLog_\w+)',$/gmu)].map(match => match[1] ?? ''));
		assert.deepEqual(
			registered,
			manifest.contributes.languageModelTools.map(({ name }) => name),
		);
	});

	it('points at settings and commands that exist', () => {
		const text = Object.values(strings).join('\n');
		const named = [...text.matchAll(/`#(dailyLog\.[\w.]+)#`/gu)].map(match => match[1] ?? '');
		assert.deepEqual(
			named.filter(name => !(name in settings)),
			[],
		);
		const linked = [...text.matchAll(/\(command:(dailyLog\.\w+)/gu)].map(match => match[1] ?? '');
		assert.deepEqual(
			linked.filter(command => !commands.includes(command)),
			[],
		);
	});

	it('has views in a container of its own, each with a welcome', () => {
		const views = manifest.contributes.views['dailyLog']?.map(({ id }) => id) ?? [];
		const welcomed = new Set(manifest.contributes.viewsWelcome.map(({ view }) => view));
		assert.deepEqual(
			views.filter(view => !welcomed.has(view)),
			[],
		);
		assert.deepEqual(
			manifest.contributes.viewsContainers.activitybar.map(({ id }) => id),
			['dailyLog'],
		);
	});

	it('names pictures that are there', () => {
		const { viewsContainers, walkthroughs } = manifest.contributes;
		const icons = [...viewsContainers.activitybar, ...walkthroughs].map(({ icon }) => icon);
		const pictures = [manifest.icon, ...icons, ...steps.map(({ media }) => media.svg)];
		assert.deepEqual(
			pictures.filter(picture => !existsSync(join(root, picture))),
			[],
		);
	});

	it('ends each step of the walkthrough with a command, view or context that there is', () => {
		const views = Object.values(manifest.contributes.views).flatMap(group => group.map(({ id }) => `onView:${id}`));
		const known = new Set([...commands.map(command => `onCommand:${command}`), ...views, 'onContext:dailyLog.hasLog']);
		assert.equal(steps.length, 4);
		assert.deepEqual(
			steps.map(({ completionEvents }) => completionEvents.filter(event => !known.has(event))),
			steps.map(() => []),
		);
	});

	it('names every grammar that is there, as it names itself', () => {
		const files = readdirSync(join(root, 'syntaxes')).map(name => `./syntaxes/${name}`);
		const itself = files.map(path => ({ path, ...(JSON.parse(readFileSync(join(root, path), 'utf8')) as { readonly scopeName: string }) }));
		assert.deepEqual(
			manifest.contributes.grammars.map(({ path, scopeName }) => [path, scopeName]).sort(),
			itself.map(({ path, scopeName }) => [path, scopeName]).sort(),
		);
	});

	it('never starts with every window at once, and asks for no newer VS Code than it is typed against', () => {
		assert.deepEqual(manifest.activationEvents, ['onStartupFinished']);
		assert.equal(manifest.devDependencies['@types/vscode'], manifest.engines.vscode.replace('^', '~'));
	});
});
