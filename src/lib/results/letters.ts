/*
 * Bytes as letters and digits alone: no sign that a chat takes for markup, an address for its own or a line for a place
 * to break, and one double click marks all of it. There is no F, so that what begins with one can be told from the rest.
 */
const LETTERS = '0123456789ABCDEGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE = BigInt(LETTERS.length);

/** How many letters stand for 0 to 8 bytes. */
const WIDTHS = [0, 2, 3, 5, 6, 7, 9, 10, 11];
const BLOCK = 8;

/** Writes bytes as letters, a block of 8 bytes as 11 letters. */
export function lettersOf(bytes: Uint8Array): string {
	const blocks: string[] = [];
	for (let start = 0; start < bytes.length; start += BLOCK) {
		const block = bytes.subarray(start, start + BLOCK);
		let value = block.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
		let text = '';
		for (let left = WIDTHS[block.length] ?? 0; left > 0; left--) {
			text = LETTERS.charAt(Number(value % BASE)) + text;
			value /= BASE;
		}
		blocks.push(text);
	}
	return blocks.join('');
}

/** The bytes that letters stand for; undefined where no bytes are written so. */
export function bytesOf(letters: string): Uint8Array | undefined {
	const bytes: number[] = [];
	const width = WIDTHS[BLOCK] ?? 0;
	for (let start = 0; start < letters.length; start += width) {
		const block = letters.slice(start, start + width);
		const count = WIDTHS.indexOf(block.length);
		let value = 0n;
		for (const letter of block) {
			const digit = LETTERS.indexOf(letter);
			if (digit === -1) return undefined;
			value = value * BASE + BigInt(digit);
		}
		if (count === -1 || value >= 256n ** BigInt(count)) return undefined;
		for (let place = count - 1; place >= 0; place--) bytes.push(Number((value >> BigInt(8 * place)) & 255n));
	}
	return Uint8Array.from(bytes);
}
