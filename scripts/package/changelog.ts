const kinds: readonly string[] = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];

/** What is wrong with a changelog, by the rules of https://keepachangelog.com/en/1.1.0/; `version` needs a heading with a day, and something below it. */
export function changelogFaults(changelog: string, version: string): readonly string[] {
	const headings = [...changelog.matchAll(/^## (.+)$/gmu)].map(match => match[1] ?? '');
	const odd = headings.filter(
		(heading, index) => !/^\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d$/u.test(heading) && !(index === 0 && heading === '[Unreleased]'),
	);
	const groups = [...changelog.matchAll(/^### (.+)$/gmu)].map(match => match[1] ?? '');
	return [
		...odd.map(heading => `'${heading}' is neither [Unreleased] nor a version with its day`),
		...groups.filter(kind => !kinds.includes(kind)).map(kind => `'${kind}' is no kind of change`),
		...(changesOf(changelog, version) === '' ? [`it tells no changes of ${version}`] : []),
	];
}

/** What the changelog tells about a version; `''` where it tells nothing. */
export function changesOf(changelog: string, version: string): string {
	const [, after = ''] = changelog.split(new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\] - .*$`, 'mu'));
	return (after.split(/^## /mu)[0] ?? '').trim();
}
