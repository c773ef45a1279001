import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import encode, { init } from '@jsquash/webp/encode.js';
import UPNG from 'upng-js';
import { root } from '../../test/support/root.ts';

/** More are not seen in a picture of an editor, and cost room in the package. */
const colours = 24;

/** A screenshot as a WebP file of some dozens of colours, lossless apart from those: about half of what a PNG of the same colours takes. */
export async function shrink(png: Uint8Array): Promise<Uint8Array> {
	const { width, height, ...image } = UPNG.decode(new Uint8Array(png).buffer);
	const [pixels = new ArrayBuffer(0)] = UPNG.toRGBA8({ width, height, ...image });
	const few = UPNG.decode(UPNG.encode([pixels], width, height, colours));
	const [data = new ArrayBuffer(0)] = UPNG.toRGBA8(few);
	await loadEncoder();
	const picture = { data: new Uint8ClampedArray(data), width, height, colorSpace: 'srgb' as const };
	return new Uint8Array(await encode(picture, { lossless: 1, exact: 1, method: 6, quality: 100 }));
}

/** Made for browsers, it would fetch its WebAssembly. */
async function loadEncoder(): Promise<void> {
	const file = join(root, 'node_modules', '@jsquash', 'webp', 'codec', 'enc', 'webp_enc_simd.wasm');
	await init({ wasmBinary: new Uint8Array(readFileSync(file)).buffer });
}
