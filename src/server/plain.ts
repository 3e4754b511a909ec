import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Services } from '#lib/server/services.ts';

import type { Asked } from './asked.ts';
import { health } from './health.ts';

/** A request on its way to its answer. */
export interface Exchange {
	asked: Asked;
	/** What it is answered from; SvelteKit finds the same at the request. */
	services: Services;
	request: IncomingMessage;
	response: ServerResponse;
}

/** Answers requests by itself, without SvelteKit. Returns whether this one was its own. */
export type PlainHandler = (exchange: Exchange) => boolean | Promise<boolean>;

/** All of them; each has addresses of its own. */
const HANDLERS: readonly PlainHandler[] = [health];

/**
 * Answers what needs no page; under `npm start` and under `npm run dev` alike.
 *
 * @returns whether it has been answered
 */
export async function answerPlainly(exchange: Exchange): Promise<boolean> {
	for (const handler of HANDLERS) if (await handler(exchange)) return true;
	return false;
}
