import { join } from 'node:path';
import { oneLine } from '../core/agentTools/toolAnswer.ts';
import { ToolRefusal } from '../core/agentTools/toolRefusal.ts';
import { addedAnswer, timeToAdd } from '../core/agentTools/writeRequests.ts';
import { addInput, type InputAddition } from '../core/frontMatter/inputEdit.ts';
import { applyEdits } from '../core/text.ts';
import { holdingLogLock } from '../cli/createEntry.ts';
import { replaceFile } from '../cli/replaceFile.ts';
import { agentLogOf, type Call } from './session.ts';

/** Adds time to an entry on the disk; no other run of ours writes meanwhile, and a file that anybody else has changed since it was read is left alone. */
export function addTime({ session, input, signal }: Call): Promise<string> {
	const { target, reader } = session;
	return holdingLogLock(target.root, async () => {
		const folder = await reader.read();
		const { entry, minutes } = timeToAdd(agentLogOf(folder, session), input);
		const text = folder.textOf(entry.path);
		if (text === undefined) {
			throw new ToolRefusal(`${oneLine(entry.path)} cannot be read.`);
		}
		const addition = addInput(text, minutes, folder.vault.shape);
		if (addition.kind === 'same') {
			return addedAnswer(entry, { before: addition.before, after: addition.before });
		}
		if (addition.kind !== 'edit') {
			throw new ToolRefusal(whyNotAdded(addition, oneLine(entry.path)));
		}
		signal.throwIfAborted();
		const replacement = replaceFile(join(target.root, entry.path), text, applyEdits(text, [addition.edit]));
		if (replacement.kind === 'failed') {
			throw new ToolRefusal(`${oneLine(entry.path)} was left as it is: ${replacement.reason}.`);
		}
		return addedAnswer(entry, addition);
	});
}

function whyNotAdded(addition: Exclude<InputAddition, { readonly kind: 'edit' | 'same' }>, path: string): string {
	switch (addition.kind) {
		case 'noFrontMatter':
			return `${path} has no front matter to write the time into.`;
		case 'executable':
			return `The front matter of ${path} begins with ---${oneLine(addition.language)}; such a block is never read.`;
		case 'duplicate':
			return `${path} has ${addition.name} twice in its front matter. One of them has to be removed first.`;
		case 'unreadable':
			return `The front matter of ${path} cannot be read: ${oneLine(addition.message)}`;
		case 'noNumber':
			return `${path} has ${addition.name}: ${oneLine(addition.written, 40)}, which is no number to add to.`;
		case 'noPlace':
			return `${addition.name} of ${path} cannot be changed without changing more than it.`;
	}
}
