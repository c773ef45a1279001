import { createServer } from 'node:net';

/**
 * A port that can be listened on: the preferred one, or 0 (any free one) if something else listens there.
 * @param insist whether a taken port is an error, because somebody asked for that very one
 */
export async function preferredPort(port: number, insist: boolean): Promise<number> {
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		throw new Error('A port is a number from 0 to 65535.');
	}
	if (await isFree(port)) {
		return port;
	}
	if (insist) {
		throw new Error(`Port ${port} is taken by another program.`);
	}
	return 0;
}

function isFree(port: number): Promise<boolean> {
	return new Promise(resolve => {
		const probe = createServer();
		probe.once('error', () => {
			resolve(false);
		});
		probe.listen(port, '127.0.0.1', () => {
			probe.close(() => {
				resolve(true);
			});
		});
	});
}
