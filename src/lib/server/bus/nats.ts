import { connect as connectTo, type ConnectionOptions } from '@nats-io/transport-node';

import { busBetweenProcesses, type Connection } from './between-processes.ts';
import type { Bus, Notice } from './bus.ts';
import { nameOf, readWord, written } from './word.ts';

/** Each class has a subject of its own below this, so that a server hears only of those that it serves. */
export const PREFIX = 'five-points.class';

/** The longest word of ours, in bytes. */
const LONGEST = 17;

/** How long to wait for a connection, in milliseconds. */
const TIMEOUT = 5000;

/** Between two looks at a silent connection, whose other end may be gone without a word, in milliseconds. */
const LOOK = 15_000;

/**
 * Passes word over a NATS.
 *
 * @param address `nats://user:password@host:port`, or `tls://…` for an encrypted connection
 * @param say receives what the operator should know
 */
export function busOverNats(address: string, say: (words: string) => void): Bus {
	const url = new URL(address);
	const server = `${url.hostname}:${url.port || '4222'}`;
	const options: ConnectionOptions = {
		servers: server,
		name: 'five-points',
		...loginOf(url),
		...(url.protocol === 'tls:' && { tls: {} }),
		// What this process sends, it has heard itself.
		noEcho: true,
		// A lost connection is replaced by who owns this one.
		reconnect: false,
		timeout: TIMEOUT,
		pingInterval: LOOK,
		maxPingOut: 1
	};
	return busBetweenProcesses({
		title: `The NATS at ${server}`,
		connect: (hear) => connect(options, hear),
		say
	});
}

/** A name alone is a token, as NATS’s other clients have it. */
function loginOf({ username, password }: URL): ConnectionOptions {
	if (username === '') return {};
	if (password === '') return { token: decodeURIComponent(username) };
	return { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
}

async function connect(
	options: ConnectionOptions,
	hear: (name: string, about: Notice['about']) => void
): Promise<Connection> {
	const nats = await connectTo(options);
	return {
		lost: nats.closed().then(() => undefined),
		async send(notices) {
			for (const { classId, about } of notices) nats.publish(`${PREFIX}.${nameOf(classId)}`, written(about));
			await nats.flush();
		},
		attend(name) {
			if (nats.isClosed()) return () => undefined;
			const subscription = nats.subscribe(`${PREFIX}.${name}`, {
				callback: (error, message) => {
					// Others who use the subject may have written anything.
					if (error || message.data.length > LONGEST) return;
					const about = readWord(message.string());
					if (about) hear(name, about);
				}
			});
			return () => {
				if (!nats.isClosed()) subscription.unsubscribe();
			};
		},
		settled: () => nats.flush(),
		close: () => (nats.isClosed() ? Promise.resolve() : nats.drain())
	};
}
