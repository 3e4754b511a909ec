import { servesExamsAlone } from '#lib/bank/serving.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { parseReadingSettings, READING_COOKIE } from '#lib/store/reading-settings.ts';

import { watchedIn } from './watch/watched.server.ts';
import type { LayoutServerLoad } from './$types';

/** The courses, for the list on the first page and for visitors who are lost. */
export const load: LayoutServerLoad = ({ cookies, locals, route, untrack }) => ({
	primers: locals.library.all(getLocale()).map(({ primer }) => ({
		...{ id: primer.id, title: primer.title, language: primer.language },
		examsAlone: servesExamsAlone(primer)
	})),
	...(locals.isWatched && { watched: watchedIn(locals.library) }),
	// Without scripts the settings page cannot look by itself; with them, it needs nothing from the server.
	...(untrack(() => route.id) === '/settings' && {
		reading: parseReadingSettings(cookies.get(READING_COOKIE))
	})
});
