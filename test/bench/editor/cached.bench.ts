import { measureActivation } from './activation.ts';

describe('a vault that was read before, and has not changed', () => {
	it('is indexed', async function () {
		this.timeout(600_000);
		await measureActivation('cached');
	});
});
