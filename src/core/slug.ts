const blanksAndBreaks = /[\s/\\.\-‐-―]+/gu;
const notInSlugs = /[^\p{L}\p{N}\p{M}_+-]/gu;

/**
 * The words of a title as Hugo writes them in paths: `Reading about craft` is `reading-about-craft`. Lower case, one hyphen for blanks,
 * slashes, dots and dashes, other punctuation dropped; letters of every script keep their accents, as in Hugo without
 * `removePathAccents`, in composed form (NFC). Empty where the title has no letter or digit.
 * Source: https://gohugo.io/functions/urls/urlize/; dots and slashes are left out so that the result is one plain file name.
 */
export function slugOf(title: string): string {
	const hyphenated = title.normalize('NFC').toLowerCase().normalize('NFC').replace(blanksAndBreaks, '-').replace(notInSlugs, '');
	const slug = hyphenated.replace(/-{2,}/g, '-').replace(/^-|-$/g, '');
	return /[\p{L}\p{N}]/u.test(slug) ? slug : '';
}

const betweenWords = /\s*[/\\|]\s*/gu;
// Not allowed on Windows, or with a meaning of its own in a wiki link; control, direction and lone surrogate characters.
const notInNames = /[<>:"/\\|?*#^[\]\p{Cc}\p{Cs}\u200B\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/gu;
const reservedOnWindows = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=$|\.)/iu;

/**
 * The text as one name of a file or folder that Windows, macOS and Linux take and a wiki link can say: `AC/DC: why?` is `AC-DC - why`.
 * Characters that are not allowed go, reserved names get an underscore (`CON` is `CON_`), no dot begins or ends it. Empty where nothing is left.
 * Source: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
export function safeName(text: string): string {
	const words = text.normalize('NFC').replace(/:\s+/gu, ' - ').replace(betweenWords, '-').replace(/:/g, '-').replace(/\s/gu, ' ');
	const kept = words.replace(notInNames, '').replace(/ {2,}/g, ' ');
	const trimmed = trimEndOf(kept.replace(/^[ .]+/, ''), ' .');
	return avoidReserved(trimmed);
}

/** The name, with an underscore where Windows keeps it for a device: `con` is `con_`, `nul.txt` is `nul_.txt`. */
export function avoidReserved(name: string): string {
	return name.replace(reservedOnWindows, '$&_');
}

const encoder = new TextEncoder();

/** How many bytes the text takes as UTF-8. */
export function byteLength(text: string): number {
	return encoder.encode(text).length;
}

/** The text cut to at most so many bytes of UTF-8, between characters, at the last word that fits where there is one. */
export function cutToBytes(text: string, bytes: number): string {
	if (byteLength(text) <= bytes) {
		return text;
	}
	const cut = longestStart(text, bytes);
	const word = Math.max(cut.lastIndexOf(' '), cut.lastIndexOf('-'), cut.lastIndexOf('_'));
	return trimEndOf(word > cut.length / 2 ? cut.slice(0, word) : cut, ' .-_');
}

function longestStart(text: string, bytes: number): string {
	let end = 0;
	let used = 0;
	for (const character of text) {
		used += byteLength(character);
		if (used > bytes) {
			break;
		}
		end += character.length;
	}
	return text.slice(0, end);
}

function trimEndOf(text: string, characters: string): string {
	let end = text.length;
	while (end > 0 && characters.includes(text.charAt(end - 1))) {
		end--;
	}
	return text.slice(0, end);
}
