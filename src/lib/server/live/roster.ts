import { createHash } from 'node:crypto';

import type { Pupil, Pupils } from '#lib/server/classes/classes.ts';

/** Who takes part in a class, or once did, as this process knows it. */
export class Roster {
	readonly #classId: string;
	readonly #kept: Pupils;
	#pupils = new Map<string, Pupil>();
	/** By what their names look like; made when it is first asked for. */
	#alike: Map<string, Pupil[]> | undefined;
	#mark: number | undefined;
	#numbers = 0;

	constructor(classId: string, kept: Pupils) {
		this.#classId = classId;
		this.#kept = kept;
	}

	/** By id, in the order in which they joined. */
	get all(): ReadonlyMap<string, Pupil> {
		return this.#pupils;
	}

	/** The ids of those who are neither held back nor removed. */
	get present(): string[] {
		return [...this.#pupils.values()].flatMap(({ id, standing }) => (standing === 'in' ? [id] : []));
	}

	/** A number that is another one wherever the list is another one, also at other processes; from 0 to 2^32. */
	get mark(): number {
		this.#mark ??= createHash('sha256')
			.update(JSON.stringify([...this.#pupils.values()]))
			.digest()
			.readUInt32BE();
		return this.#mark;
	}

	/** Those whose names look like a key, whatever more there is to their own. */
	alike(key: string): readonly Pupil[] {
		this.#alike ??= Map.groupBy(this.#pupils.values(), lookOf);
		return this.#alike.get(key) ?? [];
	}

	/** A number for somebody new, from 0: another one each time, and beyond those of all who are known to have joined. */
	takeNumber(): number {
		const number = Math.max(this.#numbers, this.#pupils.size);
		this.#numbers = number + 1;
		return number;
	}

	/** A pupil by their id, also one who has joined just now by another process; undefined where there is none. */
	async find(id: string): Promise<Pupil | undefined> {
		const known = this.#pupils.get(id);
		if (known) return known;
		const joined = await this.#kept.load(this.#classId, id);
		if (joined) this.put(joined);
		return joined;
	}

	/** Takes over what is known of a pupil. */
	put(pupil: Pupil): void {
		const isNew = !this.#pupils.has(pupil.id);
		this.#pupils.set(pupil.id, pupil);
		this.#mark = undefined;
		// Many join together.
		if (isNew && this.#alike) this.#alike.set(lookOf(pupil), [...this.alike(lookOf(pupil)), pupil]);
		else this.#alike = undefined;
	}

	/** Reads all of them again. */
	async read(): Promise<void> {
		const pupils = await this.#kept.list(this.#classId);
		this.#pupils = new Map(pupils.map((pupil) => [pupil.id, pupil]));
		this.#mark = undefined;
		this.#alike = undefined;
	}
}

/** What the name of a pupil looks like: of those that look alike, the later ones have more to their keys. */
function lookOf({ nameKey }: Pupil): string {
	return nameKey.split(' ')[0] ?? nameKey;
}
