import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';

import type { Refusal } from '#lib/classroom/protocol.ts';
import type { LiveClass } from '#lib/server/live/live-class.ts';
import type { Reader } from '#lib/server/live/readers.ts';

import type { Exchange } from '../plain.ts';
import { refuse, tell } from './refusals.ts';
import { isHost, pupilIn } from './who.ts';

/** How long a request for news is kept waiting, in milliseconds: less than any proxy’s patience. */
const LONGEST_WAIT = 25_000;

/** The views of the class as they change. */
export async function stream(exchange: Exchange, opened: LiveClass): Promise<void> {
	const { request, response, services } = exchange;
	const reader = await readerOf(exchange, opened);
	if (typeof reader !== 'object') return refuse(response, reader);
	const last = /^\d{1,9}$/.exec([request.headers['last-event-id']].join())?.[0];
	services.live.streams.open(response, opened, reader, last === undefined ? undefined : Number(last));
}

/**
 * The view of the class and what is beside it, for a reader whose connection does not let a stream through: at once if
 * either is another than the reader names (`after`, the version of the view, and `mark`), or else as soon as it is, or
 * after a while without news.
 */
export async function view(exchange: Exchange, opened: LiveClass): Promise<void> {
	const { asked, response } = exchange;
	const reader = await readerOf(exchange, opened);
	if (typeof reader !== 'object') return refuse(response, reader);
	const after = Number(/^\d{1,9}$/.exec(asked.query.get('after') ?? '')?.[0] ?? -1);
	const mark = asked.query.get('mark');
	const stop = reader.is === 'wall' ? opened.room.watch() : opened.onlookers.phoneCame();
	try {
		if (reader.is === 'wall') await opened.room.read();
		const known = mark ?? (after < 0 ? null : markOf(besideOf(opened, reader)));
		const isNews = () =>
			opened.isCutOff || opened.version > after || markOf(besideOf(opened, reader)) !== known;
		if (!isNews()) await news(opened, response, isNews);
	} finally {
		stop();
	}
	// Meanwhile the pupil may have been removed, or the server may be about to stop.
	const still = await readerOf(exchange, opened);
	if (typeof still !== 'object') return refuse(response, still);
	if (opened.isCutOff) return refuse(response, 'wait');
	const beside = besideOf(opened, reader);
	const told = { now: opened.clock.now(), view: opened.view(reader.is) ?? null };
	tell(response, { ...told, ...beside, mark: markOf(beside) });
}

/** What a reader is told beside the view. */
function besideOf(opened: LiveClass, reader: Reader) {
	return reader.is === 'wall'
		? { room: opened.room.newest ?? null }
		: { pupil: opened.themselves(reader.id) ?? null };
}

function markOf(beside: object): string {
	return createHash('sha256').update(JSON.stringify(beside)).digest('base64url').slice(0, 8);
}

/** Waits until there is news, the reader goes away or is to come back later, or the longest wait is over. */
function news(opened: LiveClass, response: ServerResponse, isNews: () => boolean): Promise<void> {
	return new Promise((resolve) => {
		const done = () => {
			stop();
			clearTimeout(timer);
			response.off('close', done);
			resolve();
		};
		const stop = opened.onlookers.listen((change) => {
			if (change === 'leave' || isNews()) done();
		});
		const timer = setTimeout(done, LONGEST_WAIT);
		response.once('close', done);
	});
}

/** Who asks for news; or why they may not have it. */
async function readerOf(exchange: Exchange, opened: LiveClass): Promise<Reader | Refusal> {
	const { asked, services } = exchange;
	const { classes, limits, ticks } = services.live;
	if (opened.isGone) return 'no-class';
	if (classes.isDismissing) return 'wait';
	const as = asked.query.get('as');
	if (as === 'wall') {
		if (!isHost(exchange, opened)) return 'not-host';
		return limits.mayLead(opened.kept.id, ticks()) ? { is: 'wall' } : 'slow-down';
	}
	if (as !== 'pupil') return 'unreadable';
	const pupil = await pupilIn(exchange, opened);
	if (!pupil) return 'not-pupil';
	if (pupil.standing !== 'in') return pupil.standing;
	return limits.mayAct(opened.kept.id, pupil.id, 'ask', ticks())
		? { is: 'pupil', id: pupil.id }
		: 'slow-down';
}
