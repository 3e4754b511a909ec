import { backSchema, hostSchema } from '#lib/classroom/protocol.ts';
import { parsed } from '#lib/quiz/parsed.ts';
import { createClass } from '#lib/server/live/create.ts';
import { join, lookUp, meOf } from '#lib/server/live/enter.ts';
import type { LiveClass } from '#lib/server/live/live-class.ts';
import { isHostOf, pupilWith } from '#lib/server/live/who.ts';

import type { Exchange } from '../plain.ts';
import { sentWith } from './body.ts';
import { refuse, tell, tellOr } from './refusals.ts';
import { know, tokenIn } from './who.ts';

/** Makes a class, and whoever asked its host. */
export async function create(exchange: Exchange): Promise<void> {
	const { address, response, services } = exchange;
	const sent = await sentWith(exchange);
	if (typeof sent !== 'object') return refuse(response, sent);
	const made = await createClass(services.live, sent.value, address);
	if (typeof made === 'object') know(exchange, 'host', made.id, made.key);
	tellOr(response, made);
}

/** Tells which class has a code. */
export async function code({ address, response, services }: Exchange, typed: string): Promise<void> {
	tellOr(response, await lookUp(services.live, typed, address));
}

/** Lets somebody into a class, or back into it. */
export async function enter(exchange: Exchange, opened: LiveClass): Promise<void> {
	const { address, response, services } = exchange;
	const sent = await sentWith(exchange);
	if (typeof sent !== 'object') return refuse(response, sent);
	const known = tokenIn(exchange, opened.kept.id);
	const me = await join(services.live, opened, { sent: sent.value, address, known });
	if (typeof me === 'object') know(exchange, 'pupil', opened.kept.id, me.token);
	tellOr(response, me);
}

/** Recognises a pupil on another device. */
export async function back(exchange: Exchange, opened: LiveClass): Promise<void> {
	const { response, services } = exchange;
	const sent = await sentWith(exchange);
	if (typeof sent !== 'object') return refuse(response, sent);
	const given = parsed(backSchema, sent.value);
	if (!given) return refuse(response, 'unreadable');
	const pupil = await pupilWith(services.live, opened, given.token);
	if (!pupil) return refuse(response, 'not-pupil');
	know(exchange, 'pupil', opened.kept.id, given.token);
	tell(response, await meOf(services.live, opened, pupil));
}

/** Lets another device be the host’s, too. */
export async function takeOver(exchange: Exchange, opened: LiveClass): Promise<void> {
	const { response } = exchange;
	const sent = await sentWith(exchange);
	if (typeof sent !== 'object') return refuse(response, sent);
	const given = parsed(hostSchema, sent.value);
	if (!given) return refuse(response, 'unreadable');
	if (!isHostOf(opened, given.key)) return refuse(response, 'not-host');
	know(exchange, 'host', opened.kept.id, given.key);
	tell(response, { code: opened.kept.code });
}
