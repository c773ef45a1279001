import { measureActivation } from './activation.ts';

describe('a vault of which one note in a hundred has changed since it was read', () => {
	it('is indexed', async function () {
		this.timeout(600_000);
		await measureActivation('changed');
	});
});
