import type { Statement } from '#lib/interop/xapi/statement.ts';

import { patience } from '../keeping.ts';
import type { RecordStore, Sent } from './record-store.ts';

/** The state of an activity, to be kept in place of the one before. */
interface Document {
	id: string;
	value: unknown;
}

/**
 * Statements and state on their way to a store: one request at a time, in their order, again and again until the store has
 * them. A statement keeps its id and its time, so that the store takes it once however often it arrives.
 */
export class Outbox {
	readonly #store: RecordStore;
	readonly #became: (isWaiting: boolean) => void;
	#statements: Statement[] = [];
	#document: Document | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#failures = 0;
	#isSending = false;
	#isClosed = false;

	/** @param became is told whether the last request failed, and another will be made */
	constructor(store: RecordStore, became: (isWaiting: boolean) => void) {
		this.#store = store;
		this.#became = became;
	}

	/** Sends a statement after those before it. */
	add(statement: Statement): void {
		if (this.#isClosed) return;
		this.#statements.push(statement);
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
		// What is on its way may not arrive, and does no harm if it arrives twice.
		void this.#store.send([...this.#statements, last], true);
		if (this.#document) void this.#store.setState(this.#document.id, this.#document.value, true);
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
		const isDone = (await this.#sendStatements()) && (await this.#sendDocument());
		this.#isSending = false;
		if (this.#isClosed) return;
		this.#failures = isDone ? 0 : this.#failures + 1;
		this.#became(!isDone);
		if (!isDone) this.#timer = setTimeout(() => void this.#run(), patience(this.#failures));
		else if (this.#statements.length > 0 || this.#document) this.#soon(0);
	}

	/** @returns false if they have to be sent again */
	async #sendStatements(): Promise<boolean> {
		const batch = [...this.#statements];
		if (batch.length === 0) return true;
		const sent = await this.#store.send(batch, false);
		if (sent === 'failed') return false;
		// A store takes all or none: which of them it has already, or does not want, is found one by one.
		if (sent !== 'done' && batch.length > 1) {
			for (const statement of batch) {
				if ((await this.#store.send([statement], false)) === 'failed') return false;
				this.#drop([statement]);
			}
			return true;
		}
		if (sent === 'refused') console.warn('The store of statements refused one.', batch);
		this.#drop(batch);
		return true;
	}

	async #sendDocument(): Promise<boolean> {
		const document = this.#document;
		if (!document) return true;
		const sent: Sent = await this.#store.setState(document.id, document.value, false);
		if (sent === 'failed') return false;
		if (this.#document === document) this.#document = undefined;
		return true;
	}

	#drop(statements: readonly Statement[]): void {
		this.#statements = this.#statements.filter((statement) => !statements.includes(statement));
	}
}
