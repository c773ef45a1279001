import { measureActivation } from './activation.ts';
import { measureQuestions } from './questions.ts';
import { measureTyping } from './typing.ts';

describe('a vault that has never been read', () => {
	it('is indexed', async function () {
		this.timeout(600_000);
		await measureActivation('cold');
	});

	it('answers', async function () {
		this.timeout(600_000);
		await measureQuestions();
	});

	it('is typed in', async function () {
		this.timeout(600_000);
		await measureTyping();
	});
});
