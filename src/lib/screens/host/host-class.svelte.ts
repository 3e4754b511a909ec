import { classViewSchema, type ClassView } from '#lib/classroom/class-view.ts';
import {
	itemTallySchema,
	peopleSchema,
	standingsSchema,
	type ItemTally,
	type Person,
	type Standings
} from '#lib/classroom/host-protocol.ts';
import type { Pupil } from '#lib/classroom/pupil.ts';
import type { Room } from '#lib/classroom/room.ts';
import { parsed } from '#lib/quiz/parsed.ts';
import { isMapping } from '#lib/text/mapping.ts';

import { ClassLink, type LinkHost, type LinkState } from '../class/link.ts';
import type { HostEvent } from './commands.ts';
import { KeptFresh } from './kept-fresh.ts';

/** What a host changes of a pupil. */
export type PupilChange = Partial<Pick<Pupil, 'name' | 'team' | 'standing'>>;

/** What a page of a host needs of its browser. */
export type HostOfClass = Pick<LinkHost, 'fetch' | 'openStream' | 'now'>;

/** How long the server may take to answer before it is taken not to, in milliseconds. */
const PATIENCE = 15_000;

/** A class as its host has it: what the server tells, and what the host says. All of it comes from the server anew. */
export class HostClass {
	readonly #address: string;
	readonly #host: HostOfClass;
	readonly #link: ClassLink;
	readonly #people: KeptFresh<Person[]>;
	readonly #tally: KeptFresh<ItemTally>;
	readonly #standings: KeptFresh<Standings>;
	/** The version of the class after what was said last. */
	#awaited = 0;
	#sending = $state(0);
	#areAnswersSeen = false;

	state = $state.raw<LinkState>('opening');
	/** Why the server lets this page in no more, in one word. */
	refusal = $state.raw<string | null>(null);
	view = $state.raw<ClassView | null>(null);
	room = $state.raw<Room | null>(null);
	people = $state.raw<readonly Person[]>([]);
	/** What the class thought of the item that is revealed; null until it has come. */
	tally = $state.raw<ItemTally | null>(null);
	standings = $state.raw<Standings | null>(null);
	/** Why the last thing that was said did not happen, in one word; `unsent` where nobody answered. */
	trouble = $state.raw<string | null>(null);

	/** @param address of the class on the server, without a slash at its end */
	constructor(address: string, host: HostOfClass) {
		this.#address = address;
		this.#host = host;
		this.#link = new ClassLink(address, 'wall', {
			...host,
			read: (sent) => parsed(classViewSchema, sent),
			changed: () => this.#take()
		});
		this.#people = new KeptFresh(
			async () => parsed(peopleSchema, await this.#get('people'))?.pupils,
			(people) => {
				this.people = people;
			}
		);
		this.#tally = new KeptFresh(
			async () => parsed(itemTallySchema, await this.#get('tally')),
			(tally) => {
				this.tally = tally;
			}
		);
		this.#standings = new KeptFresh(
			async () => parsed(standingsSchema, await this.#get('standings')),
			(told) => {
				this.standings = told;
			}
		);
	}

	/** Whether something was said that is not seen yet: until then, saying it again could say it twice. */
	get isBusy(): boolean {
		return this.#sending > 0 || (this.view !== null && this.view.version < this.#awaited);
	}

	/** The time by the server’s clock: milliseconds since 1970. */
	now(): number {
		return this.#link.now();
	}

	open(): void {
		this.#link.open();
	}

	close(): void {
		this.#link.close();
		for (const each of [this.#people, this.#tally, this.#standings]) each.stop();
	}

	/**
	 * The page is seen again, or its device is back on the network.
	 *
	 * @param isStale whether it was away for long
	 */
	wake(isStale = false): void {
		this.#link.wake(isStale);
	}

	/** The device is off the network. */
	lose(): void {
		this.#link.lose();
	}

	/** Says what is to happen, unless the last thing that was said has not been seen yet. */
	async say(event: HostEvent): Promise<void> {
		if (this.isBusy) return;
		this.#sending++;
		try {
			const told = await this.#post('event', event);
			if (isMapping(told) && typeof told['version'] === 'number') {
				this.#awaited = told['version'];
				this.trouble = null;
			} else this.trouble = refusalIn(told);
		} finally {
			this.#sending--;
		}
	}

	/**
	 * Changes something of a pupil.
	 *
	 * @returns why not, in one word; null where it is done
	 */
	async change(pupil: string, change: PupilChange): Promise<string | null> {
		const told = await this.#post('people', { pupil, change });
		const changed = isMapping(told) && isMapping(told['pupil']) ? told['pupil'] : undefined;
		if (!changed) return refusalIn(told);
		// The list comes anew in a moment; meanwhile the host sees what they did.
		this.people = this.people.map((each) => (each.id === pupil ? { ...each, ...change } : each));
		return null;
	}

	/** Whether somebody looks at who has answered: only then the list is asked for again as answers come. */
	watch(areSeen: boolean): void {
		this.#areAnswersSeen = areSeen;
		this.#wantPeople();
	}

	/** How long the server takes to answer, in milliseconds; null where it does not. */
	async answersWithin(): Promise<number | null> {
		const before = performance.now();
		return (await this.#get('people')) === undefined ? null : performance.now() - before;
	}

	/** Takes over what the link knows, and asks for what goes with it. */
	#take(): void {
		const { state, refusal, view, room } = this.#link;
		const isOther = view !== null && view.version !== this.view?.version;
		Object.assign(this, { state, refusal, view, room });
		if (!view) return;
		this.#wantPeople();
		const version = String(view.version);
		// What was thought of another item must not stand below this one, not even for a moment.
		if (isOther && view.phase !== 'paused') this.tally = null;
		this.#tally.want(view.phase === 'revealed' ? version : undefined);
		const isStanding = view.phase === 'standings' || (view.phase === 'ended' && view.rules.standings);
		this.#standings.want(isStanding ? version : undefined);
	}

	#wantPeople(): void {
		if (!this.room) return;
		const answered = this.#areAnswersSeen ? JSON.stringify(this.room.answered) : '';
		this.#people.want(`${this.room.people} ${answered}`);
	}

	/** What the server tells when it is asked; undefined where it does not. */
	async #get(what: string): Promise<unknown> {
		const answer = await this.#ask(what);
		return answer?.ok ? answer.told : undefined;
	}

	/** What the server says to it; undefined where it does not answer. */
	async #post(what: string, body: unknown): Promise<unknown> {
		const headers = { 'Content-Type': 'application/json' };
		const answer = await this.#ask(what, { method: 'POST', headers, body: JSON.stringify(body) });
		return answer?.told;
	}

	/** What the server answers; undefined where it does not in time, as where the network has gone without a word. */
	async #ask(what: string, how?: RequestInit): Promise<{ ok: boolean; told: unknown } | undefined> {
		const stop = new AbortController();
		const timer = setTimeout(() => stop.abort(), PATIENCE);
		try {
			const answer = await this.#host.fetch(`${this.#address}/${what}`, { ...how, signal: stop.signal });
			return { ok: answer.ok, told: await answer.json() };
		} catch {
			return undefined;
		} finally {
			clearTimeout(timer);
		}
	}
}

function refusalIn(told: unknown): string {
	return isMapping(told) && typeof told['refused'] === 'string' ? told['refused'] : 'unsent';
}
