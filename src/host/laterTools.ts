import * as vscode from 'vscode';

/** A tool of language models that is told its input as it came. */
export type Tool = Required<vscode.LanguageModelTool<object>>;

/**
 * Registers tools for language models; what they do is loaded when a model first uses one. Where the editor knows no such tools, there are none.
 * `load` gives the tools by their names.
 */
export function registerLaterTools(names: readonly string[], load: () => Promise<ReadonlyMap<string, Tool>>): vscode.Disposable {
	const lm = languageModels(vscode);
	if (lm === undefined) {
		return new vscode.Disposable(() => undefined);
	}
	let loading: Promise<ReadonlyMap<string, Tool>> | undefined;
	const toolOf = async (name: string): Promise<Tool> => {
		loading ??= load();
		const tool = (await loading).get(name);
		if (tool === undefined) {
			throw new Error(`There is no tool ${name}.`);
		}
		return tool;
	};
	return vscode.Disposable.from(
		...names.map(name =>
			lm.registerTool<object>(name, {
				prepareInvocation: async (options, token) => (await toolOf(name)).prepareInvocation(options, token),
				invoke: async (options, token) => (await toolOf(name)).invoke(options, token),
			}),
		),
	);
}

/** Undefined in an editor that is built on VS Code but knows no language models. */
function languageModels(api: Partial<Pick<typeof vscode, 'lm'>>): typeof vscode.lm | undefined {
	return api.lm;
}
