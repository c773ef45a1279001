import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * A package of which code is in a bundle.
 * @typedef {{ readonly name: string, readonly version: string, readonly license: string, readonly text: string }} BundledPackage
 */

/**
 * The packages of which code came into the bundles, by name. Fails where one brings no licence: then it must not be shipped.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @returns {readonly BundledPackage[]}
 */
export function bundledPackages(metafiles) {
	const inputs = metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap(output => Object.entries(output.inputs)));
	const folders = inputs.flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? (packageFolder.exec(path)?.[0] ?? []) : []));
	return [...new Set(folders)].map(folder => readPackage(resolve(folder))).sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** `node_modules/@scope/name`, also of a package within a package. */
const packageFolder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/u;

/**
 * @param {string} folder
 * @returns {BundledPackage}
 */
function readPackage(folder) {
	const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const file = readdirSync(folder).find(entry => /^(?:licen[cs]e|copying)\b/iu.test(entry));
	if (file === undefined || typeof license !== 'string') {
		throw new Error(`${name} brings no licence, so it cannot be shipped.`);
	}
	const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
	return { name, version, license, text };
}

/**
 * The licences of packages as their licences ask to be shown; a text that several share stands there once.
 * @param {readonly BundledPackage[]} packages
 */
export function noticesOf(packages) {
	/** @type {Map<string, string[]>} */
	const byText = new Map();
	for (const { name, version, license, text } of packages) {
		byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${license})`]);
	}
	const parts = [...byText].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`);
	return ['Daily Log holds code of the following packages.\n', ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}
