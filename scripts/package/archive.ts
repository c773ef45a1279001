/** A file in a zip archive. */
export interface ArchivedFile {
	/** E.g. `extension/dist/web.js`. */
	readonly name: string;
	/** Bytes, unpacked. */
	readonly size: number;
	/** Bytes, packed. */
	readonly packedSize: number;
}

const directoryEntry = 0x02014b50;
const endOfDirectory = 0x06054b50;

/**
 * The files of a zip archive, read from its central directory. Enough for what vsce writes: no archive over 4 GB.
 * The format: PKWARE's APPNOTE.TXT, 4.3.12 and 4.3.16.
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
		files.push({ name, size: archive.readUInt32LE(at + 24), packedSize: archive.readUInt32LE(at + 20) });
		at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
	}
	return files.filter(file => !file.name.endsWith('/'));
}
