import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Configuration } from './configuration.ts';

/** Answers a request, or calls `next` when it does not know how. */
export type Handler = (
	request: IncomingMessage,
	response: ServerResponse,
	next: () => void
) => void | Promise<void>;

/** The app cannot start, for a reason that whoever starts it can mend. */
export class CannotStart extends Error {
	override name = 'CannotStart';
}

/** What the build throws as it loads where whoever starts it can mend it; the message says how. */
const CAN_BE_MENDED = ['BrokenBanks', 'CannotOpenStores', 'UnsoundSecret'];

/**
 * Loads SvelteKit's handler from the build, which finds the secret, reads and checks the banks, and opens what keeps exams
 * while it loads.
 *
 * @param build address of the build's `handler.js`
 * @throws {CannotStart} when there is no build, the secret is unsound, a bank is broken, or what keeps exams
 * cannot be opened
 */
export async function loadHandler(build: URL, { data, origin, questions }: Configuration): Promise<Handler> {
	if (!existsSync(build)) {
		throw new CannotStart('Five Points is not built yet.\nRun "npm start", or "npm run build" first.');
	}
	process.env.QUESTIONS = questions;
	process.env.DATA = data;
	// Without it the handler takes every request to have come by https, and refuses the forms of those that did not.
	process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
	if (origin === undefined) delete process.env.ORIGIN;
	else process.env.ORIGIN = origin;
	try {
		const { handler } = (await import(build.href)) as { handler: Handler };
		return handler;
	} catch (error) {
		if (error instanceof Error && CAN_BE_MENDED.includes(error.name)) throw new CannotStart(error.message);
		throw error;
	}
}
