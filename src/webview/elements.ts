/** What stands in an element: elements, and text that is only ever text. */
export type Content = Node | string | undefined;

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An HTML element; attributes that are undefined are left out. */
export function html<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	attributes: Attributes = {},
	...content: readonly Content[]
): HTMLElementTagNameMap[Name] {
	return filled(document.createElement(name), attributes, content);
}

/** An SVG element. */
export function svg<Name extends keyof SVGElementTagNameMap>(
	name: Name,
	attributes: Attributes = {},
	...content: readonly Content[]
): SVGElementTagNameMap[Name] {
	return filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, content);
}

function filled<Kind extends Element>(element: Kind, attributes: Attributes, content: readonly Content[]): Kind {
	for (const [name, value] of Object.entries(attributes)) {
		if (value !== undefined) {
			element.setAttribute(name, String(value));
		}
	}
	element.append(...content.filter(each => each !== undefined));
	return element;
}

/** A button with words on it. `focus` is the name by which it gets the focus back when the page is drawn again. */
export function button(label: string, focus: string, run: (event: MouseEvent) => void, attributes: Attributes = {}): HTMLButtonElement {
	const element = html('button', { type: 'button', 'data-focus': focus, ...attributes }, label);
	element.addEventListener('click', run);
	return element;
}

/** A choice of one among several, with its label before it. */
export function choice(
	label: string,
	focus: string,
	options: readonly (readonly [value: string, label: string])[],
	{ chosen, choose }: { readonly chosen: string; readonly choose: (value: string) => void },
): HTMLLabelElement {
	const select = html('select', { 'data-focus': focus }, ...options.map(([value, text]) => html('option', { value }, text)));
	select.value = options.some(([value]) => value === chosen) ? chosen : (options[0]?.[0] ?? '');
	select.addEventListener('change', () => {
		choose(select.value);
	});
	return html('label', { class: 'choice' }, html('span', {}, label), select);
}
