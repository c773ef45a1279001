import type { ArchivedFile } from './archive.ts';
import { changelogFaults } from './changelog.ts';
import { addressesIn, deadLinks } from './links.ts';
import { secretsIn } from './secrets.ts';

/** A packed extension as the checks see it. */
export interface PackedExtension {
	/** Bytes of the `.vsix`. */
	readonly size: number;
	readonly files: readonly ArchivedFile[];
	readonly manifest: Readonly<Record<string, unknown>>;
	/** Paths of the modules that a desktop reads when it starts the extension: `dist/node.js`, and what that requires at once. */
	readonly atStart: readonly string[];
	/** The text of its README. */
	readonly readme: string;
	/** The text of a page of the project, `''` for any other file, undefined where there is nothing of that name. */
	readonly pageAt: (path: string) => string | undefined;
	/** The packages of which code is in its bundles: `d3-array 3.2.5`. */
	readonly bundled: readonly string[];
}

/** A promise about the package. `broken` gives a sentence for each breach; `[]` if it is kept. */
export interface PackageCheck {
	readonly title: string;
	readonly broken: (extension: PackedExtension) => readonly string[];
}

const kibibyte = 1024;

/** What `../shared/product.md` section 11 promises about the package, and that nothing is in it by accident. */
export const packageChecks: readonly PackageCheck[] = [
	{
		title: 'is at most 600 KB packed',
		broken: ({ size }) => (size <= 600 * kibibyte ? [] : [`it has ${kilobytes(size)}`]),
	},
	{
		title: 'has a desktop bundle of at most 300 KB',
		broken: ({ files, atStart }) => {
			const sizes = atStart.map(path => files.find(file => file.name === `extension/${path}`)?.size ?? Infinity);
			const size = sizes.reduce((sum, each) => sum + each, 0);
			return size > 0 && size <= 300 * kibibyte ? [] : [`${atStart.join(', ')}: ${kilobytes(size)}`];
		},
	},
	{
		title: 'holds only what users need',
		broken: ({ files }) =>
			files.filter(file => !expected.some(kind => kind.test(file.name))).map(file => `${file.name} does not belong there`),
	},
	{
		title: 'holds every file its manifest names',
		broken: ({ files, manifest }) =>
			pathsIn(manifest)
				.filter(path => !has(files, path))
				.map(path => `${path} is missing`),
	},
	{
		title: 'holds every picture its README shows',
		broken: ({ files, readme }) =>
			picturesIn(readme)
				.filter(path => !has(files, path))
				.map(path => `${path} is missing`),
	},
	{
		title: 'has a README whose links lead somewhere',
		broken: ({ readme, pageAt }) => deadLinks(readme, pageAt).map(address => `${address} leads nowhere`),
	},
	{
		title: 'shows the licence of every package in its bundles',
		broken: ({ files, bundled }) => {
			const lines = new Set(
				textIn(files, 'dist/THIRD_PARTY_NOTICES.txt')
					.replaceAll(/ \(.*\)$/gmu, '')
					.split('\n'),
			);
			return bundled.filter(name => !lines.has(name)).map(name => `that of ${name} is missing`);
		},
	},
	{
		title: 'holds no source maps',
		broken: ({ files }) =>
			files
				.filter(({ name, text }) => /\.(?:js|css)$/u.test(name) && /[#@] ?sourceMappingURL=/u.test(text))
				.map(({ name }) => `${name} names one`),
	},
	{
		title: 'holds no secrets',
		broken: ({ files }) => files.flatMap(({ name, text }) => secretsIn(text).map(secret => `${name} seems to hold ${secret}`)),
	},
	{
		title: 'tells in its changelog, with a day, what its version brings',
		broken: ({ files, manifest }) => changelogFaults(textIn(files, 'changelog.md'), String(manifest['version'])),
	},
];

/** vsce writes README, CHANGELOG and LICENSE in letters of its own choice. */
const expected: readonly RegExp[] = [
	/^\[Content_Types\]\.xml$/,
	/^extension\.vsixmanifest$/,
	/^extension\/package(\.nls(\.[a-z-]+)?)?\.json$/,
	/^extension\/(readme|changelog)\.md$/i,
	/^extension\/license(\.txt|\.md)?$/i,
	/^extension\/dist\/(?!cli)[\w-]+\.(js|css)$/,
	/^extension\/dist\/THIRD_PARTY_NOTICES\.txt$/,
	/^extension\/media\/([\w-]+\/)*[\w-]+\.(png|webp|svg|md|css|js)$/,
	/^extension\/syntaxes\/[\w.-]+\.json$/,
	/^extension\/l10n\/[\w.-]+\.json$/,
];

/** A size for people, e.g. `41.2 KB`. */
export function kilobytes(bytes: number): string {
	return `${(bytes / kibibyte).toFixed(1)} KB`;
}

/** `bin` belongs to the npm package. Every file a manifest points at: any value that looks like a path into the folders the package has, e.g. `./dist/web.js`. */
function pathsIn(value: unknown): string[] {
	if (typeof value === 'string') {
		return /^(\.\/)?(dist|media|syntaxes|l10n)\/\S+\.\w+$/.test(value) ? [value] : [];
	}
	return typeof value === 'object' && value !== null
		? Object.entries(value)
				.filter(([key]) => key !== 'scripts' && key !== 'bin')
				.flatMap(([, part]) => pathsIn(part))
		: [];
}

/** The addresses of pictures that lie in the package. vsce turns them into addresses on the web if the manifest names a repository. */
function picturesIn(markdown: string): string[] {
	return addressesIn(markdown).filter(address => /\.(?:png|gif|jpe?g|webp)$/iu.test(address) && !/^[a-z]+:/iu.test(address));
}

/** vsce writes some names in letters of its own choice. */
function textIn(files: readonly ArchivedFile[], path: string): string {
	return files.find(({ name }) => name.toLowerCase() === `extension/${path}`.toLowerCase())?.text ?? '';
}

function has(files: readonly ArchivedFile[], path: string): boolean {
	return files.some(file => file.name === `extension/${path.replace(/^\.\//, '')}`);
}
