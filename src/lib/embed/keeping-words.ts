import * as m from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/paraglide/runtime.js';

import type { Keeping } from './platform/platform.ts';

/** What a learner should know of how well a platform keeps the attempt; empty where all is well. */
export function keepingWords(keeping: Keeping, locale: Locale): string {
	switch (keeping) {
		case 'kept':
			return '';
		case 'waiting':
			return m.package_waiting({}, { locale });
		case 'full':
			return m.package_full({}, { locale });
		case 'untold':
			return m.package_untold({}, { locale });
		case 'refused':
			return m.package_refused({}, { locale });
	}
}
