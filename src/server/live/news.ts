import type { ServerResponse } from 'node:http';

import type { Refusal } from '#lib/classroom/protocol.ts';
import type { Audience } from '#lib/classroom/view.ts';
import type { LiveClass } from '#lib/server/live/live-class.ts';

import type { Exchange } from '../plain.ts';
import { streamTo } from './readers.ts';
import { refuse, tell } from './refusals.ts';
import { isHost, pupilIn } from './who.ts';

/** How long a request for news is kept waiting, in milliseconds: less than any proxy’s patience. */
const LONGEST_WAIT = 25_000;

/** The views of the class as they change. */
export async function stream(exchange: Exchange, opened: LiveClass): Promise<void> {
	const { request, response, services } = exchange;
	const audience = await audienceOf(exchange, opened);
	if (typeof audience !== 'object') return refuse(response, audience);
	const last = /^\d{1,9}$/.exec([request.headers['last-event-id']].join())?.[0];
	streamTo(response, opened, audience.is, {
		last: last === undefined ? undefined : Number(last),
		now: services.live.now()
	});
}

/**
 * The view of the class, for a reader whose connection does not let a stream through: at once if it is newer than the one
 * that the reader names (`after`), or else as soon as it is, or after a while without news.
 */
export async function view(exchange: Exchange, opened: LiveClass): Promise<void> {
	const { asked, response, services } = exchange;
	const audience = await audienceOf(exchange, opened);
	if (typeof audience !== 'object') return refuse(response, audience);
	const after = Number(/^\d{1,9}$/.exec(asked.query.get('after') ?? '')?.[0] ?? -1);
	if (opened.version <= after) await news(opened, response);
	tell(response, { now: services.live.now(), view: opened.view(audience.is) ?? null });
}

/** Waits until the log of a class goes on, its reader goes away, or the longest wait is over. */
function news(opened: LiveClass, response: ServerResponse): Promise<void> {
	return new Promise((resolve) => {
		const done = () => {
			stop();
			clearTimeout(timer);
			response.off('close', done);
			resolve();
		};
		const stop = opened.listen((change) => {
			if (change === 'log') done();
		});
		const timer = setTimeout(done, LONGEST_WAIT);
		response.once('close', done);
	});
}

/** Whose view is asked for; or why they may not have it. */
async function audienceOf(exchange: Exchange, opened: LiveClass): Promise<{ is: Audience } | Refusal> {
	const asked = exchange.asked.query.get('as');
	if (asked === 'wall') return isHost(exchange, opened) ? { is: 'wall' } : 'not-host';
	if (asked !== 'pupil') return 'unreadable';
	const pupil = await pupilIn(exchange, opened);
	if (typeof pupil !== 'object') return pupil;
	return pupil.standing === 'in' ? { is: 'pupil' } : pupil.standing;
}
