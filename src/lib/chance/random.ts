/** A source of numbers in [0, 1) that repeats itself exactly for the same seed. */
export type Random = () => number;

/**
 * A generator seeded by any texts, the same on server and client.
 *
 * The texts are hashed with FNV-1a (Fowler, Noll, Vo; 32 bit) over UTF-16 units and a final mix; the stream is
 * splitmix32, a 32-bit variant of Steele, Lea, Flood: “Fast splittable pseudorandom number generators” (2014).
 * Good for shuffling a quiz, useless for secrets.
 */
export function seeded(...texts: string[]): Random {
	let state = mix(hash(texts.join('\u0000')));
	return () => {
		state = (state + 0x9e3779b9) | 0;
		return (mix(state) >>> 0) / 2 ** 32;
	};
}

/** A shuffled copy, by Fisher and Yates (Knuth, TAOCP 2, 3.4.2, algorithm P). */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
	const result = [...items];
	for (let last = result.length - 1; last > 0; last--) {
		const other = Math.floor(random() * (last + 1));
		[result[last], result[other]] = [result[other] as T, result[last] as T];
	}
	return result;
}

function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
	}
	return value;
}

function mix(value: number): number {
	let mixed = value ^ (value >>> 16);
	mixed = Math.imul(mixed, 0x21f0aaad);
	mixed ^= mixed >>> 15;
	mixed = Math.imul(mixed, 0x735a2d97);
	return mixed ^ (mixed >>> 15);
}
