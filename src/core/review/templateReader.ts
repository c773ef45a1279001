import { t } from '../l10n.ts';
import { templateTokens, type TemplateToken } from './templateTokens.ts';

/** The names that a template may use, with what they mean. */
export interface TemplateNames {
	readonly texts: Readonly<Record<string, string>>;
	readonly lists: Readonly<Record<string, { readonly means: string; readonly items: Readonly<Record<string, string>> }>>;
}

/** A part of a template, in the order in which they stand. */
export type TemplatePart =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'value'; readonly name: string }
	| { readonly kind: 'if'; readonly name: string; readonly then: readonly TemplatePart[]; readonly otherwise: readonly TemplatePart[] }
	| { readonly kind: 'each'; readonly name: string; readonly body: readonly TemplatePart[] };

/** An `each` or an `if` that is not at its end yet. */
type Open = TemplateToken & { readonly word: 'each' | 'if' };

/** So deep nobody writes; a deeper one would only take time. */
const mostNested = 20;

/** Reads the parts of a template. */
export class TemplateReader {
	readonly #text: string;
	readonly #names: TemplateNames;
	readonly #tokens: readonly TemplateToken[];
	#next = 0;
	#done = 0;
	/** The first thing that is wrong. */
	problem: { readonly offset: number; readonly message: string } | undefined;

	constructor(text: string, names: TemplateNames) {
		this.#text = text;
		this.#names = names;
		this.#tokens = templateTokens(text);
	}

	/** Reads on to the end of what is open, innermost last; its `{end}` is not read yet. */
	readParts(open: readonly Open[]): readonly TemplatePart[] {
		const parts: TemplatePart[] = [];
		for (let next = this.#tokens[this.#next]; next !== undefined; next = this.#tokens[this.#next]) {
			const isEnd = next.word === 'end' || next.word === 'else';
			if (isEnd && open.length > 0) {
				return [...parts, this.#textUpTo(next.start)];
			}
			this.#next++;
			if (isEnd) {
				this.#complain(next, t("'{0}' stands here without an '{each …}' or '{if …}' before it.", `{${next.word}}`));
			} else {
				parts.push(...this.#partsOf(next, open));
			}
		}
		return [...parts, this.#textUpTo(this.#text.length)];
	}

	#partsOf(token: TemplateToken, open: readonly Open[]): readonly TemplatePart[] {
		const list = open.find(({ word }) => word === 'each')?.name;
		if (token.word !== 'value' && open.length >= mostNested) {
			this.#complain(token, t('This stands within {0} others; that is too deep.', mostNested));
			return [];
		}
		switch (token.word) {
			case 'each':
				return this.#list(token, list, open);
			case 'if':
				if (!this.#isText(token.name, list) && !this.#isList(token.name)) {
					this.#complain(token, t("There is no '{0}' to ask for; there are {1}.", token.name, this.#known(list)));
				}
				return this.#condition(token, open);
			default:
				return this.#isText(token.name, list) ? [this.#textBefore(token), { kind: 'value', name: token.name }] : [];
		}
	}

	#list(token: TemplateToken, around: string | undefined, open: readonly Open[]): readonly TemplatePart[] {
		if (around !== undefined) {
			this.#complain(token, t("'{0}' stands within '{1}'; close that with '{end}' first.", `{each ${token.name}}`, `{each ${around}}`));
		} else if (!this.#isList(token.name)) {
			this.#complain(token, t("There is no list '{0}'; there are {1}.", token.name, Object.keys(this.#names.lists).join(', ')));
		}
		const before = this.#textBefore(token);
		const body = this.readParts([...open, { ...token, word: 'each' }]);
		this.#close(token);
		return [before, { kind: 'each', name: token.name, body }];
	}

	#condition(token: TemplateToken, open: readonly Open[]): readonly TemplatePart[] {
		const before = this.#textBefore(token);
		const inside: readonly Open[] = [...open, { ...token, word: 'if' }];
		const then = this.readParts(inside);
		const next = this.#tokens[this.#next];
		const otherwise = next?.word === 'else' ? this.#after(next, inside) : [];
		this.#close(token);
		return [before, { kind: 'if', name: token.name, then, otherwise }];
	}

	#after(token: TemplateToken, open: readonly Open[]): readonly TemplatePart[] {
		this.#take(token);
		return this.readParts(open);
	}

	#close(opening: TemplateToken): void {
		const next = this.#tokens[this.#next];
		if (next?.word === 'end') {
			this.#take(next);
		} else if (next === undefined) {
			this.#complain(opening, t("'{0}' is not closed; write '{end}' where it ends.", `{${opening.word} ${opening.name}}`));
		} else {
			this.#take(next);
			this.#complain(next, t("'{else}' has no '{if …}' here."));
		}
	}

	#isText(name: string, list: string | undefined): boolean {
		return Object.hasOwn(this.#names.texts, name) || (list !== undefined && Object.hasOwn(this.#names.lists[list]?.items ?? {}, name));
	}

	#isList(name: string): boolean {
		return Object.hasOwn(this.#names.lists, name);
	}

	#known(list: string | undefined): string {
		const { texts, lists } = this.#names;
		return [...Object.keys(list === undefined ? {} : (lists[list]?.items ?? {})), ...Object.keys(lists), ...Object.keys(texts)].join(', ');
	}

	#take({ end }: TemplateToken): void {
		this.#next++;
		this.#done = end;
	}

	#textBefore({ start, end }: TemplateToken): TemplatePart {
		const part = this.#textUpTo(start);
		this.#done = end;
		return part;
	}

	#textUpTo(offset: number): TemplatePart {
		const text = this.#text.slice(this.#done, offset);
		this.#done = offset;
		return { kind: 'text', text };
	}

	#complain({ start }: TemplateToken, message: string): void {
		this.problem ??= { offset: this.#text.indexOf('{', start), message };
	}
}
