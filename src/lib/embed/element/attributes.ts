import type { DrawOptions } from '../course/draw.ts';
import type { DrawnBank } from '../course/outline.ts';
import { PARAMETERS } from './parameters.ts';
import type { AddressNotice } from '#lib/quiz/address-notice.ts';
import { offerOf } from '#lib/quiz/offer.ts';
import { readOptions } from '#lib/quiz/read-options.ts';

/** The options of a quiz as its attributes give them, and a notice of each that could not be used as it is. */
export function optionsIn(
	element: Pick<Element, 'getAttribute'>,
	bank: DrawnBank
): { options: DrawOptions; notices: AddressNotice[] } {
	const query = new URLSearchParams();
	for (const [name, parameter] of Object.entries(PARAMETERS)) {
		const value = element.getAttribute(name);
		if (value !== null) query.set(parameter, value);
	}
	const { options, notices } = readOptions(query, offerOf(bank));
	const { behaviour, points, items, kinds, difficulties, order, extraTime } = options;
	return {
		options: {
			...{ behaviour, order, extraTime },
			points: points ?? undefined,
			items: items ?? undefined,
			kinds: kinds ?? undefined,
			difficulties: difficulties ?? undefined,
			number: options.count ?? undefined,
			minutes: options.minutes ?? undefined,
			seed: options.seed ?? undefined
		},
		notices
	};
}
