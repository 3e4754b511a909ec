import type { Refusal } from '#lib/classroom/protocol.ts';
import type { Pupil } from '#lib/classroom/pupil.ts';
import { takeAnswer } from '#lib/server/live/answer.ts';
import { meOf } from '#lib/server/live/enter.ts';
import { changePerson, lead, peopleIn } from '#lib/server/live/lead.ts';
import type { LiveClass } from '#lib/server/live/live-class.ts';
import type { Live } from '#lib/server/live/live.ts';
import { removeClass } from '#lib/server/live/remove.ts';
import { ownIn, reportIn, standingsIn, tallyIn } from '#lib/server/live/told.ts';

import type { Exchange } from '../plain.ts';
import { sentWith } from './body.ts';
import { refuse, tellOr } from './refusals.ts';
import { isHost, pupilIn } from './who.ts';

type InClass = (exchange: Exchange, opened: LiveClass) => Promise<void>;

/** What pupils do in a class. */
export const pupils = {
	me: asPupil(meOf),
	own: asPupil(ownIn),
	answer: asPupil(async (live, opened, pupil, exchange) => {
		const sent = await sentWith(exchange);
		return typeof sent === 'object' ? takeAnswer(live, opened, pupil, sent.value) : sent;
	})
};

/** What hosts do in a class. */
export const hosts = {
	event: sentByHost((_, opened, sent) => lead(opened, sent)),
	people: asHost(peopleIn),
	change: sentByHost(changePerson),
	tally: asHost(tallyIn),
	standings: asHost(standingsIn),
	report: asHost(reportIn),
	delete: sentByHost(removeClass)
};

/** What a pupil asks for or does, and nobody else in their place. */
function asPupil(
	act: (live: Live, opened: LiveClass, pupil: Pupil, exchange: Exchange) => Promise<object | Refusal>
): InClass {
	return async (exchange, opened) => {
		const { live } = exchange.services;
		const pupil = await pupilIn(exchange, opened);
		if (!pupil) return refuse(exchange.response, 'not-pupil');
		const isPatient = live.limits.mayAct(opened.kept.id, pupil.id, 'ask', live.ticks());
		tellOr(exchange.response, isPatient ? await act(live, opened, pupil, exchange) : 'slow-down');
	};
}

/** What the host asks for or does, on whatever device, and nobody else. */
function asHost(
	act: (live: Live, opened: LiveClass, exchange: Exchange) => Promise<object | Refusal>
): InClass {
	return async (exchange, opened) => {
		const { live } = exchange.services;
		if (!isHost(exchange, opened)) return refuse(exchange.response, 'not-host');
		const isPatient = live.limits.mayLead(opened.kept.id, live.ticks());
		tellOr(exchange.response, isPatient ? await act(live, opened, exchange) : 'slow-down');
	};
}

/** What the host does with what their page has sent. */
function sentByHost(
	act: (live: Live, opened: LiveClass, sent: unknown) => Promise<object | Refusal>
): InClass {
	return asHost(async (live, opened, exchange) => {
		const sent = await sentWith(exchange);
		return typeof sent === 'object' ? act(live, opened, sent.value) : sent;
	});
}
