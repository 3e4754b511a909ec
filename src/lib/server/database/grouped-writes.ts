import type { Kysely, Transaction } from 'kysely';

import type { Tables } from './tables.ts';

/** Reads and writes within one transaction. */
export type Work<T> = (rows: Transaction<Tables>) => Promise<T>;

/** How many writes share a transaction at most, so that nobody waits long. */
const MOST = 500;

/** A write that waits for its turn. */
interface Waiting {
	order: string;
	/** Does the work, and returns how to report it once committed. */
	run: (rows: Transaction<Tables>) => Promise<() => void>;
	reject: (error: unknown) => void;
}

export interface GroupedWrites {
	/**
	 * Groups all writes requested within the same turn of the event loop, and resolves once they are
	 * committed. Syncing the disk is by far the longest part of a write, and takes the same time for many as
	 * for one.
	 *
	 * Work that fails does not affect others: each of the group is then tried again by itself. So work may
	 * run several times, and must change nothing but rows.
	 *
	 * @param order what comes first in this order runs first within the group: whoever locks rows names them by it, so
	 * that of two processes whose groups lock the same rows neither waits for the other for ever
	 */
	write: <T>(work: Work<T>, order?: string) => Promise<T>;
	/** Resolves once nothing waits any more. */
	settled: () => Promise<void>;
}

/**
 * @param isLost whether the database itself is unreachable, so that nothing else can be written either
 * @param confirm called before a commit is reported; if it throws, that error is reported instead
 */
export function groupedWrites(
	rows: Kysely<Tables>,
	isLost: (error: unknown) => boolean,
	confirm: () => void = () => undefined
): GroupedWrites {
	let waiting: Waiting[] = [];
	let isUnderWay = false;
	let whenSettled: (() => void)[] = [];

	const commit = async (group: readonly Waiting[]): Promise<void> => {
		const done = await rows.transaction().execute(async (transaction) => {
			const tell = [];
			for (const { run } of group) tell.push(await run(transaction));
			return tell;
		});
		confirm();
		for (const tell of done) tell();
	};

	const attempt = async (group: readonly Waiting[], isSecond = false): Promise<void> => {
		try {
			await commit(group);
		} catch (error) {
			// As with reads, the connection may have broken long ago.
			if (isLost(error) && !isSecond) await attempt(group, true);
			else if (isLost(error) || group.length === 1) for (const { reject } of group) reject(error);
			else for (const one of group) await attempt([one]);
		}
	};

	const takeTurn = async (): Promise<void> => {
		const group = waiting.slice(0, MOST).sort((a, b) => (a.order < b.order ? -1 : Number(a.order > b.order)));
		waiting = waiting.slice(MOST);
		await attempt(group);
		if (waiting.length > 0) return nextTurn();
		isUnderWay = false;
		for (const tell of whenSettled) tell();
		whenSettled = [];
	};

	const nextTurn = (): void => {
		isUnderWay = true;
		setImmediate(() => void takeTurn());
	};

	return {
		write: (work, order = '') =>
			new Promise((resolve, reject) => {
				const run: Waiting['run'] = async (transaction) => {
					const result = await work(transaction);
					return () => resolve(result);
				};
				waiting.push({ order, run, reject });
				if (!isUnderWay) nextTurn();
			}),
		settled: () =>
			new Promise((resolve) => {
				if (isUnderWay) whenSettled.push(resolve);
				else resolve();
			})
	};
}
