declare module 'daily-log:test-files' {
	/** The test files of one kind of workspace, found by glob when the bundle is made. */
	export const files: readonly { readonly name: string; load(): Promise<unknown> }[];

	/** Only the tests whose full title has this are run; all if empty. */
	export const grep: string;

	/** So many workspace folders the window has when it is complete. */
	export const folders: number;
}
