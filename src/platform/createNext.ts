import type { EntryPlan } from '../core/newEntry/planEntry.ts';
import { leadsUp } from '../core/notePath.ts';
import type { Creation } from './noteStore.ts';

/** What became of the next entry; nothing was written unless it was created. */
export type NextCreation =
	| { readonly kind: 'created'; readonly plan: Extract<EntryPlan, { kind: 'plan' }> }
	/** There can be no plan; `message` is a sentence for the user. */
	| { readonly kind: 'problem'; readonly message: string }
	/** A file of that name is there, and the next entry would get no other name. */
	| { readonly kind: 'taken'; readonly path: string }
	| ({ readonly path: string } & Extract<Creation, { kind: 'failed' }>)
	/** Somebody else, who heeds no lock, took every number that was tried. */
	| { readonly kind: 'crowded' };

/** Plans the next entry by what is on the disk now; `taken` is the path that the last plan had and that turned out not to be free. */
export type PlanNext = (taken: string | undefined) => Promise<EntryPlan>;

/** How often another number is tried when somebody else, who heeds no lock, takes it first. */
const attempts = 8;

/** Plans and creates until it succeeds, or trying again is of no use. */
export async function createNext(create: (path: string, text: string) => Promise<Creation>, plan: PlanNext): Promise<NextCreation> {
	let taken: string | undefined;
	for (let attempt = 0; attempt < attempts; attempt++) {
		const next = await plan(taken);
		if (next.kind === 'problem') {
			return next;
		}
		if (next.path === taken) {
			return { kind: 'taken', path: next.path };
		}
		if (leadsUp(next.path)) {
			return { kind: 'failed', reason: 'outside', detail: 'No file is created outside the folder.', path: next.path };
		}
		const creation = await create(next.path, next.text);
		if (creation.kind !== 'exists') {
			return creation.kind === 'created' ? { kind: 'created', plan: next } : { ...creation, path: next.path };
		}
		taken = next.path;
	}
	return { kind: 'crowded' };
}
