import fc from 'fast-check';

/** What is shown of HTML. */
export function shownOf(html: string): string {
	const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
	return html.replace(/<[^>]*>/gu, '').replace(/&(\w+);/gu, (whole, name: string) => entities[name] ?? whole);
}

/** The elements of a page that words must not become, with those that would do or fetch something or lead out of the vault. */
export function dangersIn(html: string): readonly string[] {
	return [...html.matchAll(/<([a-z][\w-]*)((?:\s[^<>]*)?)>/giu)].flatMap(([whole, name = '', attributes = '']) => {
		const isOurs = /^(?:header|div|span|time|a|p|h\d|img|ul|li|br|em|strong|hr|table|thead|tbody|tr|th|td)$/u.test(name);
		const outside = attributes.replaceAll(/"[^"]*"/gu, '""');
		const addresses = [...attributes.matchAll(/\s(?:href|src|data-href)="([^"]*)"/gu)].map(([, address = '']) => address);
		const leads = addresses.some(address => /^(?:[a-z][a-z\d+.-]*:|[/\\])/iu.test(address) || address.startsWith('../../../'));
		return isOurs && !/\son\w+\s*=/iu.test(outside) && !leads ? [] : [whole];
	});
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
