import { randomBytes } from 'node:crypto';

import type { Bank } from '#lib/bank/bank.ts';
import { isDeeper } from '#lib/kinds/given.ts';
import type { KeptAnswer } from '#lib/quiz/event.ts';
import { timeAllowed, type Form } from '#lib/quiz/form.ts';

import { StoreUnavailable } from '../database/faults.ts';
import type { Sitting, Sittings } from '../sittings/sittings.ts';
import { barredFrom, type Barred, type Knock } from './entry.ts';
import { gradeAnswers, isUnfit } from './grade.ts';
import { WrongPasswords } from './wrong-passwords.ts';

/** How long after the end answers given before it are still accepted, for slow networks; in milliseconds. */
export const GRACE = 30_000;

/**
 * How long before the end, in milliseconds, handing in counts as the end itself: no two clocks agree
 * entirely.
 */
const NEARLY = 2_000;

/** The largest response, in UTF-16 units of JSON; no kind has one half as long. */
const LARGEST_RESPONSE = 8_000;

/** How deep a response may be nested; no kind has one half as deep. */
const DEEPEST_RESPONSE = 5;

/** A sitting with its answers so far, or its grades. */
export interface Seen {
	sitting: Sitting;
	answers: KeptAnswer[];
}

/**
 * Why nothing was done. There is no such sitting, or no longer; or the request does not match it: it is of
 * another primer, it does not have an item that was answered, or no page sends such an answer.
 */
export type Denied = 'unknown' | 'altered';

/** The result of sending answers. */
export interface Taken extends Seen {
	/** Items that have changed since they were shown, so that the answer no longer fits and was not kept. */
	unfit: string[];
}

/** A sitting: its id, or what was just read of it. */
type Asked = string | Seen;

/** What exams need from the server. */
interface Surroundings {
	sittings: Sittings;
	/** Milliseconds since 1970. */
	now: () => number;
	/** A course in all its languages; if left out, each course has one. */
	editionsOf?: (bank: Bank) => readonly Bank[];
	/** The wrong passwords so far; if left out, none. */
	wrong?: WrongPasswords;
}

/**
 * Exams, one sitting each: begun once, answered while time lasts, closed once. Everything goes through here,
 * with or without scripts, whether a learner acts or time runs out.
 *
 * Each method may throw `StoreUnavailable`; the call may then be repeated.
 */
export class Exams {
	readonly #sittings: Sittings;
	readonly #now: () => number;
	readonly #editionsOf: (bank: Bank) => readonly Bank[];
	readonly #wrong: WrongPasswords;
	/**
	 * Sittings whose time is over but which could not be closed: the primer that they wait for, or null for
	 * another reason.
	 */
	#waiting: ReadonlyMap<string, string | null> = new Map();

	constructor({ sittings, now, editionsOf = () => [], wrong = new WrongPasswords() }: Surroundings) {
		this.#sittings = sittings;
		this.#now = now;
		this.#editionsOf = editionsOf;
		this.#wrong = wrong;
	}

	/** The same exams for one request, graded by the courses as they were when it came. */
	gradedBy(editionsOf: (bank: Bank) => readonly Bank[]): Exams {
		return new Exams({ sittings: this.#sittings, now: this.#now, editionsOf, wrong: this.#wrong });
	}

	/** The moment by this server’s clock: milliseconds since 1970. */
	get now(): number {
		return this.#now();
	}

	/** Hands out an exam that nobody has set terms for: from now on its time runs. */
	async begin(form: Form): Promise<Sitting> {
		return this.#begin(form, this.#now(), Infinity);
	}

	/**
	 * Hands out an exam that a teacher has set, if its terms allow it now. Its time ends at the latest when it closes.
	 *
	 * @returns the sitting; or why nothing was begun
	 */
	async enter(form: Form, knock: Knock): Promise<Sitting | Barred> {
		const now = this.#now();
		const barred = barredFrom(knock, now, this.#wrong);
		return barred ?? this.#begin(form, now, knock.terms.closesAt ?? Infinity);
	}

	/** The one place where a sitting begins. */
	async #begin(asked: Form, startedAt: number, closesAt: number): Promise<Sitting> {
		const isCut = startedAt + timeAllowed(asked) > closesAt;
		// The page of the exam counts down what its form allows.
		const minutes = isCut ? (closesAt - startedAt) / 60_000 / asked.extraTime : asked.minutes;
		const form = { ...asked, minutes };
		const sitting = {
			id: randomBytes(16).toString('base64url'),
			form,
			startedAt,
			endsAt: startedAt + timeAllowed(form)
		};
		await this.#sittings.begin(sitting);
		return { ...sitting, closed: null };
	}

	/** Keeps an exam that was started before the server had a place for it; a kept one stays as it is. */
	async adopt({ id, form, startedAt, endsAt }: Omit<Sitting, 'closed'>): Promise<void> {
		await this.#sittings.begin({ id, form, startedAt, endsAt });
	}

	/**
	 * The current state of a sitting. If its time is over, it is closed first, with the answers so far.
	 *
	 * @param bank of the form’s primer, in any language
	 */
	async look(id: string, bank: Bank): Promise<Seen | Denied> {
		const sitting = await this.#sittings.load(id);
		if (!sitting) return 'unknown';
		if (sitting.form.primer !== bank.primer.id) return 'altered';
		if (!sitting.closed && this.#now() > sitting.endsAt + GRACE) return this.#close(sitting, bank);
		return { sitting, answers: await this.#sittings.answers(id) };
	}

	/**
	 * Keeps answers to an open sitting. Answers given after the end are left out, and so is everything once
	 * the sitting is closed: the result says what counts.
	 *
	 * @param asked the sitting by its id, or as it was just read, which saves reading it again
	 */
	async take(asked: Asked, bank: Bank, answers: readonly KeptAnswer[]): Promise<Taken | Denied> {
		const before = await this.#seen(asked, bank);
		if (typeof before === 'string') return before;
		const { sitting } = before;
		const kept = await this.#keep(before, bank, answers);
		if (typeof kept === 'string') return kept;
		const { became, unfit } = kept;
		if (became === 'as-before') return { ...before, unfit };
		if (became === 'kept') return { sitting, answers: await this.#sittings.answers(sitting.id), unfit };
		const after = await this.look(sitting.id, bank);
		return typeof after === 'string' ? after : { ...after, unfit };
	}

	/** Takes the last answers and closes the sitting; a closed one stays as it is. */
	async handIn(asked: Asked, bank: Bank, answers: readonly KeptAnswer[]): Promise<Taken | Denied> {
		const before = await this.#seen(asked, bank);
		if (typeof before === 'string') return before;
		const kept = await this.#keep(before, bank, answers);
		if (typeof kept === 'string') return kept;
		const { unfit } = kept;
		if (before.sitting.closed) return { ...before, unfit };
		const after = await this.#close(before.sitting, bank);
		return after.sitting.closed ? { ...after, unfit } : 'unknown';
	}

	async #seen(asked: Asked, bank: Bank): Promise<Seen | Denied> {
		return typeof asked === 'string' ? this.look(asked, bank) : asked;
	}

	/** Keeps answers to a sitting as far as they count; the caller reads the result. */
	async #keep(
		before: Seen,
		bank: Bank,
		answers: readonly KeptAnswer[]
	): Promise<Denied | { became: 'as-before' | 'kept' | 'closed' | 'unknown'; unfit: string[] }> {
		const { sitting } = before;
		if (answers.some((answer) => !isOfForm(sitting.form, answer))) return 'altered';
		const unfit = answers.filter((answer) => isUnfit(bank, answer)).map(({ item }) => item);
		const timely = answers.filter(({ item, at }) => at <= sitting.endsAt && !unfit.includes(item));
		if (timely.length === 0 || sitting.closed) return { became: 'as-before', unfit };
		// This server’s clock may have been set back since: a later answer must not look older.
		const latest = Math.max(this.#now(), ...before.answers.map(({ at }) => at));
		const within = ({ at }: KeptAnswer) => Math.min(Math.max(at, sitting.startedAt), latest);
		const kept = timely.map((answer) => ({ ...answer, at: Math.round(within(answer)) }));
		return { became: await this.#sittings.keep(sitting.id, kept, sitting.endsAt + GRACE), unfit };
	}

	/**
	 * Closes sittings whose time is over, whether or not anybody is there. One that cannot be closed, because
	 * its course is missing or it cannot be read, does not hold up others.
	 *
	 * @param bankOf the bank of a primer; if there is none for now, its sittings wait
	 * @param most the most to close
	 * @param say called once for each that cannot be closed for another reason
	 * @returns how many it closed
	 */
	async closeEnded(
		bankOf: (primer: string) => Bank | undefined,
		most: number,
		say: (words: string) => void = () => undefined
	): Promise<number> {
		const before = this.#now() - GRACE;
		const waiting = new Map<string, string | null>();
		let closed = 0;
		let ids: string[];
		do {
			// Those that wait stay at the front.
			ids = await this.#sittings.ended(before, most, waiting.size);
			for (const id of ids) {
				if (closed === most) break;
				const became = await this.#closeOver(id, bankOf, say);
				if (became === 'closed') closed++;
				else if (became !== 'gone') waiting.set(id, became.awaits);
			}
		} while (ids.length === most && closed < most);
		this.#waiting = waiting;
		return closed;
	}

	async #closeOver(
		id: string,
		bankOf: (primer: string) => Bank | undefined,
		say: (words: string) => void
	): Promise<'closed' | 'gone' | { awaits: string | null }> {
		const awaits = this.#waiting.get(id) ?? null;
		if (awaits !== null && !bankOf(awaits)) return { awaits };
		try {
			const sitting = await this.#sittings.load(id);
			if (!sitting || sitting.closed) return 'gone';
			const bank = bankOf(sitting.form.primer);
			if (!bank) return { awaits: sitting.form.primer };
			await this.#close(sitting, bank);
			return 'closed';
		} catch (error) {
			if (error instanceof StoreUnavailable) throw error;
			if (!this.#waiting.has(id))
				say(`The sitting ${id} is over and cannot be closed. It stays as it is: ${String(error)}`);
			return { awaits: null };
		}
	}

	async #close(sitting: Sitting, bank: Bank): Promise<Seen> {
		const editions = this.#editionsOf(bank);
		const at = Math.min(this.#now(), sitting.endsAt);
		const by = this.#now() >= sitting.endsAt - NEARLY ? 'time' : 'learner';
		const closed = await this.#sittings.close(sitting.id, (answers) => ({
			at,
			by,
			...gradeAnswers(bank, sitting.form, answers, editions)
		}));
		return {
			sitting: { ...sitting, closed: closed ?? null },
			answers: await this.#sittings.answers(sitting.id)
		};
	}
}

function isOfForm(form: Form, { item, response }: KeptAnswer): boolean {
	// Deep nesting would overflow the stack when written.
	if (!form.items.includes(item) || isDeeper(response, DEEPEST_RESPONSE)) return false;
	return JSON.stringify(response).length <= LARGEST_RESPONSE;
}
