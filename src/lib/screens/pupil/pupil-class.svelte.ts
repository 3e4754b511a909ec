import type { ItemView } from '#lib/bank/item.ts';
import { classViewSchema, type ClassView } from '#lib/classroom/class-view.ts';
import { endFor } from '#lib/classroom/context.ts';
import { themselvesSchema, type Me, type Themselves } from '#lib/classroom/protocol.ts';
import { fromForm, loadedUnreadable } from '#lib/kinds/loaded.ts';
import type { Malformation } from '#lib/kinds/score.ts';
import { certainties } from '#lib/quiz/behaviour.ts';
import { parsed } from '#lib/quiz/parsed.ts';
import { askMe, sendAnswer } from '#lib/screens/class/calls.ts';
import { ClassLink, type LinkState } from '#lib/screens/class/link.ts';

import { forgetOldClasses, keepHere, keptHere, type Draft } from './kept-on-device.ts';
import { OwnAnswers } from './own-answers.svelte.ts';
import { Parts } from './parts.svelte.ts';

/** A question as it is asked now. */
export interface Asked {
	round: ClassView['rounds'][number];
	item: ItemView;
}

/** A class as the page of a pupil comes from the server. */
export interface PupilStart {
	/** The id of the class. */
	id: string;
	me: Me;
	/** Null while the course of the class is not served, and for somebody who is not in the class. */
	view: ClassView | null;
	/** Milliseconds since 1970 by the server’s clock. */
	now: number;
}

/** What the page of a pupil needs of its browser. */
export interface PupilHost {
	/** Opens a stream; undefined where the browser has none. */
	openStream: ((address: string) => EventSource) | undefined;
	/** Milliseconds since 1970; it need not be right, but runs evenly. */
	now: () => number;
	/** Where what was not sent yet outlasts the page; null where nothing does. */
	storage: Storage | null;
}

/** Why an answer was not sent: there is none, it cannot be read, or how sure the pupil is was not said. */
export type Unsendable = 'nothing' | 'uncertain' | Malformation;

/** How often somebody who is not in the class asks whether they are now, in milliseconds. */
const ASKS_EVERY = 3000;

/** How often the clock is looked at, in milliseconds. */
const TICK = 250;

/** How long after the end what was chosen may still be sent, in milliseconds: the server waits a little longer. */
const GRACE = 1500;

/** A class as the page of one of its pupils follows it. */
export class PupilClass {
	readonly classId: string;
	/** Of the class on the server. */
	readonly address: string;
	readonly answers: OwnAnswers;
	readonly #parts = new Parts();
	readonly #pupil: string;
	readonly #host: PupilHost;
	#link: ClassLink;
	#asking: ReturnType<typeof setTimeout> | undefined;
	#ticking: ReturnType<typeof setInterval> | undefined;
	#self: Themselves;
	#view = $state.raw<ClassView | null>(null);
	#now = $state.raw(0);
	#connection = $state.raw<LinkState>('opening');
	#refusal = $state.raw<string | null>(null);
	#isOutdated = $state.raw(false);
	#isLive = $state.raw(false);

	/** @param start what the server rendered the page with */
	constructor({ id, me, view, now }: PupilStart, host: PupilHost) {
		this.address = `/live/${id}`;
		this.classId = id;
		this.#pupil = me.id;
		this.#host = host;
		this.#self = $state.raw<Themselves>(me);
		this.#view = view;
		this.#now = now;
		this.#refusal = me.standing === 'in' ? null : me.standing;
		this.answers = new OwnAnswers(
			{
				send: (answer) => sendAnswer(this.address, answer),
				keep: (left) => keepHere(host.storage, id, { pupil: me.id, ...left, now: host.now() }),
				answeredElsewhere: () => void this.refresh()
			},
			me.answers
		);
		this.#link = this.#newLink({ now, view });
	}

	/** How the pupil is known in the class. */
	get self(): Themselves {
		return this.#self;
	}

	/** The newest view; null while the course of the class is not served. */
	get view(): ClassView | null {
		return this.#view;
	}

	get connection(): LinkState {
		return this.#connection;
	}

	/** Why the pupil is not in the class, in one word; null while they are. */
	get refusal(): string | null {
		return this.#refusal;
	}

	/** Whether the server sends what a page of this version does not understand. */
	get isOutdated(): boolean {
		return this.#isOutdated;
	}

	/** Whether the page listens, and sends by itself what its form would. */
	get isLive(): boolean {
		return this.#isLive;
	}

	/** Whether the code is there that shows what there is to show. */
	get isReady(): boolean {
		return !this.#view || this.#parts.has(this.#view);
	}

	/** The questions that are read, answered, discussed or revealed now. */
	get asked(): Asked[] {
		const { rounds = [], asked = [] } = this.#view ?? {};
		return rounds.flatMap((round, index) => {
			const item = asked[index];
			return item ? [{ round, item }] : [];
		});
	}

	/** How long the pupil still has in a round, in milliseconds, from 0; Infinity where it is open until it is closed. */
	left(round: Asked['round']): number {
		const end = endFor(round, this.#self.times);
		// News is some moments old when it comes.
		return Math.min(Math.max(0, end - this.#now), end - round.opensAt);
	}

	/** In how many milliseconds answers to a round are taken, from 0. */
	opensIn({ opensAt }: Asked['round']): number {
		return Math.max(0, opensAt - this.#now);
	}

	/** Whether this pupil may answer a round now. */
	isOpen(round: Asked['round']): boolean {
		return this.#view?.phase === 'asking' && this.left(round) > 0;
	}

	/** Whether what is in the inputs of a round can no longer be changed. */
	isLocked(round: Asked['round']): boolean {
		if (!this.isOpen(round)) return true;
		const sent = this.answers.delivery(round.number);
		return this.#view?.rules.mayChange === false && (sent?.is === 'sending' || sent?.is === 'kept');
	}

	/** Changes what is in the inputs of a round. */
	choose({ round }: Asked, change: Partial<Draft>): void {
		if (!this.isLocked(round)) this.answers.choose(round.number, change);
	}

	/** Takes over what was chosen in the form of the page before its script was there. */
	takeOver(form: FormData): void {
		const asked = this.asked.find(({ round }) => round.number === Number(form.get('round')));
		const response = asked && fromForm(asked.item.kind, form);
		if (!asked || response === null) return;
		const certainty = certainties.find((one) => String(one) === form.get('certainty')) ?? null;
		this.choose(asked, { response, certainty });
	}

	/** Sends what is in the inputs of a round; or says why it cannot be sent. */
	send({ round, item }: Asked): Unsendable | null {
		const { rules } = this.#view ?? {};
		if (!rules || this.isLocked(round)) return null;
		const { response, certainty } = this.answers.given(round.number);
		if (!this.answers.isWhole(round.number)) return 'nothing';
		const malformation = loadedUnreadable(item, response);
		if (malformation) return malformation;
		if (rules.certainty && certainty === null) return 'uncertain';
		this.answers.send(round.number, rules.certainty);
		return null;
	}

	/**
	 * Begins to listen, and goes on with what a page before this one has left.
	 *
	 * @returns stops it
	 */
	open(): () => void {
		forgetOldClasses(this.#host.storage, this.#host.now());
		this.answers.open(keptHere(this.#host.storage, this.classId, this.#pupil));
		this.#isLive = true;
		void this.#parts.loadAhead();
		if (this.#refusal === null) this.#link.open();
		else this.#askSoon();
		this.#ticking = setInterval(() => this.#tick(), TICK);
		return () => {
			this.#link.close();
			this.answers.stop();
			this.#parts.stop();
			clearTimeout(this.#asking);
			clearInterval(this.#ticking);
		};
	}

	/**
	 * The page is seen again, or the device is back on the network.
	 *
	 * @param isStale whether it was away for long
	 */
	wake(isStale = false): void {
		this.#link.wake(isStale);
		this.answers.wake();
		void this.refresh();
	}

	/** The device says that it is off the network. */
	lose(): void {
		this.#link.lose();
	}

	/** Asks who the pupil is by now, and what the server has of them. */
	async refresh(): Promise<void> {
		clearTimeout(this.#asking);
		try {
			const told = await askMe(this.address);
			if ('refused' in told) return this.#refuse(told.refused);
			this.answers.know(told.answers);
			this.#be(told);
		} catch {
			// The link says that nobody answers.
		}
		if (this.#refusal === 'held' || this.#refusal === 'removed') this.#askSoon();
	}

	#askSoon(): void {
		clearTimeout(this.#asking);
		this.#asking = setTimeout(() => void this.refresh(), ASKS_EVERY);
	}

	#be(self: Themselves): void {
		this.#self = self;
		if (self.standing !== 'in') return this.#refuse(self.standing);
		if (this.#refusal === null) return;
		this.#refusal = null;
		this.#link.close();
		this.#link = this.#newLink({ now: this.#link.now(), view: null });
		this.#link.open();
		this.#follow();
	}

	#refuse(why: string): void {
		this.#refusal = why;
		if (why === 'held' || why === 'removed') this.#askSoon();
	}

	#newLink(known: { now: number; view: ClassView | null }): ClassLink {
		return new ClassLink(this.address, 'pupil', {
			fetch: (...asked) => fetch(...asked),
			openStream: this.#host.openStream,
			now: this.#host.now,
			read: (sent) => {
				const view = parsed(classViewSchema, sent);
				// Without its course, a class has no view for now.
				this.#isOutdated = !view && sent !== null;
				if (sent === null) this.#view = null;
				return view;
			},
			changed: () => this.#follow(),
			self: (sent) => {
				const self = parsed(themselvesSchema, sent);
				if (self) this.#be(self);
			},
			known
		});
	}

	#follow(): void {
		const isBack = this.#link.state === 'open' && this.#connection !== 'open';
		this.#connection = this.#link.state;
		if (isBack) this.answers.wake();
		if (this.#link.refusal !== null) this.#refuse(this.#link.refusal);
		if (this.#link.view) this.#view = this.#link.view;
		if (this.#view && !this.#parts.has(this.#view)) void this.#parts.load(this.#view);
		this.#tick();
	}

	/** Looks at the clock. What is chosen when time is up is sent by itself. */
	#tick(): void {
		const now = this.#link.now();
		for (const { round, item } of this.asked) {
			const end = endFor(round, this.#self.times);
			if (this.#view?.phase !== 'asking' || now < end || now > end + GRACE) continue;
			if (!this.answers.isUnsent(round.number)) continue;
			if (loadedUnreadable(item, this.answers.given(round.number).response)) continue;
			if (!this.#view.rules.mayChange && this.answers.latest(round.number)) continue;
			this.answers.send(round.number, this.#view.rules.certainty);
		}
		this.#now = now;
	}
}
