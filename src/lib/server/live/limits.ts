import { Buckets, networkOf, type Limit } from '#lib/server/buckets.ts';

/** A whole school shares an address, and 2,000 of its pupils may mistype their code in the same minute. */
export const CODES: Limit = { most: 2000, every: 30 };

/** Every teacher of many schools behind one address begins a lesson at the same time; then 120 a minute. */
export const CREATIONS: Limit = { most: 300, every: 500 };

/** What one pupil does with one or more devices: changing one’s mind thirty times at once, then five times a second. */
const BY_PUPIL: Limit = { most: 30, every: 200 };

/** What the devices of one pupil ask for: loading pages again as fast as fingers can. */
const ASKED_BY_PUPIL: Limit = { most: 60, every: 100 };

/** What the devices of one host do: a key held down, and not more. */
const BY_HOST: Limit = { most: 60, every: 50 };

/** What may be done how often. Each says itself what it counts, and by whom. */
export class LiveLimits {
	readonly #codes = new Buckets(CODES);
	readonly #creations = new Buckets(CREATIONS);
	readonly #joins: Buckets;
	readonly #pupils = { answer: new Buckets(BY_PUPIL), ask: new Buckets(ASKED_BY_PUPIL) };
	readonly #hosts = new Buckets(BY_HOST);

	/** @param mostPupils how many pupils a class may have: all of them may join from one address, and twice */
	constructor(mostPupils: number) {
		this.#joins = new Buckets({ most: 2 * mostPupils + 100, every: 10 });
	}

	/** Whether an address may look up a code now; counts it. */
	mayLookUp(address: string, now: number): boolean {
		return taken(this.#codes, networkOf(address), now);
	}

	/** Whether an address may make a class now; counts it. */
	mayCreate(address: string, now: number): boolean {
		return taken(this.#creations, networkOf(address), now);
	}

	/** Whether somebody new may join a class from an address now; counts it. Coming back is not limited. */
	mayJoin(classId: string, address: string, now: number): boolean {
		return taken(this.#joins, `${classId} ${networkOf(address)}`, now);
	}

	/** Whether a pupil may do something of a sort now; counts it. */
	mayAct(classId: string, pupil: string, sort: 'answer' | 'ask', now: number): boolean {
		return taken(this.#pupils[sort], `${classId} ${pupil}`, now);
	}

	/** Whether the host of a class may do something now; counts it. */
	mayLead(classId: string, now: number): boolean {
		return taken(this.#hosts, classId, now);
	}
}

/** Takes one from a bucket, if there is one. */
function taken(buckets: Buckets, key: string, now: number): boolean {
	if (buckets.waitFor(key, now) > 0) return false;
	buckets.count(key, now);
	return true;
}
