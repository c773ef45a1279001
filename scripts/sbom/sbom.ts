/** A package in a bill of materials. */
interface Component {
	readonly 'bom-ref': string;
	readonly name: string;
	readonly version: string;
	readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

/** What of CycloneDX is read and changed here (https://cyclonedx.org/docs/1.5/json/); all else is handed on. */
export interface Sbom {
	readonly metadata: { readonly component: Component };
	readonly components: readonly Component[];
	readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

/**
 * The bill of what is shipped, from that of everything that is installed to build it. What is bundled is no longer a package for development, as npm has it.
 * Fails where a bundled package is not in the bill.
 */
export function shippedOnly(sbom: Sbom, bundled: readonly { readonly name: string; readonly version: string }[]): Sbom {
	const wanted = new Set(bundled.map(({ name, version }) => `${name}@${version}`));
	const components = sbom.components.filter(({ name, version }) => wanted.delete(`${name}@${version}`));
	if (wanted.size > 0) {
		throw new Error(`The bill of materials lacks ${[...wanted].join(', ')}.`);
	}
	const { component: project } = sbom.metadata;
	const refs = new Set([project['bom-ref'], ...components.map(component => component['bom-ref'])]);
	return {
		...sbom,
		// npm calls the project by the folder that it lies in.
		metadata: { ...sbom.metadata, component: { ...project, name: project['bom-ref'].replace(/@[^@]*$/u, '') } },
		components: components.map(component => ({
			...component,
			properties: (component.properties ?? []).filter(({ name }) => name !== 'cdx:npm:package:development'),
		})),
		dependencies: sbom.dependencies
			.filter(({ ref }) => refs.has(ref))
			.map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(each => refs.has(each)) })),
	};
}
