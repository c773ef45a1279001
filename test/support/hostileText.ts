import fc from 'fast-check';

/** What is shown of HTML. */
export function shownOf(html: string): string {
	const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
	return html.replace(/<[^>]*>/gu, '').replace(/&(\w+);/gu, (whole, name: string) => entities[name] ?? whole);
}

/** The text as one line, as it is to be seen. */
export function lineOf(text: string): string {
	return text
		.toWellFormed()
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim();
}

/** Texts made of what Markdown, Hugo and wiki links know, and of anything. */
export const hostile = fc.oneof(
	fc
		.array(
			fc.constantFrom(
				...[
					'[[',
					']]',
					'[',
					']',
					'(',
					')',
					'|',
					'\\',
					'`',
					'``',
					'*',
					'**',
					'_',
					'__',
					'~',
					'~~',
					'$',
					'$$',
					'#',
					'##',
					'# ',
					'#tag',
					'^id',
					' ^id',
				],
				...[
					'{{<',
					'{{%',
					'>}}',
					'%}}',
					'{',
					'}',
					' x ',
					'{#id}',
					'<',
					'>',
					'<b>',
					'</b>',
					'<!--',
					'-->',
					'&',
					'&amp;',
					'&#35;',
					'!',
					'![',
					':',
					'::',
				],
				...[
					'- ',
					'+ ',
					'1. ',
					'12) ',
					'> ',
					'=',
					'---',
					'===',
					'\n',
					'\n\n',
					'\r\n',
					'\t',
					'    ',
					'a',
					'b c',
					'1',
					'é',
					'木',
					'https://a.example/~b_c?d=1',
					'http://',
					'www.',
					'ftp://',
					'@b.example',
					'"',
					"'",
				],
			),
			{ maxLength: 12 },
		)
		.map(parts => parts.join('')),
	fc.string({ unit: 'binary' }),
);
