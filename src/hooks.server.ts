import { building } from '$app/environment';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';

import { openLibrary } from '#lib/bank/library.server.ts';
import * as m from '#lib/paraglide/messages.js';
import { baseLocale, getTextDirection } from '#lib/paraglide/runtime.js';
import { parseReading, READING_COOKIE } from '#lib/ui/reading.ts';

import { inLanguage, languageOf } from './routes/language/language.server.ts';

/** Reads all questions before the first request is answered; a broken file stops the start. */
export const init: ServerInit = async () => {
	if (!building) await openLibrary(process.env['QUESTIONS'] || 'questions');
};

/** Answers each request in the language of its page, under the same address in every language. */
export const handle: Handle = ({ event, resolve }) => {
	const language = languageOf(event);
	const { size, spacing } = parseReading(event.cookies.get(READING_COOKIE));
	return inLanguage(language, async () => {
		const response = await resolve(event, {
			transformPageChunk: ({ html }) =>
				clientOf(language, html)
					.replace('%language%', language)
					.replace('%direction%', getTextDirection(language))
					.replace('%size%', size)
					.replace('%spacing%', spacing)
		});
		const link = response.headers.get('link');
		if (link) response.headers.set('link', clientOf(language, link));
		response.headers.append('vary', 'Cookie, Accept-Language');
		return response;
	});
};

/** A text that names files of the client, for the page of a language: each but the first has a client of its own. */
function clientOf(language: string, text: string): string {
	if (language === baseLocale) return text;
	return text.replaceAll('_app/immutable/', `_app/immutable/${language}/`);
}

export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status !== 404) console.error(event.request.method, event.url.pathname, error);
	return status === 404
		? { message: m.no_such_page(), fix: m.no_such_page_fix() }
		: { message: m.went_wrong(), fix: m.went_wrong_fix() };
};
