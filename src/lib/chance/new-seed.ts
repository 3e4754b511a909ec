import { seeded } from './random.ts';

/** A seed that nobody has drawn before: eight letters and digits. It also works where a page came without a certificate. */
export function newSeed(): string {
	const numbers = crypto.getRandomValues(new Uint32Array(2));
	return Array.from(numbers, (number) => number.toString(36).padStart(7, '0').slice(-4)).join('');
}

/** The seed of the next draw after one: always the same after the same seed. */
export function seedAfter(seed: string): string {
	return Math.floor(seeded(seed, 'next')() * 36 ** 6)
		.toString(36)
		.padStart(6, '0');
}
