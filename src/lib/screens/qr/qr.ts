import { encode } from 'uqr';

/** How many light modules surround a code, so that it is found: the four of ISO/IEC 18004. */
export const QUIET = 4;

/**
 * A text as the modules of a QR code, `true` where they are dark, without the quiet zone. Its error correction is M:
 * some 15 % may be smudged.
 *
 * @throws when the text is longer than about 2,300 bytes
 */
export function qrModules(text: string): boolean[][] {
	return encode(text, { ecc: 'M', border: 0 }).data;
}

/** The dark modules as a path of one bar for each run in a row; a module is one unit, and the first is at 0, 0. */
export function modulesPath(modules: readonly (readonly boolean[])[]): string {
	return modules
		.flatMap((row, y) => runs(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`))
		.join('');
}

/** Where each run of dark modules in a row begins, and how long it is. */
function runs(row: readonly boolean[]): [start: number, length: number][] {
	return row.flatMap((isDark, start): [number, number][] => {
		if (!isDark || row[start - 1]) return [];
		const end = row.indexOf(false, start);
		return [[start, (end < 0 ? row.length : end) - start]];
	});
}
