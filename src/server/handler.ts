import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Configuration } from './configuration.ts';

/** Answers a request, or calls `next` when it does not know how. */
export type Handler = (
	request: IncomingMessage,
	response: ServerResponse,
	next: () => void
) => void | Promise<void>;

/** The app cannot start, for a reason that its operator can fix. */
export class CannotStart extends Error {
	override name = 'CannotStart';
}

/**
 * Loads SvelteKit's handler from the build. It opens nothing itself: what it answers from comes with each
 * request.
 *
 * @param build address of the build's `handler.js`
 * @throws {CannotStart} when there is no build
 */
export async function loadHandler(
	build: URL,
	{ origin, trustProxy }: Pick<Configuration, 'origin' | 'trustProxy'>
): Promise<Handler> {
	if (!existsSync(build)) {
		throw new CannotStart('Five Points is not built yet.\nRun "npm start", or "npm run build" first.');
	}
	// Without it the handler assumes that every request came by https, and refuses the forms of those that
	// did not.
	process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
	// Whom the proxy asks for, so that passwords of exams are limited for each of them.
	if (trustProxy) process.env.ADDRESS_HEADER = 'x-forwarded-for';
	else delete process.env.ADDRESS_HEADER;
	if (origin === undefined) delete process.env.ORIGIN;
	else process.env.ORIGIN = origin;
	const { handler } = (await import(build.href)) as { handler: Handler };
	return handler;
}
