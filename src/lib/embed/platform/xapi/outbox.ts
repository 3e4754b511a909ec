import type { Statement } from '#lib/interop/xapi/statement.ts';

import { patience } from '../keeping.ts';
import type { Keeping } from '../platform.ts';
import type { RecordStore, Sent } from './record-store.ts';

/** The state of an activity, to be kept in place of the one before. */
interface Document {
	id: string;
	value: unknown;
}

/** A statement on its way. */
interface Told {
	statement: Statement;
	/** Called once the store has it. */
	confirmed?: () => void;
	/** Whether an earlier launch may have told it in the terms of its own session: then the store objects to all with it. */
	again?: boolean;
}

/** How many bytes a page that is going sends at most: browsers let 64 KiB outlast it, of all requests together. */
const ROOM = 60_000;

/**
 * Statements and state on their way to a store: one request at a time, in their order, again and again until the store has
 * them. A statement keeps its id and its time, so that the store takes it once however often it arrives.
 */
export class Outbox {
	readonly #store: RecordStore;
	readonly #became: (keeping: Keeping) => void;
	#statements: Told[] = [];
	#document: Document | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#failures = 0;
	#isSending = false;
	#isClosed = false;
	/** Whether the store did not want a statement, which is lost to it. */
	#hasLost = false;
	/** Whether the store did not want the last state. */
	#isFull = false;

	/**
	 * @param became is told after each request: `waiting` if it will be made again, `untold` if a statement was refused, `full`
	 * if the state was, `sending` if there is more to send
	 */
	constructor(store: RecordStore, became: (keeping: Keeping) => void) {
		this.#store = store;
		this.#became = became;
	}

	/** Sends a statement after those before it. */
	add(told: Told): void {
		if (this.#isClosed) return;
		this.#statements.push(told);
		this.#soon(0);
	}

	/** Keeps the state. @param within how long it may wait for another one, in milliseconds */
	put(document: Document, within: number): void {
		if (this.#isClosed) return;
		this.#document = document;
		this.#soon(within);
	}

	/** Sends all that is left, with a last statement, while the page is going; nothing after it. */
	close(last: Statement): void {
		if (this.#isClosed) return;
		this.#isClosed = true;
		clearTimeout(this.#timer);
		// From the state, the next launch tells what does not arrive now; what arrives twice does no harm.
		const document = this.#document;
		const isAll = !document && this.#statements.length === 0;
		const sending: Promise<Sent>[] = [];
		let room = ROOM;
		if (document) {
			const size = sizeOf(document.value);
			sending.push(this.#store.setState(document.id, document.value, size <= room));
			if (size <= room) room -= size;
		}
		for (const { statements, outlasts } of batched([...this.#statements, { statement: last }], room))
			sending.push(this.#store.send(statements, outlasts));
		if (isAll) {
			// A statement that was refused is told again, of what is kept.
			if (!this.#isFull) this.#became('kept');
			return;
		}
		void Promise.all(sending).then((sent) => {
			// Of a state there is no second try now: whoever refuses it does not have it.
			const isStateThere = document ? sent[0] === 'done' : !this.#isFull;
			if (isStateThere && !sent.includes('failed')) this.#became('kept');
		});
	}

	#soon(within: number): void {
		if (this.#failures > 0 || this.#isSending) return;
		if (within > 0 && this.#timer !== undefined) return;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#run(), within);
	}

	async #run(): Promise<void> {
		this.#timer = undefined;
		this.#isSending = true;
		const areSent = await this.#sendStatements();
		const isDone = (await this.#sendDocument()) && areSent;
		this.#isSending = false;
		if (this.#isClosed) return;
		this.#failures = isDone ? 0 : this.#failures + 1;
		const isMore = this.#statements.length > 0 || this.#document !== undefined;
		if (!isDone) this.#became('waiting');
		else this.#became(this.#hasLost ? 'untold' : this.#isFull ? 'full' : isMore ? 'sending' : 'kept');
		if (!isDone) this.#timer = setTimeout(() => void this.#run(), patience(this.#failures));
		else if (isMore) this.#soon(0);
	}

	/** @returns false if they have to be sent again */
	async #sendStatements(): Promise<boolean> {
		const all = [...this.#statements];
		if (all.length === 0) return true;
		const statements = all.map(({ statement }) => statement);
		const sent = await this.#store.send(statements, false);
		if (sent === 'failed') return false;
		if (sent === 'done') {
			for (const one of all) this.#settle(one, true);
			return true;
		}
		// A store takes all or none: which of them it has already, or does not want, is found one by one.
		for (const one of all) {
			const sentAlone = all.length === 1 ? sent : await this.#store.send([one.statement], false);
			if (sentAlone === 'failed') return false;
			// Some platforms refuse what they have already, because it may be said only once.
			const hasIt = sentAlone !== 'refused' || (await this.#store.has(one.statement.id));
			this.#settle(one, hasIt);
		}
		return true;
	}

	#settle(told: Told, hasIt: boolean): void {
		this.#statements = this.#statements.filter((other) => other !== told);
		if (hasIt) {
			told.confirmed?.();
		} else {
			this.#hasLost = true;
			console.warn('The store of statements refused one.', told.statement);
		}
	}

	/** @returns false if it has to be sent again */
	async #sendDocument(): Promise<boolean> {
		// After it is closed, the last one is on its way, and an older one may not follow.
		const document = this.#isClosed ? undefined : this.#document;
		if (!document) return true;
		const sent = await this.#store.setState(document.id, document.value, false);
		if (sent === 'failed') return false;
		this.#isFull = sent !== 'done';
		if (this.#document === document) this.#document = undefined;
		return true;
	}
}

/** Statements in one request. */
interface Batch {
	statements: Statement[];
	/** Whether the request may outlast the page. */
	outlasts: boolean;
	size: number;
	isAlone: boolean;
}

/** Puts statements into requests, in their order. @param room how many bytes of them may outlast the page */
function batched(all: readonly Told[], room: number): Batch[] {
	const batches: Batch[] = [];
	let left = room;
	for (const { statement, again: isAlone = false } of all) {
		const size = sizeOf([statement]);
		const batch = batches.at(-1);
		const outlasts = (batch?.outlasts ?? true) && size <= left;
		if (outlasts) left -= size;
		const isApart = isAlone || !batch || batch.isAlone || batch.outlasts !== outlasts;
		if (isApart || batch.size + size > ROOM) {
			batches.push({ statements: [statement], outlasts, size, isAlone });
		} else {
			batch.statements.push(statement);
			batch.size += size;
		}
	}
	return batches;
}

/** How many bytes JSON takes. */
function sizeOf(value: unknown): number {
	return new TextEncoder().encode(JSON.stringify(value)).length;
}
