import { writeSetUp } from '#lib/screens/host/set-up.ts';
import type { WallAddresses, WallHead } from '#lib/screens/host/wall-head.ts';
import { localized } from '#lib/language/addresses.ts';
import { getLocale, isLocale } from '#lib/paraglide/runtime.js';

import { addressOf } from '../address-of.ts';

/**
 * Where the things of a class are.
 *
 * @param page the address of the page that shows them
 * @param key of the host
 */
export function addressesOf({ id, code, setup }: WallHead, key: string, page: URL): WallAddresses {
	const whole = (path: string) => new URL(path, page).href;
	const join = localized('/join', getLocale());
	const { primer, language, items, seed: _, alone: __, ...rules } = setup;
	const again = writeSetUp({
		course: primer,
		choice: {
			...{ pick: 'hand', isSame: true, language: isLocale(language) ? language : getLocale() },
			options: {
				...{ behaviour: 'practice', count: null, points: null, difficulties: null, kinds: null, items },
				over: null,
				...{ order: 'fixed', minutes: null, extraTime: 1, seed: null }
			}
		},
		rules
	});
	const secret = `#key=${key}`;
	return {
		join: whole(join),
		joinCode: whole(`${join}/${code}`),
		host: whole(addressOf('/host/[id]', { id })) + secret,
		remote: whole(addressOf('/host/[id]/remote', { id })) + secret,
		report: `${addressOf('/host/[id]', { id })}/report`,
		again: addressOf('/host') + again,
		setUp: addressOf('/host')
	};
}
