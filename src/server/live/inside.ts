import { classEventSchema } from '#lib/classroom/event.ts';
import { sentAnswerSchema } from '#lib/classroom/protocol.ts';
import { parsed } from '#lib/quiz/parsed.ts';
import { meOf } from '#lib/server/live/enter.ts';
import type { LiveClass } from '#lib/server/live/live-class.ts';

import type { Exchange } from '../plain.ts';
import { sentWith } from './body.ts';
import { refuse, tell } from './refusals.ts';
import { isHost, pupilIn } from './who.ts';

/** What a pupil alone is told: who they are, and what the server has of them. */
export async function me(exchange: Exchange, opened: LiveClass): Promise<void> {
	const { response, services } = exchange;
	const pupil = await pupilIn(exchange, opened);
	if (typeof pupil !== 'object') return refuse(response, pupil);
	tell(response, await meOf(services.live, opened, pupil));
}

/** Takes a pupil’s answer, and says so once it is kept. */
export async function takeAnswer(exchange: Exchange, opened: LiveClass): Promise<void> {
	const { response } = exchange;
	const pupil = await pupilIn(exchange, opened);
	if (typeof pupil !== 'object') return refuse(response, pupil);
	if (pupil.standing !== 'in') return refuse(response, pupil.standing);
	const sent = await sentWith(exchange);
	if (typeof sent !== 'object') return refuse(response, sent);
	const answer = parsed(sentAnswerSchema, sent.value);
	if (!answer) return refuse(response, 'unreadable');
	const given = await opened.give({ ...answer, pupil: pupil.id });
	if (given === 'unknown') return refuse(response, 'no-class');
	if (given !== 'kept') return refuse(response, given);
	tell(response, { kept: answer.key });
}

/** Lets the host make something happen. */
export async function takeEvent(exchange: Exchange, opened: LiveClass): Promise<void> {
	const { response } = exchange;
	if (!isHost(exchange, opened)) return refuse(response, 'not-host');
	const sent = await sentWith(exchange);
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
