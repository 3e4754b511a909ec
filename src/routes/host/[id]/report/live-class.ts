import { isRevealed } from '#lib/bank/arrived.ts';
import type { ClassSetup } from '#lib/classroom/setup.ts';
import type { ToldReport } from '#lib/classroom/told.ts';
import * as m from '#lib/paraglide/messages.js';
import { isMapping } from '#lib/text/mapping.ts';

/** The report of a class, or why it is not there. */
export type Fetched = { told: ToldReport } | (typeof WHYS)[number] | 'failed';

/** Why there is none, as the server says it. */
const WHYS = ['not-host', 'no-class', 'no-course'] as const;

/** Fetches what a host is told of a class. */
export async function fetchReport(id: string): Promise<Fetched> {
	const answer = await ask(`/live/${id}/report`);
	if (isTold(answer)) return { told: answer };
	const refused = isMapping(answer) ? answer['refused'] : undefined;
	return WHYS.find((why) => why === refused) ?? 'failed';
}

/**
 * Deletes a class everywhere. One that is not there any more is deleted already.
 *
 * @throws with words for people
 */
export async function deleteClass(id: string): Promise<void> {
	const answer = await ask(`/live/${id}/delete`, {});
	if (isMapping(answer) && (answer['deleted'] === true || answer['refused'] === 'no-class')) return;
	throw new Error(m.report_delete_failed());
}

/**
 * Sets up a class; this device is then its host.
 *
 * @returns its id
 * @throws with words for people
 */
export async function createClass(setup: ClassSetup): Promise<string> {
	const answer = await ask('/live/classes', { setup });
	if (isMapping(answer) && typeof answer['id'] === 'string') return answer['id'];
	const isTooMany = isMapping(answer) && answer['refused'] === 'slow-down';
	throw new Error(isTooMany ? m.report_again_slow() : m.report_again_failed());
}

/** What the server answers, whatever its status; undefined where nobody does, or with something else. */
async function ask(address: string, body?: unknown): Promise<unknown> {
	try {
		const response = await fetch(
			address,
			body === undefined
				? {}
				: { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
		);
		return await response.json();
	} catch {
		return undefined;
	}
}

/** Tells it from what somebody on the way may answer in the server’s place, or another version of Five Points. */
function isTold(value: unknown): value is ToldReport {
	if (!isMapping(value) || !isMapping(value['report']) || !isMapping(value['setup'])) return false;
	const { items, pupils, points, facts, worst } = value['report'];
	const lists = [items, pupils, points, facts, worst, value['pupils'], value['setup']['items']];
	return lists.every(Array.isArray) && isRevealed(value['course']);
}
