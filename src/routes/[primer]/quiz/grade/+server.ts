import { json } from '@sveltejs/kit';
import * as v from 'valibot';

import { revealed } from '#lib/bank/revealed.ts';
import { gradeExam } from '#lib/exam/grade.server.ts';
import { byId } from '#lib/kinds/by-id.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

import { bankOf } from '../../bank.server.ts';
import { ticketOf } from '../exam.server.ts';
import type { RequestHandler } from './$types';

const handedIn = v.strictObject({ ticket: v.string(), responses: byId(v.unknown()) });

/**
 * Takes an exam that is handed in: answers with its grades and all that may now be shown, in the language of the page
 * (`?language=fr`), or with the reason why not.
 */
export const POST: RequestHandler = async ({ params, request, url }) => {
	const bank = bankOf(params.primer, url.searchParams.get('language') ?? getLocale());
	const body = v.safeParse(handedIn, await request.json().catch(() => undefined));
	if (!body.success) return json({ refusal: 'altered' }, { status: 400 });
	const { ticket, responses } = body.output;
	const graded = gradeExam(bank, ticketOf(ticket), responses, Date.now());
	if ('refusal' in graded) return json(graded, { status: 403 });
	return json({ grades: graded.grades, ...revealed(bank, graded.items) });
};
