/**
 * What a run of tests says while it goes on: one line of text each, so that it passes through any console, browser or pipe.
 * The terminal's side reads the lines back with `parseEvent`. Knows neither Node nor the editor: it also runs in a web worker.
 */
export type TestEvent =
	| { readonly kind: 'passed'; readonly title: string; readonly milliseconds: number }
	| { readonly kind: 'failed'; readonly title: string; readonly message: string; readonly stack: string }
	| { readonly kind: 'skipped'; readonly title: string }
	/** Anything worth telling, e.g. a measurement. */
	| { readonly kind: 'note'; readonly text: string }
	/** The last one. A run that does not say it has crashed. */
	| { readonly kind: 'end' };

const mark = '::daily-log-test::';

/** An event as a line, e.g. `::daily-log-test::{"kind":"end"}`. */
export function formatEvent(event: TestEvent): string {
	return mark + JSON.stringify(event);
}

/** The event in a line, whatever stands before it; `undefined` in any other line. */
export function parseEvent(line: string): TestEvent | undefined {
	const start = line.indexOf(mark);
	if (start < 0) {
		return undefined;
	}
	const value: unknown = JSON.parse(line.slice(start + mark.length));
	return isEvent(value) ? value : undefined;
}

function isEvent(value: unknown): value is TestEvent {
	const kinds: readonly unknown[] = ['passed', 'failed', 'skipped', 'note', 'end'];
	return typeof value === 'object' && value !== null && 'kind' in value && kinds.includes(value.kind);
}

/** A mocha reporter that hands every event to `print` as a line, and prints nothing else. `Base` is mocha's own, of whichever build of it runs. */
export function lineReporter(Base: typeof Mocha.reporters.Base, print: (line: string) => void): Mocha.ReporterConstructor {
	return class extends Base {
		constructor(runner: Mocha.Runner) {
			super(runner);
			const tell = (event: TestEvent): void => {
				print(formatEvent(event));
			};
			runner.on('pass', test => {
				tell({ kind: 'passed', title: test.fullTitle(), milliseconds: test.duration ?? 0 });
			});
			runner.on('fail', (test, error: unknown) => {
				tell({ kind: 'failed', title: test.fullTitle(), ...describeError(error) });
			});
			runner.on('pending', test => {
				tell({ kind: 'skipped', title: test.fullTitle() });
			});
			runner.on('end', () => {
				tell({ kind: 'end' });
			});
		}
	};
}

/** Message and stack of anything thrown. An assertion's message already shows what was expected and what came. */
export function describeError(error: unknown): { readonly message: string; readonly stack: string } {
	return error instanceof Error
		? { message: error.message, stack: (error.stack ?? '').split('\n').filter(isFrame).slice(0, 8).join('\n') }
		: { message: String(error), stack: '' };
}

function isFrame(line: string): boolean {
	return /^\s+at /.test(line) && !line.includes('node_modules/mocha') && !line.includes('node:internal');
}
