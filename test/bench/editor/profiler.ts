import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { pause } from './measuring.ts';

/** Says where the profiles go; not set where none are wanted. */
export const profileFolderVariable = 'BENCH_PROFILES';

interface Profiler {
	/** Writes what the thread did until two seconds from now to `<name>.cpuprofile`, which VS Code and browsers show. */
	stop(name: string): Promise<void>;
}

/** Notes what this thread does from now on; undefined where no profiles are wanted, for it takes time from what is measured. */
export async function startProfiler(): Promise<Profiler | undefined> {
	const folder = process.env[profileFolderVariable] ?? '';
	if (folder === '') {
		return undefined;
	}
	const session = new Session();
	session.connect();
	await session.post('Profiler.enable');
	await session.post('Profiler.setSamplingInterval', { interval: 200 });
	await session.post('Profiler.start');
	return {
		stop: async name => {
			// Not until the thread is idle: to the loop's own measure it never is while a profiler interrupts it.
			await pause(2000);
			const { profile } = await session.post('Profiler.stop');
			session.disconnect();
			writeFileSync(join(folder, `${name}.cpuprofile`), JSON.stringify(profile));
		},
	};
}
