import { isCivilDate, type CivilDate } from '../time/civilDate.ts';
import { ToolRefusal } from './toolRefusal.ts';

/** What a model may give for one field of a tool's input; written as JSON Schema. */
export interface FieldSchema {
	readonly type: 'string' | 'integer' | 'boolean';
	/** For the model: what is meant, and what holds where it is left out. */
	readonly description: string;
	readonly enum?: readonly string[];
	/** UTF-16 code units. */
	readonly maxLength?: number;
	/** Only `date` is used: a civil date. */
	readonly format?: 'date';
	readonly minimum?: number;
	readonly maximum?: number;
}

/** What a model may give to a tool; written as JSON Schema. */
export interface InputSchema {
	readonly type: 'object';
	readonly properties: Readonly<Record<string, FieldSchema>>;
	readonly required?: readonly string[];
	readonly additionalProperties: false;
}

/**
 * What a model gave to a tool, checked: who calls a tool need not keep to its schema. A field that is `null` counts as left out, and a number may come as a text of
 * digits or the other way round, for models do so.
 */
export class ToolInput {
	readonly #values: ReadonlyMap<string, unknown>;

	/** @throws {ToolRefusal} for what the schema does not allow. */
	constructor(given: unknown, schema: InputSchema) {
		if (given !== undefined && given !== null && (typeof given !== 'object' || Array.isArray(given))) {
			throw new ToolRefusal('The input has to be an object.');
		}
		const values = Object.entries(given ?? {}).filter(([, value]) => value !== null && value !== undefined);
		const unknown = values.find(([name]) => !Object.hasOwn(schema.properties, name));
		if (unknown !== undefined) {
			throw new ToolRefusal(`There is no input '${shorten(unknown[0])}'; there is ${Object.keys(schema.properties).join(', ')}.`);
		}
		const missing = schema.required?.find(name => !values.some(([given]) => given === name));
		if (missing !== undefined) {
			throw new ToolRefusal(`The input '${missing}' is missing.`);
		}
		this.#values = new Map(values.map(([name, value]) => [name, checked(name, value, schema.properties[name])]));
	}

	/** Undefined where it is left out. */
	text(name: string): string | undefined {
		const value = this.#values.get(name);
		return typeof value === 'string' ? value : undefined;
	}

	/** Undefined where it is left out. */
	number(name: string): number | undefined {
		const value = this.#values.get(name);
		return typeof value === 'number' ? value : undefined;
	}

	/** False where it is left out. */
	flag(name: string): boolean {
		return this.#values.get(name) === true;
	}

	/** Undefined where it is left out. */
	day(name: string): CivilDate | undefined {
		return this.text(name);
	}
}

function checked(name: string, value: unknown, schema: FieldSchema | undefined): unknown {
	switch (schema?.type) {
		case 'string':
			return checkedText(name, typeof value === 'number' ? String(value) : value, schema);
		case 'integer':
			return checkedNumber(name, typeof value === 'string' && /^-?\d{1,15}$/u.test(value) ? Number(value) : value, schema);
		default:
			return typeof value === 'boolean' ? value : refuse(name, 'has to be true or false');
	}
}

function checkedText(name: string, value: unknown, { enum: choices, maxLength = 200, format }: FieldSchema): string {
	if (typeof value !== 'string') {
		return refuse(name, 'has to be a text');
	}
	if (value.length > maxLength) {
		return refuse(name, `is longer than ${maxLength} characters`);
	}
	if (choices !== undefined && !choices.includes(value)) {
		return refuse(name, `has to be one of ${choices.join(', ')}`);
	}
	return format === 'date' && !isCivilDate(value) ? refuse(name, 'has to be a day such as 2022-12-02') : value;
}

function checkedNumber(name: string, value: unknown, { minimum = -Infinity, maximum = Infinity }: FieldSchema): number {
	if (typeof value !== 'number' || !Number.isInteger(value)) {
		return refuse(name, 'has to be a whole number');
	}
	return value < minimum || value > maximum ? refuse(name, `has to be from ${minimum} to ${maximum}`) : value;
}

function refuse(name: string, what: string): never {
	throw new ToolRefusal(`The input '${name}' ${what}.`);
}

function shorten(name: string): string {
	return name.slice(0, 40);
}
