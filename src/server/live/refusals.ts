import type { ServerResponse } from 'node:http';

import type { Refusal } from '#lib/classroom/protocol.ts';

/** The status with which each refusal is answered. */
const STATUS = {
	...{ unreadable: 400, deep: 400, unfit: 400, 'empty-name': 400, 'long-name': 400, 'no-team': 400 },
	...{ foreign: 403, 'not-host': 403, 'not-pupil': 403, held: 403, removed: 403, 'for-exams': 403 },
	...{ 'no-class': 404, 'no-code': 404, 'no-course': 404, 'no-item': 404, 'unknown-pupil': 404 },
	...{ refused: 409, closed: 409, late: 409, given: 409, taken: 409, full: 409, locked: 409, ended: 409 },
	...{ gone: 410, long: 413, 'slow-down': 429, wait: 503 }
} as const satisfies Record<Refusal, number>;

/** Answers why something was not done: `{ refused }`. */
export function refuse(response: ServerResponse, why: Refusal): void {
	// What is still to come of it is not waited for.
	if (why === 'long' && !response.headersSent) response.setHeader('Connection', 'close');
	tell(response, { refused: why }, STATUS[why]);
}

/** Answers with data, unless that has been done or nobody reads it any more. */
export function tell(response: ServerResponse, data: unknown, status = 200): void {
	if (response.headersSent || response.destroyed) return;
	response.setHeader('Content-Type', 'application/json');
	response.writeHead(status).end(JSON.stringify(data));
}

/** Answers with data, or why there are none. */
export function tellOr(response: ServerResponse, told: object | Refusal): void {
	if (typeof told === 'string') refuse(response, told);
	else tell(response, told);
}
