import type { Output } from './output.ts';
export interface NewRequest {
	readonly folder: string;
	readonly title: string;
	readonly date: string | undefined;
	readonly currentFolder: string;
}
export async function newEntry(_r: NewRequest & { now: number }, _o: Output): Promise<0 | 2> {
	return 2;
}
