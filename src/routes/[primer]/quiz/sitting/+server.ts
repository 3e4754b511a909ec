import { json } from '@sveltejs/kit';
import * as v from 'valibot';

import { getLocale } from '#lib/paraglide/runtime.js';
import { keptAnswerSchema } from '#lib/quiz/event.ts';
import type { SittingReply } from '#lib/quiz/exchange.ts';
import { exchange } from '#lib/server/exam/told.ts';

import { bankOf } from '../../bank.server.ts';
import { kept, sittingIn } from '../exam.server.ts';
import type { RequestHandler } from './$types';

const sentSchema = v.strictObject({
	sitting: v.string(),
	answers: v.array(keptAnswerSchema),
	known: v.number(),
	handIn: v.boolean()
});

/**
 * Takes the answers of an exam's page, and hands them in if the page asks for it. It responds with what the
 * server has and the page does not; for a closed exam, with its outcome and everything that may now be shown,
 * in the language of the address; or with the reason why not.
 */
export const POST: RequestHandler = async ({ locals, params, request }) => {
	const bank = bankOf(locals.library, params.primer, getLocale());
	const body = v.safeParse(sentSchema, await request.json().catch(() => undefined));
	const sitting = body.success ? sittingIn(locals, body.output.sitting) : undefined;
	if (!body.success || !sitting) return tell({ state: 'refused', refusal: 'altered' }, 403);

	const told = await kept(exchange(locals.exams, bank, sitting.id, body.output));
	return tell(told, told.state !== 'refused' ? 200 : told.refusal === 'late' ? 410 : 403);
};

function tell(told: SittingReply, status = 200): Response {
	return json(told, { status, headers: { 'cache-control': 'no-store' } });
}
