import * as m from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';

import type { Keeping } from './platform/platform.ts';

/** What a learner should know of how well a platform keeps the attempt; empty where all is well. */
export function keepingWords(keeping: Keeping, locale: Locale): string {
	switch (keeping) {
		case 'kept':
		case 'sending':
			return '';
		case 'waiting':
			return m.package_waiting({}, { locale });
		case 'held':
			return m.package_held({}, { locale });
		case 'full':
			return m.package_full({}, { locale });
		case 'untold':
			return m.package_untold({}, { locale });
		case 'refused':
			return m.package_refused({}, { locale });
	}
}
