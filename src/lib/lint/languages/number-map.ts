/**
 * Numbers as words.
 *
 * @param ones the words from 0 on
 * @param tens the words for 20, 30 and so on
 */
export function numberMap(ones: string, tens: string): Map<string, number> {
	return new Map([
		...ones.split(' ').map((word, index) => [word, index] as const),
		...tens.split(' ').map((word, index) => [word, (index + 2) * 10] as const)
	]);
}
