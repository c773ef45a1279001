import { lineStartsOf, positionAt, type Position } from '../text.ts';

/** Lines and columns of offsets in a text; its lines are counted when first asked for. */
export class Lines {
	readonly #text: string;
	#starts: Uint32Array | undefined;

	constructor(text: string) {
		this.#text = text;
	}

	positionOf(offset: number): Position {
		this.#starts ??= lineStartsOf(this.#text);
		return positionAt(this.#starts, offset);
	}
}
