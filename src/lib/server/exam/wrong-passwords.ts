import { Buckets, networkOf, type Limit } from '#lib/server/buckets.ts';

/** A device is held by somebody who mistypes a few times: 20 at once, then 4 a minute. */
export const BY_DEVICE: Limit = { most: 20, every: 15_000 };

/**
 * All devices of an address together, among them those that nobody has seen before: 2,000 at once, then 200 a minute. A
 * whole school shares one address, and a thousand pupils who begin together mistype often. Who throws away what tells
 * their device from others gets no more than this: in an hour not one in ten thousand of all words of six letters.
 */
export const BY_ADDRESS: Limit = { most: 2000, every: 300 };

/** Whose password was wrong. */
export interface Guesser {
	/** The exam's id. */
	exam: string;
	/** Where the request came from; empty where that is not known. */
	address: string;
	/** What this server called the device at an earlier mistake; null for one that it does not know. */
	device: string | null;
}

/**
 * Limits how fast passwords can be tried: a bucket of permitted mistakes for each device and one for each address, at each
 * exam, which fill again with time. A right password takes nothing from them, but is not looked at either while one of
 * its own is empty: otherwise guessing would go on. One device's mistakes leave the others of its school alone.
 */
export class WrongPasswords {
	readonly #devices: Buckets;
	readonly #addresses: Buckets;

	/** @param limits of a device and of an address */
	constructor({ device, address } = { device: BY_DEVICE, address: BY_ADDRESS }) {
		this.#devices = new Buckets(device);
		this.#addresses = new Buckets(address);
	}

	/** How long somebody has to wait before their next try, in milliseconds; 0: they need not. */
	waitFor({ exam, address, device }: Guesser, now: number): number {
		const byAddress = this.#addresses.waitFor(`${exam} ${networkOf(address)}`, now);
		return device === null ? byAddress : Math.max(byAddress, this.#devices.waitFor(`${exam} ${device}`, now));
	}

	/** Counts a wrong password. */
	count({ exam, address, device }: Guesser, now: number): void {
		this.#addresses.count(`${exam} ${networkOf(address)}`, now);
		if (device !== null) this.#devices.count(`${exam} ${device}`, now);
	}
}
