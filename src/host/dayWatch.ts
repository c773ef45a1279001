import * as vscode from 'vscode';
import type { Services } from './services.ts';
import { today } from './today.ts';

/** How often it is looked whether a new day has begun: a timer for midnight would miss it where the computer sleeps. */
const lookMilliseconds = 20_000;

/** Tells when a new day begins in a log of the window. */
export class DayWatch implements vscode.Disposable {
	readonly #services: Pick<Services, 'vaults' | 'clock'>;
	readonly #changed = new vscode.EventEmitter<void>();
	readonly #owned: vscode.Disposable;
	#days = '';

	/** Also after a log has come or gone. */
	readonly onDidChange = this.#changed.event;

	constructor(services: Pick<Services, 'vaults' | 'clock'>) {
		this.#services = services;
		const looking = setInterval(() => {
			this.#look();
		}, lookMilliseconds);
		this.#owned = vscode.Disposable.from(
			this.#changed,
			new vscode.Disposable(() => {
				clearInterval(looking);
			}),
			new vscode.Disposable(
				services.clock.onDidSet(() => {
					this.#look();
					return Promise.resolve();
				}),
			),
		);
	}

	dispose(): void {
		this.#owned.dispose();
	}

	#look(): void {
		const { vaults, clock } = this.#services;
		const days = vaults.withLog.map(vault => today(vault, clock)).join();
		if (days !== this.#days) {
			this.#days = days;
			this.#changed.fire();
		}
	}
}
