import * as vscode from 'vscode';
import { noTimer, type TimerState } from '../core/timer/timerState.ts';
import { readTimerState, writeTimerState, type TimerReading } from '../core/timer/timerText.ts';
import type { Services } from './services.ts';

/** The state after a change; undefined where it is to stay as it is. */
export type ChangeTimer = (state: TimerState) => TimerState | undefined;

/** Whoever asked for a change hears whether it succeeded; the next one is made in any case. */
function ended(): void {
	return undefined;
}

/** The one timer of all windows: what this window last read of it, and how it is changed. */
export class SharedTimer implements vscode.Disposable {
	readonly #services: Services;
	readonly #changed = new vscode.EventEmitter<void>();
	readonly #owned: vscode.Disposable[] = [this.#changed];
	#state = noTimer;
	#text: string | undefined;
	#turn = 0;
	#lastUpdate: Promise<void> = Promise.resolve();
	#isDisposed = false;

	/** The state is another one than before, by this window or another. */
	readonly onDidChange = this.#changed.event;

	constructor(services: Services) {
		this.#services = services;
		this.#watch().catch(services.onError);
	}

	/** As this window last read it. */
	get state(): TimerState {
		return this.#state;
	}

	/** Reads what other windows have written. Rejects where the disk refuses. */
	async refresh(): Promise<TimerState> {
		const turn = this.#turn;
		const text = await this.#services.timerText.read();
		if (turn !== this.#turn) {
			return this.refresh(); // what was read may be older than what this window has written meanwhile
		}
		if (text === this.#text) {
			return this.#state;
		}
		const reading = readTimerState(text);
		if (reading.kind === 'state') {
			this.#take(text, reading.state);
			return this.#state;
		}
		return this.update(() => undefined);
	}

	/**
	 * Changes the state while no other window does, from what stands on the disk now. A file that cannot be read is set aside first, with a word to the user. Rejects where
	 * the disk refuses; then nothing has changed. The changes of a window are made in the order in which they were asked for: a look at the clock that came late would pass for
	 * a clock that was set back.
	 */
	update(change: ChangeTimer): Promise<TimerState> {
		const updated = this.#lastUpdate.then(() => this.#update(change));
		this.#lastUpdate = updated.then(ended, ended);
		return updated;
	}

	async #update(change: ChangeTimer): Promise<TimerState> {
		const found: { reading: TimerReading | undefined; text: string | undefined; state: TimerState } = {
			reading: undefined,
			text: undefined,
			state: noTimer,
		};
		const aside = await this.#services.timerText.update(text => {
			found.reading = readTimerState(text);
			if (found.reading.kind !== 'state') {
				return { kind: 'setAside' };
			}
			const before = found.reading.state;
			const after = change(before) ?? before;
			const next = after === before ? text : writeTimerState(after);
			[found.text, found.state] = [next, after];
			return next === text ? { kind: 'keep' } : next === undefined ? { kind: 'delete' } : { kind: 'write', text: next };
		});
		if (aside !== undefined) {
			this.#tellAside(found.reading, aside);
			return this.#update(change);
		}
		this.#turn++;
		this.#take(found.text, found.state);
		return found.state;
	}

	/** As `update`; where the disk refuses, the user hears of it, and undefined is returned. */
	async change(change: ChangeTimer): Promise<TimerState | undefined> {
		try {
			return await this.update(change);
		} catch (error) {
			const { path } = vscode.Uri.parse(this.#services.timerText.uri, true);
			this.#services.tell.failed(
				vscode.l10n.t(
					'The timer is kept in “{0}”, which cannot be written. Nothing was changed; see whether the disk is full or read-only.',
					path,
				),
				error,
			);
			return undefined;
		}
	}

	dispose(): void {
		this.#isDisposed = true;
		vscode.Disposable.from(...this.#owned).dispose();
	}

	/** A folder that is not there yet cannot be watched. */
	async #watch(): Promise<void> {
		const uri = vscode.Uri.parse(this.#services.timerText.uri, true);
		const folder = vscode.Uri.joinPath(uri, '..');
		await vscode.workspace.fs.createDirectory(folder);
		const look = (): void => {
			this.refresh().catch(this.#services.onError);
		};
		if (!this.#isDisposed) {
			const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, uri.path.slice(folder.path.length + 1)));
			this.#owned.push(watcher, watcher.onDidChange(look), watcher.onDidCreate(look), watcher.onDidDelete(look));
		}
	}

	#take(text: string | undefined, state: TimerState): void {
		if (text !== this.#text) {
			[this.#text, this.#state] = [text, state];
			this.#changed.fire();
		}
	}

	#tellAside(reading: TimerReading | undefined, aside: string): void {
		this.#services.tell.failed(
			reading?.kind === 'newer'
				? vscode.l10n.t(
						'The timer was kept by a newer version of Daily Log. Its file is now called “{0}”, and no timer runs here; update Daily Log, or add the time with “Add Input Time…”.',
						aside,
					)
				: vscode.l10n.t(
						'The file of the timer cannot be read. It is now called “{0}”, and no timer runs; add the time with “Add Input Time…”.',
						aside,
					),
			vscode.Uri.joinPath(vscode.Uri.parse(this.#services.timerText.uri, true), '..', aside).path,
		);
	}
}
