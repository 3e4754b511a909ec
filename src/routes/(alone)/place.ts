import type { Here } from '../(frame)/live.ts';

/** The id of the element that holds a page which its own script brings to life. */
export const PLACE = 'alone';

/** The id of the element that holds what the server tells that script. */
export const DATA = 'alone-data';

/** The page that is shown, whatever its address has come to. */
export function pageHere(): Here {
	return {
		get url() {
			return new URL(location.href);
		},
		route: { id: document.getElementById(PLACE)?.dataset['route'] ?? null }
	};
}
