/** How many wrong passwords one address may give for one exam at once: a class that shares a connection mistypes too. */
export const MOST_WRONG = 20;

/** How long it takes until one more may be wrong, in milliseconds: less than 6,000 a day. */
export const WRONG_EVERY = 15_000;

/**
 * How many buckets are remembered. The fullest are forgotten first: whoever floods the memory with single mistakes does not
 * make it forget an address that has made many.
 */
const MOST_REMEMBERED = 10_000;

/**
 * Limits how fast passwords can be tried: a bucket of permitted mistakes for each exam and address, which fills again
 * with time. A right password takes nothing from it, but is not looked at either while the bucket is empty: otherwise
 * guessing would go on.
 */
export class WrongPasswords {
	/** When each bucket will be full again: milliseconds since 1970. */
	readonly #fullAt = new Map<string, number>();

	/** How long an address has to wait before the next try for an exam, in milliseconds; 0: it need not. */
	waitFor(exam: string, address: string, now: number): number {
		const fullAt = this.#fullAt.get(keyOf(exam, address)) ?? now;
		return Math.max(0, fullAt - now - (MOST_WRONG - 1) * WRONG_EVERY);
	}

	/** Counts a wrong password. */
	count(exam: string, address: string, now: number): void {
		const key = keyOf(exam, address);
		this.#fullAt.set(key, Math.max(now, this.#fullAt.get(key) ?? now) + WRONG_EVERY);
		if (this.#fullAt.size <= MOST_REMEMBERED) return;
		const [fullest] = [...this.#fullAt].reduce((least, each) => (each[1] < least[1] ? each : least));
		this.#fullAt.delete(fullest);
	}
}

/** One household or device has 2^64 addresses of IPv6, which count as one. */
function keyOf(exam: string, address: string): string {
	const [head = '', tail] = address.toLowerCase().split('::');
	// An address of IPv4 that is written as one of IPv6.
	if (!address.includes(':') || address.includes('.')) return `${exam} ${address}`;
	const before = head.split(':').filter((group) => group !== '');
	const after = tail === undefined ? [] : tail.split(':').filter((group) => group !== '');
	const zeros = new Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
	const groups = tail === undefined ? before : [...before, ...zeros, ...after];
	return `${exam} ${groups
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, ''))
		.join(':')}`;
}
