/**
 * The sentence without anything that VS Code would make a link of: in messages and under input boxes `[words](command:…)` becomes one, and a click on it runs the command.
 * What notes and settings of a repository say is quoted there, and must stay words.
 */
export function plainSentence(sentence: string): string {
	return sentence.replaceAll('](', '] (');
}
