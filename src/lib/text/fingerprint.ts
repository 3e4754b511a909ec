/**
 * A short fingerprint of a text, as 16 hexadecimal digits: two runs of FNV-1a (Fowler, Noll, Vo; 32 bit) from
 * different offsets over its UTF-16 units, each with the final mix of MurmurHash3. Equal texts have equal fingerprints
 * anywhere; it keeps no secret.
 */
export function fingerprint(text: string): string {
	return [0x811c9dc5, 0x9e3779b9].map((offset) => hex(mix(fnv(text, offset)))).join('');
}

function fnv(text: string, offset: number): number {
	let value = offset;
	for (let index = 0; index < text.length; index++) {
		value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
	}
	return value;
}

function mix(value: number): number {
	let mixed = value ^ (value >>> 16);
	mixed = Math.imul(mixed, 0x85ebca6b);
	mixed ^= mixed >>> 13;
	mixed = Math.imul(mixed, 0xc2b2ae35);
	return (mixed ^ (mixed >>> 16)) >>> 0;
}

function hex(value: number): string {
	return value.toString(16).padStart(8, '0');
}
