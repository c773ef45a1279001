import * as vscode from 'vscode';
import { active, seen, type Look, type Timer } from '../core/timer/timer.ts';
import type { Clock } from './clock.ts';
import type { Services } from './services.ts';
import { readSettings } from './settings.ts';
import type { SharedTimer } from './sharedTimer.ts';

/** How often a window looks whether others have changed the timer, where its file is not watched. */
const lookMilliseconds = 10_000;

/** How old the last look at the running timer may be before a window writes the next. */
const heartbeatMilliseconds = 30_000;

/** Looks at the running timer again and again, and notices what the user does. */
export class TimerPulse implements vscode.Disposable {
	readonly #timer: SharedTimer;
	readonly #clock: Clock;
	readonly #onError: (error: unknown) => void;
	readonly #touched = new vscode.EventEmitter<void>();
	readonly #owned: vscode.Disposable[];
	#watchedSince: number;
	#failed = false;

	/** The user has done something in this window while the timer runs. */
	readonly onDidTouch = this.#touched.event;

	constructor({ clock, onError }: Services, timer: SharedTimer) {
		this.#timer = timer;
		this.#clock = clock;
		this.#onError = onError;
		this.#watchedSince = clock.now();
		const beating = setInterval(() => {
			void this.#beat();
		}, lookMilliseconds);
		this.#owned = [
			this.#touched,
			new vscode.Disposable(() => {
				clearInterval(beating);
			}),
			new vscode.Disposable(clock.onDidSet(() => this.#beat())),
			...activities(() => {
				void this.#touch();
			}),
			vscode.window.onDidChangeWindowState(() => {
				void this.#beat();
			}),
		];
		void this.#beat();
	}

	/** How it is looked at the clock now. */
	look(): Look {
		const now = this.#clock.now();
		this.#watchedSince = Math.min(this.#watchedSince, now);
		return { now, idleMinutes: readSettings()['timer.idleMinutes'], watchedSince: this.#watchedSince };
	}

	dispose(): void {
		vscode.Disposable.from(...this.#owned).dispose();
	}

	async #beat(): Promise<void> {
		await this.#quietly(async () => {
			const { timer } = await this.#timer.refresh();
			if (timer?.openSince !== undefined && this.#isOld(timer.lastSeen)) {
				await this.#changeTimer(seen);
			}
		});
	}

	async #touch(): Promise<void> {
		const { timer } = this.#timer.state;
		if (timer?.openSince === undefined || !vscode.window.state.focused) {
			return;
		}
		if (this.#isOld(timer.lastActivity)) {
			await this.#quietly(() => this.#changeTimer(active));
		}
		this.#touched.fire();
	}

	/** A clock that was set back makes the last look seem to lie in the future. */
	#isOld(instant: number): boolean {
		return Math.abs(this.#clock.now() - instant) >= heartbeatMilliseconds;
	}

	async #changeTimer(change: (timer: Timer, look: Look) => Timer): Promise<void> {
		const look = this.look();
		await this.#timer.update(state => (state.timer === undefined ? undefined : { ...state, timer: change(state.timer, look) }));
	}

	/** A disk that refuses is reported once: it is asked several times a minute. */
	async #quietly(work: () => Promise<void>): Promise<void> {
		try {
			await work();
			this.#failed = false;
		} catch (error) {
			if (!this.#failed) {
				this.#onError(error);
			}
			this.#failed = true;
		}
	}
}

/** What a person does in a window: typing, moving the caret, scrolling, changing editors, running something in the terminal, coming back to the window. */
function activities(touch: () => void): readonly vscode.Disposable[] {
	return [
		vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
			if (contentChanges.length > 0 && document === vscode.window.activeTextEditor?.document) {
				touch();
			}
		}),
		vscode.window.onDidChangeTextEditorSelection(touch),
		vscode.window.onDidChangeTextEditorVisibleRanges(touch),
		vscode.window.onDidChangeActiveTextEditor(touch),
		vscode.window.onDidStartTerminalShellExecution(touch),
		vscode.window.onDidChangeWindowState(touch),
	];
}
