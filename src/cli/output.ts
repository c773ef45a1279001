/** Where the answer goes. */
export interface Output {
	readonly out: (text: string) => void;
	readonly err: (text: string) => void;
}
