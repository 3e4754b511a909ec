import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Services } from '#lib/server/services.ts';

import type { Asked } from './asked.ts';
import { health, readiness } from './health.ts';
import { answerLive } from './live/live.ts';
import { metrics } from './metrics.ts';

/** A request on its way to its answer. */
export interface Exchange {
	asked: Asked;
	/** Where it came from; empty where a proxy that is trusted has not said it. */
	address: string;
	/** What it is answered from; SvelteKit gets the same with the request. */
	services: Services;
	request: IncomingMessage;
	response: ServerResponse;
}

/** Answers requests without SvelteKit. Returns whether this one was for it. */
export type PlainHandler = (exchange: Exchange) => boolean | Promise<boolean>;

/** All plain handlers; each has its own addresses. */
const HANDLERS: readonly PlainHandler[] = [health, readiness, metrics, answerLive];

/**
 * Answers what needs no page, in `npm start` and in `npm run dev` alike.
 *
 * @returns whether it has been answered
 */
export async function answerPlainly(exchange: Exchange): Promise<boolean> {
	for (const handler of HANDLERS) if (await handler(exchange)) return true;
	return false;
}
