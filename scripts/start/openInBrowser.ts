import { spawn } from 'node:child_process';

/** Opens an address in the browser a person uses. Where there is none, nothing happens: the address stands in the terminal. */
export function openInBrowser(address: string): void {
	const [command, args] = browserCommand(address);
	const child = spawn(command, args, { stdio: 'ignore', detached: true });
	child.on('error', () => undefined);
	child.unref();
}

function browserCommand(address: string): readonly [string, readonly string[]] {
	if (process.platform === 'win32') {
		return ['rundll32.exe', ['url.dll,FileProtocolHandler', address]];
	}
	return [process.platform === 'darwin' ? 'open' : 'xdg-open', [address]];
}
