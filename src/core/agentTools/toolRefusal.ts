/** Why a tool did not do what it was asked; the message is one plain sentence, for the model and for the person behind it. */
export class ToolRefusal extends Error {
	override readonly name = 'ToolRefusal';
}
