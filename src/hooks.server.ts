import { error, type Handle, type HandleServerError, type RequestEvent } from '@sveltejs/kit';

import { FINGERPRINT_HEADER } from '#lib/offline/offline-list.ts';
import { languageAt, localized } from '#lib/language/addresses.ts';
import { withClientOf } from '#lib/language/client-of.ts';
import * as m from '#lib/paraglide/messages.js';
import { getTextDirection, locales, type Locale } from '#lib/paraglide/runtime.js';
import { withoutIds } from '#lib/server/live/tokens.ts';
import type { Services } from '#lib/server/services.ts';
import { parseReadingSettings, READING_COOKIE } from '#lib/store/reading-settings.ts';

import { isEmbedded } from './routes/(frame)/embedded.ts';
import { withFrame } from './routes/(frame)/frame.server.ts';
import { namesNoAction } from './routes/form.server.ts';
import { inLanguage, otherAddress } from './routes/language/language.server.ts';
import { fingerprint } from './routes/offline/fingerprint.server.ts';
import { declareSame } from './routes/same-for-all.server.ts';

/** Answers each request in the language that its address names. */
export const handle: Handle = ({ event, resolve }) => {
	Object.assign(event.locals, servicesOf(event));
	const elsewhere = otherAddress(event);
	if (elsewhere) return elsewhere;
	const language = languageAt(event.url);
	return inLanguage(language, async () => {
		if (namesNoAction(event.url)) error(404, { message: m.no_such_page(), fix: m.no_such_page_fix() });
		const rendered = await resolve(event, {
			transformPageChunk: ({ html }) => {
				// Posting a quiz may have changed it.
				const look = parseReadingSettings(event.cookies.get(READING_COOKIE));
				const reading = Object.entries({ ...look, ...embeddedLook(event) }).map(
					([name, chosen]) => `data-${name}="${chosen}"`
				);
				const page = withClientOf(language, locales, html)
					.replace('%language%', language)
					.replace('%direction%', getTextDirection(language))
					.replace('data-reading', reading.join(' '));
				return withFrame(page, event);
			}
		});
		const response = await inItsLanguage(rendered, language);
		const link = response.headers.get('link');
		if (link) response.headers.set('link', withClientOf(language, locales, link));
		// Tells a service worker what the page that it has kept was made of.
		response.headers.set(FINGERPRINT_HEADER, fingerprint(event.locals.library));
		declareSame(response.headers, event.route.id, event.request.method);
		return response;
	});
};

/** Where no page is rendered, the words of an error are in the language of the address, and `error.html` is to say so, and to lead on in it. */
async function inItsLanguage(response: Response, language: Locale): Promise<Response> {
	const { status, headers: given } = response;
	const isPage = given.get('content-type')?.startsWith('text/html') === true;
	if (status < 400 || !isPage || given.has('x-sveltekit-page')) return response;
	const said = (await response.text())
		.replace('lang="en" dir="ltr"', `lang="${language}" dir="${getTextDirection(language)}"`)
		.replace('href="/"', `href="${localized('/', language)}"`);
	const headers = new Headers(given);
	headers.delete('content-length');
	return new Response(said, { status, headers });
}

/** What the look of a page in somebody else’s has of that page; nothing for any other. */
function embeddedLook({ locals: { embedded }, route }: RequestEvent): Record<string, string> {
	if (!isEmbedded(route.id)) return {};
	return { embedded: '', ...(embedded?.theme && { theme: embedded.theme }) };
}

/** What the listener has attached to the request: `server.ts`, or Vite’s server in development. */
function servicesOf({ platform }: RequestEvent): Services {
	const services = platform?.req.services;
	if (!services)
		throw new Error(
			'This request came without what it is answered from. Start with “npm start” or “npm run dev”.'
		);
	return services;
}

export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status === 404) return { message: m.no_such_page(), fix: m.no_such_page_fix() };
	// SvelteKit's own refusals, such as of a form that a page does not accept.
	if (status < 500) return { message: m.not_possible_here(), fix: m.not_possible_here_fix() };
	console.error(event.request.method, withoutIds(event.url.pathname), error);
	return { message: m.went_wrong(), fix: m.went_wrong_fix() };
};
