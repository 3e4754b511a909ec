import type { ServerResponse } from 'node:http';

import type { StoresState } from '#lib/server/open-stores.ts';

import type { Asked } from './asked.ts';
import type { PlainHandler } from './plain.ts';
import { sayPlainly } from './refuse.ts';

/** How long the store may take to answer, in milliseconds, before it counts as out of reach. */
const PATIENCE = 3000;

/**
 * Tells a proxy or a supervisor at `/healthz` that the process answers, how many courses it serves, and a fingerprint that
 * changes with the questions. Supervisors that were set up earlier ask at `/health`.
 */
export const health: PlainHandler = ({ asked, services: { library }, response }) => {
	if (asked.path !== '/healthz' && asked.path !== '/health') return false;
	if (!isReading(asked, response)) return true;
	const { courses, fingerprint } = library;
	tell(200, { status: 'ok', courses: courses.length, fingerprint }, asked, response);
	return true;
};

/**
 * Tells a load balancer at `/readyz` whether requests should come here now: 200 if the store and the bus are within
 * reach, else 503. The body says which is not. Where some of several databases are (`partly`), requests are welcome: most
 * classes go on.
 */
export const readiness: PlainHandler = async ({ asked, services: { bus, storesState }, response }) => {
	if (asked.path !== '/readyz') return false;
	if (!isReading(asked, response)) return true;
	const store = await inTime(storesState());
	const isReady = store !== 'unavailable' && bus.isWell();
	const told = (isWell: boolean): string => (isWell ? 'ok' : 'unavailable');
	const body = { status: told(isReady), store, bus: told(bus.isWell()) };
	tell(isReady ? 200 : 503, body, asked, response);
	return true;
};

/** Whether the request only reads; refuses it otherwise. */
function isReading({ method }: Asked, response: ServerResponse): boolean {
	if (method === 'GET' || method === 'HEAD') return true;
	sayPlainly(response, 405, 'This can only be read.', 'GET, HEAD');
	return false;
}

function tell(status: number, body: object, { method }: Asked, response: ServerResponse): void {
	response.setHeader('Content-Type', 'application/json');
	response.setHeader('Cache-Control', 'no-store');
	response.writeHead(status).end(method === 'HEAD' ? undefined : JSON.stringify(body));
}

async function inTime(answer: Promise<StoresState>): Promise<StoresState> {
	const { promise: late, resolve: giveUp } = Promise.withResolvers<'unavailable'>();
	const timer = setTimeout(() => giveUp('unavailable'), PATIENCE);
	const state = await Promise.race([answer, late]);
	clearTimeout(timer);
	return state;
}
