import { outcomesOf } from '#lib/bank/outcome.ts';

import { finalTestOf } from '../final-test.server.ts';
import { studyOf } from '../study.server.ts';
import type { PageServerLoad } from './$types';

/** The ground of the map; what the learner knows is read on the device. */
export const load: PageServerLoad = ({ locals, params }) => {
	const { bank, study } = studyOf(locals.library, params.primer);
	const studied = new Set(study.outline.facts.map(({ id }) => id));
	return {
		primer: study.primer,
		outline: study.outline,
		outcomes: outcomesOf(bank.primer.points),
		finalTest: finalTestOf(bank),
		facts: bank.primer.facts
			.filter(({ id }) => studied.has(id))
			.map(({ cue: _, scored: __, ...fact }) => fact)
	};
};
