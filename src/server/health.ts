import type { ServerResponse } from 'node:http';

import type { Asked } from './asked.ts';
import type { PlainHandler } from './plain.ts';
import { sayPlainly } from './refuse.ts';

/** How long the store may take to answer, in milliseconds, before it counts as out of reach. */
const PATIENCE = 3000;

/**
 * Tells a proxy or a supervisor at `/healthz` (and `/health`, its name until now) that the process answers, how many
 * courses it serves, and a fingerprint that changes with the questions.
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
 * reach, else 503. The body says which is not.
 */
export const readiness: PlainHandler = async ({ asked, services: { bus, isStoreWell }, response }) => {
	if (asked.path !== '/readyz') return false;
	if (!isReading(asked, response)) return true;
	const store = await inTime(isStoreWell());
	const isReady = store && bus.isWell();
	const told = (isWell: boolean): string => (isWell ? 'ok' : 'unavailable');
	const body = { status: told(isReady), store: told(store), bus: told(bus.isWell()) };
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

async function inTime(answer: Promise<boolean>): Promise<boolean> {
	const { promise: late, resolve: giveUp } = Promise.withResolvers<false>();
	const timer = setTimeout(() => giveUp(false), PATIENCE);
	const isWell = await Promise.race([answer, late]);
	clearTimeout(timer);
	return isWell;
}
