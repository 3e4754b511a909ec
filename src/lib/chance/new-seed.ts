import { seeded } from './random.ts';

/**
 * A seed that nobody has drawn before: eight letters and digits. It works on pages loaded without encryption
 * too.
 */
export function newSeed(): string {
	const numbers = crypto.getRandomValues(new Uint32Array(2));
	return Array.from(numbers, (number) => number.toString(36).padStart(7, '0').slice(-4)).join('');
}

/** The seed of the draw that follows: the same seed always leads to the same next one. */
export function seedAfter(seed: string): string {
	return Math.floor(seeded(seed, 'next')() * 36 ** 6)
		.toString(36)
		.padStart(6, '0');
}
