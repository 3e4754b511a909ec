import { seeded } from '#lib/chance/random.ts';

/**
 * A UUID made from a text alone, so that what is told again has the name that it had (RFC 9562, version 8: of one’s own
 * making). It identifies, and proves nothing: a browser offers no better hash on a page loaded without encryption.
 */
export function uuidOf(text: string): string {
	const parts = ['a', 'b', 'c', 'd'].map((salt) => {
		const number = Math.floor(seeded(salt, text, salt)() * 2 ** 32);
		return number.toString(16).padStart(8, '0');
	});
	const hex = parts.join('');
	const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`8${hex.slice(13, 16)}`,
		`${variant}${hex.slice(17, 20)}`,
		hex.slice(20)
	].join('-');
}
