import { zipSync, type Zippable } from 'fflate';

/** A file of an archive. */
export interface ZipFile {
	/** With `/` between folders; any letters. */
	name: string;
	content: Uint8Array | string;
}

/** Files whose content is compressed already. */
const COMPRESSED = /\.(png|jpe?g|webp|avif|gif|woff2|zip)$/i;

/**
 * Writes a ZIP archive with its files in the order given. The same files make the same bytes, whenever and wherever: each is
 * dated 1 January 1980, the first day that the format knows.
 *
 * @throws RangeError for two files of one name, or a name that leaves the archive
 */
export function zip(files: readonly ZipFile[]): Uint8Array {
	const archive: Zippable = {};
	for (const { name, content } of files) {
		if (name in archive) throw new RangeError(`Two files of the archive are called “${name}”.`);
		if (name === '' || name.split('/').some((part) => ['', '.', '..'].includes(part)) || name.includes('\\'))
			throw new RangeError(`“${name}” is no name for a file of an archive.`);
		const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
		archive[name] = [bytes, { level: COMPRESSED.test(name) ? 0 : 9 }];
	}
	// Dates of an archive are those of a wall clock. Where an archive says that it is of DOS, some take its names for
	// those of DOS, whatever else it says: it is of Unix, whose files have permissions.
	return zipSync(archive, { mtime: new Date(1980, 0, 1), os: 3, attrs: 0o100644 << 16 });
}
