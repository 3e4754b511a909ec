import type { Notice } from './bus.ts';
import { nameOf } from './word.ts';

type Heard = (notice: Notice) => void;

/** Those in this process who listen to a class. */
interface Audience {
	classId: string;
	/** Each in an object of its own, so that the same function may listen twice. */
	members: Set<{ heard: Heard }>;
}

/** Who in this process listens to which class. */
export class Listeners {
	#audiences = new Map<string, Audience>();
	#say: (words: string) => void;

	/** @param say receives what went wrong in a listener */
	constructor(say: (words: string) => void) {
		this.#say = say;
	}

	/** The names of all classes that are listened to. */
	get names(): string[] {
		return [...this.#audiences.keys()];
	}

	/**
	 * Adds a listener.
	 *
	 * @returns removes it, and says whether nobody listens to the class any more
	 */
	add(classId: string, heard: Heard): () => boolean {
		const name = nameOf(classId);
		const audience = this.#audiences.get(name) ?? { classId, members: new Set() };
		const member = { heard };
		this.#audiences.set(name, audience);
		audience.members.add(member);
		return () => {
			if (!audience.members.delete(member) || audience.members.size > 0) return false;
			this.#audiences.delete(name);
			return true;
		};
	}

	/** Calls all listeners of the class of that name. */
	tell(name: string, about: Notice['about']): void {
		const audience = this.#audiences.get(name);
		for (const member of [...(audience?.members ?? [])]) {
			// One of those before may have stopped it.
			if (audience?.members.has(member)) this.#call(member.heard, { classId: audience.classId, about });
		}
	}

	/** Calls all listeners about each thing that may have changed. */
	tellEverything(): void {
		for (const name of this.names) {
			this.tell(name, { type: 'log', upTo: Infinity });
			this.tell(name, { type: 'pupils' });
			this.tell(name, { type: 'answers' });
		}
	}

	#call(heard: Heard, notice: Notice): void {
		try {
			heard(notice);
		} catch (error) {
			this.#say(
				`Somebody who listens to classes failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
			);
		}
	}
}
