import { isFileName, isPictureName } from '../links/linkedFile.ts';
import { joinRelative, percentDecoded } from '../links/resolve.ts';
import { folderOf } from '../notePath.ts';
import type { WikiLink } from '../prose/wikiLink.ts';

/** A file that is no note, in an embed. */
export interface EmbeddedFile {
	/** As written: `a.png`, `../pictures/a.png`. */
	readonly name: string;
	readonly isImage: boolean;
	/** Pixels: what `|300` and `|300x200` say; undefined where nothing is said. */
	readonly width: string | undefined;
	readonly height: string | undefined;
	/** What the alias says besides, for those who do not see the picture; else the name. */
	readonly alt: string;
}

/** The file that an embed shows; undefined where it names a note. `[[a.png|alt|300]]`, `[[a.png|300]]` and `[[a.png|300x200]]` give a size. */
export function embeddedFile({ target, alias = '' }: Pick<WikiLink, 'target' | 'alias'>): EmbeddedFile | undefined {
	if (!isFileName(target)) {
		return undefined;
	}
	const [, said, width, height] = /^(?:(.*?)\\?\|)?\s*(\d{1,5})(?:\s*[x×]\s*(\d{1,5}))?\s*$/su.exec(alias) ?? [];
	const alt = (width === undefined ? alias : (said ?? '')).trim();
	return { name: target, isImage: isPictureName(target), width, height, alt: alt === '' ? target : alt };
}

/** Where a file that a note names may be, in the order in which it is looked for: beside the note, in the vault, in Hugo's folders of files. Vault-relative. */
export function fileCandidates(name: string, from: string): readonly string[] {
	const path = percentDecoded(name).replaceAll('\\', '/');
	const inVault = joinRelative('', path);
	const beside = path.startsWith('/') ? [] : [joinRelative(folderOf(from), path)];
	return [...new Set([...beside, inVault, `static/${inVault}`, `assets/${inVault}`])];
}
