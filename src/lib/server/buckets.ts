/** How often something may happen at once, and how long it takes until it may once more, in milliseconds. */
export interface Limit {
	most: number;
	every: number;
}

/**
 * How many buckets of a sort are remembered, and how many are left once there are more. The fullest are forgotten first:
 * whoever floods the memory with single events does not make it forget who has caused many.
 */
const REMEMBERED = { most: 50_000, left: 40_000 };

/** Buckets of what may happen, one for each key, which fill again with time. */
export class Buckets {
	readonly #limit: Limit;
	/** When each bucket will be full again: milliseconds since 1970. */
	readonly #fullAt = new Map<string, number>();

	constructor(limit: Limit) {
		this.#limit = limit;
	}

	/** How long until it may happen again for a key, in milliseconds; 0: it may now. */
	waitFor(key: string, now: number): number {
		const fullAt = this.#fullAt.get(key) ?? now;
		return Math.max(0, fullAt - now - (this.#limit.most - 1) * this.#limit.every);
	}

	/** Counts that it happened. */
	count(key: string, now: number): void {
		this.#fullAt.set(key, Math.max(now, this.#fullAt.get(key) ?? now) + this.#limit.every);
		if (this.#fullAt.size > REMEMBERED.most) this.#forget(now);
	}

	/** Forgets many at once, so that hardly any event has to look for what to forget. */
	#forget(now: number): void {
		// A full bucket is like one that was never used.
		for (const [key, fullAt] of this.#fullAt) if (fullAt <= now) this.#fullAt.delete(key);
		const tooMany = this.#fullAt.size - REMEMBERED.left;
		if (tooMany <= 0) return;
		const fullestFirst = [...this.#fullAt].sort(([, one], [, other]) => one - other);
		for (const [key] of fullestFirst.slice(0, tooMany)) this.#fullAt.delete(key);
	}
}

/** One household or device has 2^64 addresses of IPv6, which count as one. */
export function networkOf(address: string): string {
	const [head = '', tail] = address.toLowerCase().split('::');
	// An address of IPv4 that is written as one of IPv6.
	if (!address.includes(':') || address.includes('.')) return address;
	const before = head.split(':').filter((group) => group !== '');
	const after = tail === undefined ? [] : tail.split(':').filter((group) => group !== '');
	const zeros = new Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
	const groups = tail === undefined ? before : [...before, ...zeros, ...after];
	return groups
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, ''))
		.join(':');
}
