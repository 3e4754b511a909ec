import { error } from '@sveltejs/kit';

import { packageFormats } from '#lib/embed/package/package-options.ts';
import * as m from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { offerOf } from '#lib/quiz/offer.ts';
import { readHandedOn } from '#lib/screens/share/handed-on.ts';

import { clientAddress } from '../../../client-address.server.ts';
import { openBankOf } from '../../bank.server.ts';
import { packageOf } from '../packages.server.ts';
import type { RequestHandler } from './$types';

/** A quiz as a package for a learning platform, as one page or as a folder: what the page that hands it on has chosen. */
export const GET: RequestHandler = async (event) => {
	const { locals, params, url } = event;
	const format = packageFormats.find((known) => known === params.format);
	if (!format) error(404, { message: m.no_such_page(), fix: m.no_such_page_fix() });
	// Nothing that is kept for exams is in it, and nothing of what serves them alone.
	const bank = openBankOf(locals.library, params.primer, getLocale());
	const { handedOn } = readHandedOn(url.searchParams, offerOf(bank), getLocale());
	const { behaviour, count, difficulties, items, kinds, minutes, order, points, seed } = handedOn.options;
	const languages = locals.library.inAllLanguages(params.primer).map(({ primer }) => primer.language);
	const language = languages.find((tag) => tag === handedOn.language);
	const made = await packageOf(
		locals.library,
		bank.primer.id,
		{
			...{ format, behaviour },
			...(language !== undefined && !handedOn.inAll && { language }),
			...(points && { points }),
			...(count !== null && { number: count }),
			...(items && { items }),
			...(kinds && { kinds }),
			...(difficulties && { difficulties }),
			...(order === 'fixed' && { order }),
			...(minutes !== null && { minutes }),
			...(handedOn.pass !== null && { mastery: handedOn.pass / 100 }),
			...(handedOn.isSame && !handedOn.isSeedDrawn && seed !== null && { seed })
		},
		locals.builtForPackages,
		clientAddress(event)
	).catch((failure: unknown) => {
		console.error(failure);
		error(503, { message: m.share_no_packages(), fix: m.share_no_packages_fix() });
	});
	if (!made) error(403, { message: m.not_possible_here(), fix: m.not_possible_here_fix() });
	if (made === 'slow-down') error(429, { message: m.class_slow_down(), fix: m.class_slow_down_fix() });
	return new Response(made.bytes, {
		headers: { 'content-type': made.type, 'content-disposition': `attachment; filename="${made.name}"` }
	});
};
