import { NameIndex } from '../links/nameIndex.ts';
import { joinRelative, linkPathOf } from '../links/resolve.ts';
import type { Note } from '../note.ts';
import { folderOf, joinPath, nameOf } from '../notePath.ts';
import type { Ref } from '../prose/ref.ts';
import type { TextEdit } from '../text.ts';
import type { Vault } from '../vault.ts';
import type { Relinking } from './relinking.ts';
import { rewrittenPath } from './rewrittenPath.ts';

/**
 * The edits of `{{< ref "62.md" >}}` and `{{% relref "/daily-log/62" %}}` that would lead elsewhere or nowhere, which stops Hugo's build; `[]` where there are none.
 * @see https://gohugo.io/shortcodes/ref/
 */
export function refEdits(relinking: Relinking, from: Note, refs: readonly Ref[]): readonly TextEdit[] {
	return refs.flatMap(({ path, span }) => {
		const newText = newRef(relinking, from, path);
		return newText === undefined ? [] : [{ span, newText }];
	});
}

/** What a path is to be from now on; undefined where it may stay as it is, or leads nowhere. */
function newRef(relinking: Relinking, from: Note, ref: string): string | undefined {
	const { before, after } = pagesOf(relinking);
	const uri = /^[a-z]+:|^\/\/|^$/iu.test(ref) ? undefined : pageAt(before, ref, from.path);
	const [old, now] = uri === undefined ? [] : [relinking.before.note(uri), relinking.after.note(uri)];
	const fromAfter = relinking.after.note(from.uri)?.path ?? from.path;
	const leadsThere = (text: string): boolean => pageAt(after, text, fromAfter) === uri;
	if (old === undefined || now === undefined || leadsThere(ref)) {
		return undefined;
	}
	const renamed = rewrittenPath(ref, { before: old.path, after: now.path, fromAfter });
	return [renamed, fromRoot(now.path)].find(leadsThere);
}

/** Pages as Hugo finds them: uris by logical path and by name, in Hugo's spelling. */
interface Pages {
	readonly byPath: ReadonlyMap<string, string>;
	readonly byName: ReadonlyMap<string, readonly string[]>;
}

const known = new WeakMap<Relinking, { readonly before: Pages; readonly after: Pages }>();

function pagesOf(relinking: Relinking): { readonly before: Pages; readonly after: Pages } {
	const pages = known.get(relinking) ?? { before: readPages(relinking.before), after: readPages(relinking.after) };
	known.set(relinking, pages);
	return pages;
}

function readPages(vault: Vault): Pages {
	const byPath = new Map<string, string>();
	const byName = new Map<string, string[]>();
	for (const { uri, path } of vault.notes()) {
		byPath.set(fold(linkPathOf(path)), uri);
		const name = fold(nameOf(path));
		byName.set(name, [...(byName.get(name) ?? []), uri]);
	}
	return { byPath, byName };
}

/** Letter case does not count to Hugo, and a blank is a hyphen. */
function fold(path: string): string {
	return NameIndex.fold(path).replaceAll(' ', '-');
}

/**
 * The page that a `ref` in the page at `from` means, by uri: beside the page, else below the content folder, else the only one of that name.
 * @see https://github.com/gohugoio/hugo/blob/master/hugolib/pagecollections.go
 */
function pageAt({ byPath, byName }: Pages, ref: string, from: string): string | undefined {
	const path = ref.replace(/(?:(?:^|\/)index)?\.(?:md|markdown)$/iu, '').replace(/\/+$/u, '');
	const below = byPath.get(fold(joinPath(contentFolderOf(from), path.replace(/^\/+/u, ''))));
	if (path.startsWith('/')) {
		return below;
	}
	const beside = byPath.get(fold(joinRelative(folderOf(from), path)));
	if (beside !== undefined || path.startsWith('.')) {
		return beside;
	}
	const named = path.includes('/') ? [] : (byName.get(fold(path)) ?? []);
	return below ?? (named.length === 1 ? named[0] : undefined);
}

/** `site/content` for a page below it; `''` outside any content folder. */
function contentFolderOf(path: string): string {
	return /^(?:.*?\/)?content(?=\/)/u.exec(path)?.[0] ?? '';
}

/** The path that always names a page: `/daily-log/62`. */
function fromRoot(path: string): string {
	const folder = contentFolderOf(path);
	return `/${linkPathOf(path).slice(folder === '' ? 0 : folder.length + 1)}`;
}
