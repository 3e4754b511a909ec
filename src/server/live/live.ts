import type { IncomingMessage, ServerResponse } from 'node:http';

import { timesFor } from '#lib/classroom/context.ts';
import { classEventSchema } from '#lib/classroom/event.ts';
import { sentAnswerSchema } from '#lib/classroom/protocol.ts';
import type { Audience } from '#lib/classroom/view.ts';
import { parsed } from '#lib/quiz/parsed.ts';
import { isStoreUnavailable } from '#lib/server/database/faults.ts';
import type { Pupil } from '#lib/classroom/pupil.ts';
import type { LiveClass } from '#lib/server/live/live-class.ts';
import type { LiveClasses } from '#lib/server/live/live-classes.ts';
import { cookieFor, isKeyOf, pupilOf } from '#lib/server/live/tokens.ts';

import type { Asked } from '../asked.ts';
import { cookieOf } from '../cookie-of.ts';
import { sayPlainly } from '../refuse.ts';
import { readBody } from './body.ts';
import { streamTo } from './readers.ts';

/** What the addresses of live classes are answered from. */
export interface Live {
	classes: LiveClasses;
	/** Signs the tokens of pupils. */
	secret: string;
	/** Milliseconds since 1970. */
	now: () => number;
}

/** Why a request was not done, in one word, which its page says in its own; each with its status. */
const REFUSALS = {
	unreadable: 400,
	foreign: 403,
	'not-host': 403,
	'not-pupil': 403,
	held: 403,
	removed: 403,
	'no-class': 404,
	long: 413,
	/** It may not happen where the class is. */
	refused: 409,
	/** The round takes no answers, now or yet. */
	closed: 409,
	/** The pupil’s own time was over. */
	late: 409,
	/** It is no answer to its item: nothing, or of another kind. */
	unfit: 400,
	/** The item has left the course. */
	gone: 410,
	/** Another answer was given, and may not be changed. */
	given: 409,
	/** The store does not answer: nothing was done, or nobody knows; it can be sent again. */
	wait: 503
} as const;

export type Refusal = keyof typeof REFUSALS;

/** How long a request for news is kept waiting, in milliseconds: less than any proxy’s patience. */
const LONGEST_WAIT = 25_000;

/**
 * Answers what live classes ask for, at `/live/…`, without SvelteKit: a request costs an eighth of what it would there.
 *
 * @returns whether it was for this
 */
export async function answerLive(
	live: Live,
	asked: Asked,
	request: IncomingMessage,
	response: ServerResponse
): Promise<boolean> {
	const [, id, what, ...rest] = /^\/live\/([\w-]{1,64})\/([a-z]+)$/.exec(asked.path) ?? [];
	if (id === undefined || what === undefined || rest.length > 0) return false;
	response.setHeader('Cache-Control', 'no-store');
	try {
		const opened = await live.classes.open(id);
		if (!opened) refuse(response, 'no-class');
		else await answer({ live, asked, request, response, opened }, what);
	} catch (error) {
		if (!isStoreUnavailable(error)) throw error;
		console.error(error.message);
		refuse(response, 'wait');
	}
	return true;
}

interface Exchange {
	live: Live;
	asked: Asked;
	request: IncomingMessage;
	response: ServerResponse;
	opened: LiveClass;
}

async function answer(exchange: Exchange, what: string): Promise<void> {
	const { asked, response } = exchange;
	const route = ROUTES[`${asked.method} ${what}`];
	if (route) return route(exchange);
	const allowed = Object.keys(ROUTES).flatMap((each) =>
		each.endsWith(` ${what}`) ? each.split(' ')[0] : []
	);
	if (allowed.length > 0) sayPlainly(response, 405, 'This address does not do that.', allowed.join(', '));
	else sayPlainly(response, 404, 'There is nothing at this address.');
}

const ROUTES: Partial<Record<string, (exchange: Exchange) => Promise<void>>> = {
	'GET stream': stream,
	'GET view': view,
	'GET me': me,
	'POST answer': takeAnswer,
	'POST event': takeEvent
};

/** The views of the class as they change. */
async function stream(exchange: Exchange): Promise<void> {
	const { live, request, response, opened } = exchange;
	const audience = await audienceOf(exchange);
	if (typeof audience !== 'object') return refuse(response, audience);
	const last = /^\d{1,9}$/.exec([request.headers['last-event-id']].join())?.[0];
	streamTo(response, opened, audience.is, {
		last: last === undefined ? undefined : Number(last),
		now: live.now()
	});
}

/**
 * The view of the class, for a reader whose connection does not let a stream through: at once if it is newer than the one
 * that the reader names (`after`), or else as soon as it is, or after a while without news.
 */
async function view(exchange: Exchange): Promise<void> {
	const { live, asked, response, opened } = exchange;
	const audience = await audienceOf(exchange);
	if (typeof audience !== 'object') return refuse(response, audience);
	const after = Number(/^\d{1,9}$/.exec(asked.query.get('after') ?? '')?.[0] ?? -1);
	if (opened.version <= after) await news(opened, response);
	tell(response, { now: live.now(), view: opened.view(audience.is) ?? null });
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

/** What a pupil alone is told: who they are, and what the server has of them. */
async function me(exchange: Exchange): Promise<void> {
	const { response, opened } = exchange;
	const pupil = await pupilIn(exchange);
	if (typeof pupil !== 'object') return refuse(response, pupil);
	const { id, name, team, standing } = pupil;
	const times = timesFor(opened.state.context, id);
	const answers = await opened.answersOf(id);
	tell(response, {
		...{ name, team, standing, times },
		answers: answers.map(({ pupil: _, ...answer }) => answer)
	});
}

/** Takes a pupil’s answer, and says so once it is kept. */
async function takeAnswer(exchange: Exchange): Promise<void> {
	const { request, response, opened } = exchange;
	const pupil = await pupilIn(exchange);
	if (typeof pupil !== 'object') return refuse(response, pupil);
	if (pupil.standing !== 'in') return refuse(response, pupil.standing);
	const sent = await sentWith(request);
	if (typeof sent !== 'object') return refuse(response, sent);
	const answer = parsed(sentAnswerSchema, sent.value);
	if (!answer) return refuse(response, 'unreadable');
	const given = await opened.give({ ...answer, pupil: pupil.id });
	if (given === 'unknown') return refuse(response, 'no-class');
	if (given !== 'kept') return refuse(response, given);
	tell(response, { kept: answer.key });
}

/** Lets the host make something happen. */
async function takeEvent(exchange: Exchange): Promise<void> {
	const { request, response, opened } = exchange;
	if (!isHost(exchange)) return refuse(response, 'not-host');
	const sent = await sentWith(request);
	if (typeof sent !== 'object') return refuse(response, sent);
	const { value } = sent;
	// When something happens is for the server to say.
	const eventAt = (at: number) =>
		typeof value === 'object' && value !== null && !('at' in value)
			? parsed(classEventSchema, { ...value, at })
			: undefined;
	if (!eventAt(0)) return refuse(response, 'unreadable');
	const done = await opened.act(eventAt);
	if (done === 'done') return tell(response, { version: opened.version });
	refuse(response, done === 'unknown' ? 'no-class' : done);
}

/** Whose view is asked for; or why they may not have it. */
async function audienceOf(exchange: Exchange): Promise<{ is: Audience } | Refusal> {
	const asked = exchange.asked.query.get('as');
	if (asked === 'wall') return isHost(exchange) ? { is: 'wall' } : 'not-host';
	if (asked !== 'pupil') return 'unreadable';
	const pupil = await pupilIn(exchange);
	if (typeof pupil !== 'object') return pupil;
	return pupil.standing === 'in' ? { is: 'pupil' } : pupil.standing;
}

function isHost({ request, opened: { kept } }: Exchange): boolean {
	const key = cookieOf(request.headers.cookie, cookieFor('host', kept.id));
	return key !== undefined && isKeyOf(key, kept.hostKeyHash);
}

async function pupilIn({ live, request, opened }: Exchange): Promise<Pupil | 'not-pupil'> {
	const token = cookieOf(request.headers.cookie, cookieFor('pupil', opened.kept.id));
	const id = pupilOf(token ?? '', opened.kept.id, live.secret);
	return (id === undefined ? undefined : await opened.pupil(id)) ?? 'not-pupil';
}

/** What a page of ours has sent; or why it is not taken. */
async function sentWith(request: IncomingMessage) {
	const site = request.headers['sec-fetch-site'];
	if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'foreign' as const;
	return readBody(request);
}

function refuse(response: ServerResponse, why: Refusal): void {
	tell(response, { refused: why }, REFUSALS[why]);
}

function tell(response: ServerResponse, data: unknown, status = 200): void {
	if (response.headersSent || response.destroyed) return;
	response.setHeader('Content-Type', 'application/json');
	response.writeHead(status).end(JSON.stringify(data));
}
