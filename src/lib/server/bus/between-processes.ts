import { setTimeout as wait } from 'node:timers/promises';

import type { Bus, Notice } from './bus.ts';
import { busInProcess } from './in-process.ts';
import { Gathered, nameOf } from './word.ts';

/** For how long notices are collected before they go to other processes together, in milliseconds. */
const COLLECTING = 10;

/** Between two tries to connect, in milliseconds. */
const PAUSE = 300;

/** A way to other processes, until it is lost. */
export interface Connection {
	/** Resolves when it is lost or closed. It never rejects. */
	lost: Promise<undefined>;
	/** Resolves once the other side has them; not at all, perhaps, if the connection is lost. */
	send: (notices: readonly Notice[]) => Promise<void>;
	/**
	 * Begins to hear of a class, given its name; without this method, all are heard.
	 *
	 * @returns stops it
	 */
	attend?: (name: string) => () => void;
	/** Resolves once it hears of every class that was to be attended. */
	settled: () => Promise<void>;
	/** Sends what is on its way, then disconnects. */
	close: () => Promise<void>;
}

export interface Way {
	/** What it leads over, as the operator knows it, without any password: `The NATS at 127.0.0.1:4222`. */
	title: string;
	/** Connects once. `hear` is called with what comes from other processes, and not with what this one sends. */
	connect: (hear: (name: string, about: Notice['about']) => void) => Promise<Connection>;
	/** Receives what the operator should know. */
	say: (words: string) => void;
}

/**
 * Passes word within the process at once, and between processes while there is a connection. A lost one is replaced
 * by itself; what was to be told meanwhile is told then.
 */
export function busBetweenProcesses({ title, connect, say }: Way): Bus {
	const here = busInProcess(say);
	const { listeners } = here;
	const gathered = new Gathered();
	/** How to leave each class that the connection attends, by its name. */
	const attended = new Map<string, () => void>();
	const closing = new AbortController();
	const isClosed = (): boolean => closing.signal.aborted;
	let connection: Connection | undefined;
	let isWell = false;
	let isTrouble = false;
	let timer: NodeJS.Timeout | undefined;
	let sending: Promise<void> | undefined;

	const attend = (name: string): void => {
		if (connection?.attend && !attended.has(name)) attended.set(name, connection.attend(name));
	};

	const collect = (): void => {
		if (!gathered.isEmpty && isWell && !sending) timer ??= setTimeout(() => void send(), COLLECTING);
	};

	const send = async (): Promise<void> => {
		clearTimeout(timer);
		timer = undefined;
		if (!connection || !isWell || gathered.isEmpty) return;
		const notices = gathered.take();
		sending = sendOver(connection, notices).catch(() => notices.forEach((notice) => gathered.add(notice)));
		await sending;
		sending = undefined;
		collect();
	};

	/** Connects, and returns once the connection is lost. */
	const session = async (): Promise<void> => {
		const opened = await connect((name, about) => listeners.tell(name, about));
		if (isClosed()) return opened.close();
		connection = opened;
		listeners.names.forEach(attend);
		await unlessLost(opened, opened.settled());
		isWell = true;
		if (isTrouble) say(`${title} passes word between servers again.`);
		isTrouble = false;
		listeners.tellEverything();
		collect();
		await opened.lost;
		throw new Error('the connection is lost');
	};

	const stayConnected = async (): Promise<void> => {
		while (!isClosed()) {
			try {
				await session();
			} catch (error) {
				// Reported once, until it works again.
				if (!isTrouble && !isClosed()) say(troubleWith(title, error));
				isTrouble = true;
			}
			isWell = false;
			void connection?.close().catch(() => undefined);
			connection = undefined;
			attended.clear();
			await wait(PAUSE, undefined, { signal: closing.signal }).catch(() => undefined);
		}
	};
	void stayConnected();

	return {
		tell(notice) {
			if (isClosed()) return;
			here.tell(notice);
			gathered.add(notice);
			collect();
		},
		listen(classId, heard) {
			const stop = listeners.add(classId, heard);
			const name = nameOf(classId);
			attend(name);
			return () => {
				if (!stop()) return;
				attended.get(name)?.();
				attended.delete(name);
			};
		},
		isWell: () => isWell,
		async close() {
			if (isClosed()) return;
			const last = connection;
			closing.abort();
			await here.close();
			await sending;
			await send();
			isWell = false;
			await last?.close().catch(() => undefined);
		}
	};
}

async function sendOver(connection: Connection, notices: readonly Notice[]): Promise<void> {
	await unlessLost(connection, connection.send(notices));
}

/** Waits for something on a connection, which may never come if that is lost. */
async function unlessLost({ lost }: Connection, awaited: Promise<void>): Promise<void> {
	const end = await Promise.race([awaited, lost.then(() => 'lost' as const)]);
	if (end === 'lost') throw new Error('the connection is lost');
}

function troubleWith(title: string, error: unknown): string {
	return `${title} cannot be reached: ${error instanceof Error ? error.message : String(error)}.\nUntil it can, servers do not tell one another what happens in classes, which reaches pupils of other servers late. It is tried again by itself.`;
}
