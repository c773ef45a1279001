import { sentence } from '../l10n.ts';

/** What a writer should know for each of js-yaml's reasons, the first that fits. */
const messages: readonly (readonly [RegExp, string])[] = [
	[/within a (?:double|single) quoted scalar/, sentence('A quotation mark is opened here and never closed.')],
	[
		/within a flow collection|missed comma/,
		sentence('A list or bracket is not written to its end: a comma or a closing bracket is missing.'),
	],
	[/deficient indentation/, sentence('A quotation mark or bracket is not closed before the next field begins.')],
	[/duplicated mapping key/, sentence('The same field is written here twice.')],
	[/tab characters/, sentence('Lines are indented with spaces, never with tabs.')],
	[/bad indentation of a mapping entry/, sentence('This value needs quotation marks around it, or its line is indented wrongly.')],
	[/bad indentation of a sequence entry/, sentence('The items of a list must be indented alike.')],
	[/multiline key/, sentence('A field needs a colon and a space after its name.')],
	[/whitespace character is expected after/, sentence('A space is missing after the colon.')],
	[/end of the stream or a document separator/, sentence('This line is no field, and does not belong to the one above.')],
	[/a second document begins|directives? end/, sentence('Only one block of fields can stand here.')],
	[/nesting exceeded/, sentence('Too many lists stand within each other.')],
	[/aliases exceeded/, sentence('The values refer to each other too often.')],
	[/alias/, sentence('A value that begins with * refers to another; if it is text, it needs quotation marks.')],
	[/anchor/, sentence('A value that begins with & is a name for others; if it is text, it needs quotation marks.')],
	[
		/unknown (?:scalar|sequence|mapping) tag|tag/,
		sentence('A value that begins with ! names a type; if it is text, it needs quotation marks.'),
	],
	[/expected the node content/, sentence('Something is missing before this comma.')],
	[/non-printable|null byte/, sentence('There is a character here that cannot be shown.')],
	[/unknown escape|hexadecimal/, sentence('Within double quotation marks a backslash must be doubled.')],
	[/complex keys|key/, sentence('The name of a field must be plain text.')],
	[/chomping|indentation width/, sentence('What follows | or > on its line is not understood.')],
];

/** A sentence for writers in place of the parser's reason. */
export function plainWords(reason: string): string {
	return (
		messages.find(([pattern]) => pattern.test(reason))?.[1] ?? sentence('This value cannot be read; it may need quotation marks around it.')
	);
}
