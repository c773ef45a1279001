import { IndexWarmer } from './indexWarmer.ts';
import { LogDiagnostics } from './logDiagnostics.ts';
import { OwnMoves } from './ownMoves.ts';
import { Facts } from './problems.ts';
import type { Services } from './services.ts';

/** What the features are given that know what is right and wrong in an entry. */
export interface LanguageServices extends Services {
	readonly facts: Facts;
	readonly diagnostics: LogDiagnostics;
	readonly ownMoves: OwnMoves;
}

/** Adds to the services what needs the rules; disposing it leaves the services themselves alone. */
export function createLanguageServices(services: Services): LanguageServices {
	const facts = new Facts(services.clock);
	const warmer = new IndexWarmer(services);
	const diagnostics = new LogDiagnostics(services, facts, warmer);
	return {
		...services,
		facts,
		diagnostics,
		ownMoves: new OwnMoves(),
		dispose: () => {
			diagnostics.dispose();
			warmer.dispose();
		},
	};
}
