import { error } from '@sveltejs/kit';

import { readingsOf } from '#lib/bank/readings.ts';
import * as m from '#lib/paraglide/messages.js';
import { pointsToLearn } from '#lib/review/outline.ts';

import { linkedWords } from '../../bank.server.ts';
import { studyOf } from '../../study.server.ts';
import type { PageServerLoad } from './$types';

/** A point to read about and its place among the others; 0 is the primer as a whole. */
export const load: PageServerLoad = ({ locals, params }) => {
	const { bank, study } = studyOf(locals.library, params.primer);
	const { primer } = linkedWords(bank);
	const facts = study.outline.facts.filter(({ point }) => String(point) === params.point);
	if (facts.length === 0) error(404, { message: m.no_such_page(), fix: m.no_such_page_fix() });
	const id = facts[0]?.point ?? 0;
	const point = primer.points.find((each) => each.id === id);
	const asked = new Set(facts.map((fact) => fact.id));
	return {
		...study,
		order: pointsToLearn(study.outline),
		point: {
			id,
			title: point?.title ?? null,
			summary: point?.summary ?? primer.summary,
			readings: readingsOf(point ?? primer),
			outcomes: (point?.outcomes ?? []).map(({ id, text }) => ({ id, text }))
		},
		facts: primer.facts.filter((fact) => asked.has(fact.id)).map(({ id, claim }) => ({ id, claim }))
	};
};
