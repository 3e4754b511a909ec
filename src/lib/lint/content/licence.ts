import { servesExamsAlone } from '#lib/bank/serving.ts';

import type { Rule } from '../rule.ts';

/** C-14: packages, the element and files take a course to other places, and nobody there knows what they may do with it. */
export const licence: Rule = {
	id: 'C-14',
	level: 'info',
	wants: 'A course that can be taken elsewhere names its licence.',
	once: true,
	source: 'ours',
	check: ({ bank: { primer } }) => {
		if (primer.licence || servesExamsAlone(primer)) return [];
		const fix =
			'Write “licence:” with a “name” beside “source”, such as CC-BY-4.0; or “All rights reserved”, if that is meant.';
		const message = 'nothing says on what terms others may use the course, and packages take it to them';
		return [{ subject: 'primer', path: [], message, fix }];
	}
};
