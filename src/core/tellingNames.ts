/** A folder by what it is called and where it is, outermost first: `['file', '', 'home', 'ana', 'log']`. */
export interface NamedFolder {
	readonly name: string;
	readonly where: readonly string[];
}

/**
 * A name for each folder that no other one has, in their order: its own, else with as much of where it is as tells it from its namesakes. Of `/home/ana/log` and `/work/log`
 * it is `ana/log` and `work/log`; where the user calls both `Journal`, it is `Journal (ana/log)`.
 */
export function tellingNames(folders: readonly NamedFolder[]): readonly string[] {
	return folders.map(folder => {
		const others = folders.filter(other => other !== folder && other.name === folder.name);
		return others.length === 0 ? folder.name : withPlace(folder, others);
	});
}

function withPlace({ name, where }: NamedFolder, others: readonly NamedFolder[]): string {
	const lengths = where.map((_, index) => index + 1);
	const length = lengths.find(parts => others.every(other => endOf(other.where, parts) !== endOf(where, parts))) ?? where.length;
	const place = endOf(where, Math.max(length, 2));
	return name === where.at(-1) ? place : `${name} (${place})`;
}

function endOf(where: readonly string[], parts: number): string {
	return where.slice(-parts).join('/');
}
