import { sentence, t } from '../l10n.ts';

/** The sentences about broken front matter that hold a word of the text, or of the reader's own. */
const patterns = [
	sentence("After the dashes comes '{0}'. Some programs would run such a block; it is never read here."),
	sentence("'{0}' is written here a second time."),
	sentence('This cannot be read as TOML: {0}.'),
	sentence('This cannot be read as JSON: {0}.'),
];

/** Why front matter cannot be read, in the reader's language. Notes keep it in English, for they are read in a worker that knows no language. */
export function readingInWords(message: string): string {
	for (const pattern of patterns) {
		const [before = '', after = ''] = pattern.split('{0}');
		if (message.startsWith(before) && message.endsWith(after)) {
			return t(pattern, message.slice(before.length, message.length - after.length));
		}
	}
	return t(message);
}
