import { redirect, type RequestEvent } from '@sveltejs/kit';

import type { Bank } from '#lib/bank/bank.ts';
import { endFor } from '#lib/classroom/context.ts';
import type { Me, Refusal } from '#lib/classroom/protocol.ts';
import type { Pupil } from '#lib/classroom/pupil.ts';
import type { ToldOwn } from '#lib/classroom/pupil-protocol.ts';
import type { ClassView } from '#lib/classroom/class-view.ts';
import { fromForm } from '#lib/kinds/index.ts';
import { takeAnswer } from '#lib/server/live/answer.ts';
import { meOf } from '#lib/server/live/enter.ts';
import type { LiveClass } from '#lib/server/live/live-class.ts';
import { ownIn } from '#lib/server/live/told.ts';
import { newKey } from '#lib/server/live/tokens.ts';

import { inStore, openedClass, pupilHere } from '../../class.server.ts';
import { formOf } from '../../form.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** How soon a page without a script looks again, in seconds: while the class waits, and while somebody reads. */
const [SOON, LATER] = [4, 12];

export const load: PageServerLoad = async (event) => {
	const { locals, params, url } = event;
	const outside = (refused: Refusal) => {
		// Nothing is lost: as soon as the store answers, the pupil is back.
		locals.looksIn = refused === 'wait' ? SOON : null;
		return { stage: 'outside' as const, refused };
	};
	const opened = await openedClass(event, params.id);
	if (typeof opened === 'string') return outside(opened);
	const pupil = await pupilHere(event, opened);
	if (typeof pupil === 'string') return outside(pupil);
	const me = await inStore(meOf(locals.live, opened, pupil));
	if (me === 'wait') return outside(me);
	const { primer, language } = opened.kept.setup;
	const view = me.standing === 'in' ? (opened.view('pupil') ?? null) : null;
	locals.looksIn = view ? looksIn(view, me, opened.clock.now()) : SOON;
	return {
		stage: 'inside' as const,
		start: { id: params.id, me, view, now: opened.clock.now() },
		course: courseOf(locals.library.find(primer, language)),
		place: Math.max(0, Number(/^\d{1,3}$/.exec(url.searchParams.get('item') ?? '')?.[0] ?? 1) - 1),
		postKey: newKey(),
		own: view?.phase === 'ended' ? await ownOf(event, opened, pupil) : null
	};
};

export const actions: Actions = {
	/** Takes an answer from a page without its script. */
	async answer(event) {
		const form = await formOf(event.request);
		const round = Number(form.get('round'));
		const told = (refused: string) => ({ round, refused });
		const opened = await openedClass(event, event.params.id);
		if (typeof opened === 'string') return told(opened);
		const pupil = await pupilHere(event, opened);
		if (typeof pupil === 'string') return told(pupil);
		const sent = answerIn(opened, round, form);
		const given = await inStore(takeAnswer(event.locals.live, opened, pupil, sent));
		if (typeof given === 'string') return told(given === 'unreadable' ? 'unfit' : given);
		const item = event.url.searchParams.get('item');
		redirect(303, `?${item === null ? '' : new URLSearchParams({ item }).toString()}`);
	}
};

/** What a pupil has come to in a class that is over; null where that cannot be told now. */
async function ownOf({ locals }: RequestEvent, opened: LiveClass, pupil: Pupil): Promise<ToldOwn | null> {
	const told = await inStore(ownIn(locals.live, opened, pupil));
	return typeof told === 'object' ? told : null;
}

/** What a form gives to a round that is open. */
function answerIn(opened: LiveClass, round: number, form: FormData): unknown {
	const view = opened.view('pupil');
	const item = view?.asked[view.rounds.findIndex(({ number }) => number === round)];
	const certainty = Number(form.get('certainty'));
	return {
		round,
		response: item ? fromForm(item.kind, form) : null,
		certainty: certainty === 0 ? null : certainty,
		key: form.get('key')
	};
}

function courseOf(bank: Bank | undefined) {
	if (!bank) return null;
	const { language, source } = bank.primer;
	return {
		...{ language, date: source.date },
		...(source.called !== undefined && { source: source.called })
	};
}

/** A page that somebody answers on stays until their time is over; one that was answered on looks again, and so does any other. */
function looksIn({ phase, rounds, rules }: ClassView, { answers, times }: Me, now: number): number | null {
	if (phase === 'ended') return null;
	if (phase === 'revealed') return LATER;
	const [round] = rounds;
	if (phase !== 'asking' || !round) return SOON;
	if (rules.pace === 'teacher' && answers.some((answer) => answer.round === round.number)) return LATER;
	const left = endFor(round, times) - now;
	return Number.isFinite(left) ? Math.ceil(Math.max(0, left) / 1000) + SOON : null;
}
