// Loaded once a page has come without loading: from then on it keeps the frame, which the server rendered for the first
// page, up to date.
import { localized } from '#lib/language/addresses.ts';
import { isLocale } from '#lib/paraglide/runtime.js';

import { QUIZ_FORM } from './framed.ts';
import { isPlace, placeOf } from './places.ts';

/** The page that is shown now. */
export interface Here {
	url: URL;
	route: { id: string | null };
}

/**
 * Makes the frame that of another page.
 *
 * @param from the path that was shown before
 */
export function follow({ url, route }: Here, from?: string): void {
	const here = placeOf(route.id);
	for (const link of document.querySelectorAll<HTMLAnchorElement>('.frame [data-place]'))
		link.ariaCurrent = link.dataset['place'] !== here ? null : isPlace(route.id) ? 'page' : 'true';
	// A quiz is posted with all that was answered, wherever it goes on, to the address that names what was drawn.
	const quiz = document.forms.namedItem(QUIZ_FORM);
	const post = quiz?.getAttribute('action') ?? '';
	for (const id of ['f-language', 'f-reading']) {
		const form = document.forms.namedItem(id);
		if (!form) continue;
		const action = new URL(form.action);
		action.searchParams.set('back', url.pathname + (post.replace(/^\?\/act&/, '?') || url.search));
		form.action = action.href;
	}
	// A page that only adds to its address, such as what it has drawn, interrupts nobody.
	if (url.pathname !== from) document.querySelector('.menu')?.removeAttribute('open');
	for (const button of document.querySelectorAll<HTMLButtonElement>('.menu [data-light]')) {
		button.setAttribute('form', quiz ? QUIZ_FORM : (button.dataset['light'] ?? ''));
		button.removeAttribute('formaction');
		if (!quiz) continue;
		const path = isLocale(button.value) ? localized(url.pathname, button.value) : url.pathname;
		button.setAttribute('formaction', `${path}${post}#menu`);
	}
}
