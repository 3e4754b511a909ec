import { readFile } from 'node:fs/promises';

import { reason } from './folder.server.ts';
import type { Problem } from './problem.ts';
import type { SourceFile } from './source-file.ts';

const SAVE_AGAIN = 'Save it as UTF-8; your editor has it under “Save as” or “Encoding”.';

/**
 * Reads a file as text in UTF-8, with or without a byte order mark.
 *
 * @param name as the author knows the file
 * @returns the text, or what keeps it from being read
 */
export async function readText(path: string, name: string): Promise<SourceFile | Problem> {
	let bytes: Uint8Array;
	try {
		bytes = await readFile(path);
	} catch (error) {
		return {
			file: name,
			message: `the file cannot be read (${reason(error)})`,
			fix: 'Check its permissions.'
		};
	}
	if (isUtf16(bytes)) return { file: name, message: 'the file is text in UTF-16', fix: SAVE_AGAIN };
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		const zero = text.indexOf('\0');
		if (zero < 0) return { name, text };
		const message = 'the file contains a null character, which is not text';
		return { file: name, ...placeOf(text, zero), message, fix: SAVE_AGAIN };
	} catch {
		// What does not decode becomes the replacement character, which tells its place.
		const text = new TextDecoder('utf-8').decode(bytes);
		const place = placeOf(text, text.indexOf('\uFFFD'));
		return { file: name, ...place, message: 'the file is not text in UTF-8', fix: SAVE_AGAIN };
	}
}

function isUtf16([first, second]: Uint8Array): boolean {
	return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function placeOf(text: string, index: number): { line: number; column: number } {
	const before = text.slice(0, index).split('\n');
	return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
