import type { SupportPicture, TimelinePicture } from '#lib/bank/pictures.ts';

import type { LinkedFacts } from './linked-facts.ts';

/** The facts that both rest on, as far as they have titles. */
export const linked: LinkedFacts = {
	address: '/course/facts',
	language: 'en',
	facts: [{ id: 'F2.1', title: 'How many' }, { id: 'F2.3', title: 'Members of the union' }, { id: 'F2.4' }]
};

/** A small timeline, for tests to look at. */
export const timeline: TimelinePicture = {
	title: 'Then and since',
	summary: 'What came when.',
	asOf: '2018-11-13',
	events: [
		{ id: 'code', date: '2011-09-12', text: 'A code is proposed', facts: ['F4.2'], point: 4, isLater: false },
		{ id: 'launch', date: '2018-11', text: 'A call is launched', facts: ['F0.2'], point: 0, isLater: false },
		{ id: 'joined', date: '2021', text: 'A state joins', facts: ['F3.1', 'F2.3'], point: 3, isLater: true }
	]
};

/** A small drawing of who stood where, for tests to look at. */
export const support: SupportPicture = {
	title: 'Who and who not',
	summary: 'Some did.',
	asOf: '2018-11-13',
	groups: [
		{
			id: 'states',
			label: 'States that had',
			backed: true,
			atLeast: 50,
			more: 'And others',
			facts: ['F2.1'],
			point: 2,
			members: [
				{ id: 'union', label: 'All 28 members', count: 28, facts: ['F2.3'], point: 2 },
				{ id: 'canada', label: 'Canada', facts: ['F2.4'], point: 2 }
			]
		},
		{
			id: 'absent',
			label: 'States that had not',
			backed: false,
			facts: [],
			point: 3,
			members: [
				{
					id: 'australia',
					label: 'Australia',
					facts: ['F3.3'],
					point: 3,
					later: { date: '2019-11', text: 'named as a supporter' }
				}
			]
		}
	]
};
