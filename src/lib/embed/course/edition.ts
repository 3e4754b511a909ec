import type { Bank } from '#lib/bank/bank.ts';

/**
 * The name of some content: 16 hexadecimal digits that are equal for equal content wherever they are computed, also on a
 * page loaded without encryption, where a browser offers no hash of its own. It tells versions apart and proves nothing.
 *
 * Two hashes of 32 bits by FNV-1a (Fowler, Noll, Vo) over UTF-16 units, from two beginnings.
 */
export function editionOf(banks: readonly Bank[]): string {
	const text = JSON.stringify(banks);
	let [one, other] = [0x811c9dc5, 0x9dc5811c];
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		one = Math.imul(one ^ unit, 0x01000193);
		other = Math.imul(other ^ unit ^ (one >>> 16), 0x01000193);
	}
	return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
