import type { PrimerHead } from '#lib/bank/primer-head.ts';

import { courseAddresses } from '#lib/screens/course-addresses.ts';
import type { MapFact } from './learner.ts';

/** A course of two points, for tests. */
export const primer: PrimerHead = {
	id: 'course',
	title: 'A course',
	points: [
		{ id: 1, title: 'One' },
		{ id: 2, title: 'Two' }
	],
	first: 1,
	date: '2018-11-13',
	language: 'en'
};

const fact = (id: string, point: number, given: Partial<MapFact> = {}): MapFact => ({
	id,
	...(point > 0 && { title: `The title of ${id}` }),
	point,
	claim: `The claim of ${id}.`,
	where: `Point ${point}, first line`,
	since: [],
	status: 'stable',
	...given
});

/** Its facts: two of point 1, one of point 2, one of the whole; that has no title. */
export const facts: MapFact[] = [
	fact('F0.1', 0, { status: 'as-of' }),
	fact('F1.1', 1, {
		since: [
			{
				note: 'It was joined by others.',
				date: '2021-11-10',
				checked: '2026-11-24',
				source: { title: 'A later source' }
			}
		]
	}),
	fact('F1.2', 1),
	fact('F2.1', 2)
];

export const addresses = courseAddresses('/course');
