import { inflateRawSync } from 'node:zlib';

/** A file in a zip archive. */
export interface ArchivedFile {
	/** E.g. `extension/dist/web.js`. */
	readonly name: string;
	/** Bytes, unpacked. */
	readonly size: number;
	/** Bytes, packed. */
	readonly packedSize: number;
	/** What is in it, as UTF-8; nonsense for a picture. */
	readonly text: string;
}

const directoryEntry = 0x02014b50;
const endOfDirectory = 0x06054b50;

/**
 * The files of a zip archive, by its central directory. Enough for what vsce writes: no archive over 4 GB, nothing encrypted.
 * The format: PKWARE's APPNOTE.TXT, 4.3.7, 4.3.12 and 4.3.16.
 */
export function listArchive(archive: Buffer): readonly ArchivedFile[] {
	const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
	if (end < 0 || archive.readUInt32LE(end) !== endOfDirectory) {
		throw new Error('This is no zip archive.');
	}
	const files: ArchivedFile[] = [];
	let at = archive.readUInt32LE(end + 16);
	while (archive.readUInt32LE(at) === directoryEntry) {
		const nameLength = archive.readUInt16LE(at + 28);
		const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
		const packedSize = archive.readUInt32LE(at + 20);
		const text = textAt(archive, archive.readUInt32LE(at + 42), packedSize);
		files.push({ name, size: archive.readUInt32LE(at + 24), packedSize, text });
		at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
	}
	return files.filter(file => !file.name.endsWith('/'));
}

/** The header before the data has a name and an extra field of its own length; method 0 is stored, 8 deflated. */
function textAt(archive: Buffer, header: number, packedSize: number): string {
	const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
	const data = archive.subarray(start, start + packedSize);
	return (archive.readUInt16LE(header + 8) === 8 ? inflateRawSync(data) : data).toString('utf8');
}
