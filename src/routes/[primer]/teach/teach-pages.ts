import * as m from '#lib/paraglide/messages.js';

import { addressOf } from '../../address-of.ts';

/** The pages for teachers, in the order in which they lead to one another. */
export type TeachPage = 'link' | 'guide' | 'share' | 'class' | 'results' | 'print' | 'bank';

/**
 * The pages for teachers of a primer, in words and with their addresses.
 *
 * @param offer whether there is a report on the questions to show, whether there is a guide, and whether the course is
 * for exams alone, so that nothing of it can be printed, asked in class or put elsewhere
 */
export function teachPages(
	primer: string,
	offer: { hasReport: boolean; examsAlone: boolean; hasGuide: boolean }
): { name: TeachPage; words: string; address: string }[] {
	const bank = {
		...{ name: 'bank' as const, words: m.teach_nav_bank() },
		address: addressOf('/[primer]/bank', { primer })
	};
	const print = {
		...{ name: 'print' as const, words: m.teach_nav_print() },
		address: addressOf('/[primer]/print', { primer })
	};
	const inClass = {
		...{ name: 'class' as const, words: m.host_teach_link() },
		address: `${addressOf('/host')}?course=${encodeURIComponent(primer)}`
	};
	const guide = {
		...{ name: 'guide' as const, words: m.guide_nav() },
		address: addressOf('/[primer]/teach/guide', { primer })
	};
	const share = {
		...{ name: 'share' as const, words: m.share_nav() },
		address: addressOf('/[primer]/share', { primer })
	};
	return [
		{ name: 'link', words: m.teach_nav_link(), address: addressOf('/[primer]/teach', { primer }) },
		...(offer.hasGuide ? [guide] : []),
		...(offer.examsAlone ? [] : [share]),
		...(offer.examsAlone ? [] : [inClass]),
		{
			name: 'results',
			words: m.teach_nav_results(),
			address: addressOf('/[primer]/teach/results', { primer })
		},
		...(offer.examsAlone ? [] : [print]),
		...(offer.hasReport ? [bank] : [])
	];
}
