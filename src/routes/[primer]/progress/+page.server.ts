import { getLocale } from '#lib/paraglide/runtime.js';
import { outlineOf } from '#lib/review/outline-of.ts';

import { bankOf, headOf } from '../bank.server.ts';
import type { PageServerLoad } from './$types';

/** What the map is drawn on; what the learner knows of it is read on the device. */
export const load: PageServerLoad = ({ params }) => {
	const bank = bankOf(params.primer, getLocale());
	const studied = new Set(outlineOf(bank).facts.map(({ id }) => id));
	return {
		primer: headOf(bank),
		facts: bank.primer.facts
			.filter(({ id }) => studied.has(id))
			.map(({ id, point, claim, where, since, status }) => ({ id, point, claim, where, since, status }))
	};
};
