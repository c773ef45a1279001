import { jsonString, quoteYaml, tomlString } from '../frontMatter/quoting.ts';
import type { FrontMatterFormat } from '../frontMatter/fieldLines.ts';

/** How a text is written as a value. `raw` is for what needs no quotes wherever it is written so: a date in YAML or TOML. */
export interface ScalarForm {
	readonly format: FrontMatterFormat;
	readonly style: 'plain' | 'single' | 'double' | 'raw';
}

/** The text as it is. */
export const rawForm: ScalarForm = { format: 'yaml', style: 'raw' };

/** The text as a value of that form; quoted where the form cannot hold it bare, in double quotes where it cannot hold it in single ones. */
export function writeScalar({ format, style }: ScalarForm, text: string): string {
	if (style === 'raw') {
		return text;
	}
	switch (format) {
		case 'yaml':
			return quoteYaml(text, style);
		case 'toml':
			return tomlString(text, style === 'single' ? 'single' : 'double');
		case 'json':
			return jsonString(text);
	}
}
