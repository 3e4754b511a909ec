import { building, dev } from '$app/environment';
import { error, type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit';

import {
	edition,
	findBank,
	libraryProblems,
	openLibrary,
	unavailableCourses
} from '#lib/bank/library.server.ts';
import { describeUnavailable } from '#lib/bank/problem.ts';
import { watchLibrary } from '#lib/bank/watch.server.ts';
import { openSecret } from '#lib/server/secret.ts';
import { FINGERPRINT_HEADER } from '#lib/offline/offline-list.ts';
import { LANGUAGE_HEADER, withClientOf } from '#lib/offline/page-language.ts';
import * as m from '#lib/paraglide/messages.js';
import { getTextDirection, locales } from '#lib/paraglide/runtime.js';
import { closeExams, openExams } from '#lib/server/exam/open-exams.ts';
import { atStop, finishAll, giveEdition } from '#lib/server/process-channels.ts';
import { parseReadingSettings, READING_COOKIE } from '#lib/store/reading-settings.ts';

import { namesNoAction } from './routes/form.server.ts';
import { inLanguage, languageOf } from './routes/language/language.server.ts';
import { fingerprint } from './routes/offline/fingerprint.server.ts';
import { declareSame } from './routes/same-for-all.server.ts';

/**
 * Finds the secret, reads all questions and opens what keeps exams before the first request is answered. A course with a
 * broken file is left out, and said; the start is stopped where none is left. Under `npm run dev`, or told to watch, it
 * reads them again whenever they are saved.
 */
export const init: ServerInit = async () => {
	if (building) return;
	// After a change of the code, the modules of before still have open what these are about to open.
	if (dev) await finishAll();
	giveEdition(edition);
	for (const note of openSecret(process.env)) console.warn(note);
	await openLibrary(process.env['QUESTIONS'] || 'questions', dev);
	await openExams({
		data: process.env['DATA'] || '.data',
		databaseUrl: process.env['DATABASE_URL'] || undefined,
		keepDays: Number(process.env['KEEP_DAYS'] || 30),
		bankOf: findBank,
		say: (words) => console.warn(words)
	});
	atStop(closeExams);
	const problems = libraryProblems();
	if (problems.length > 0) console.error(describeUnavailable(unavailableCourses(), problems));
	if (dev || process.env['WATCH'] === '1') watchLibrary(console.log);
};

/** Answers each request in the language of its page, under the same address in every language. */
export const handle: Handle = ({ event, resolve }) => {
	const language = languageOf(event);
	const { size, spacing } = parseReadingSettings(event.cookies.get(READING_COOKIE));
	return inLanguage(language, async () => {
		if (namesNoAction(event.url)) error(404, { message: m.no_such_page(), fix: m.no_such_page_fix() });
		const response = await resolve(event, {
			transformPageChunk: ({ html }) =>
				withClientOf(language, locales, html)
					.replace('%language%', language)
					.replace('%direction%', getTextDirection(language))
					.replace('%size%', size)
					.replace('%spacing%', spacing)
		});
		const link = response.headers.get('link');
		if (link) response.headers.set('link', withClientOf(language, locales, link));
		response.headers.append('vary', `Cookie, Accept-Language, ${LANGUAGE_HEADER}`);
		// A service worker learns from these what it has kept, and for whom.
		response.headers.set('content-language', language);
		response.headers.set(FINGERPRINT_HEADER, fingerprint());
		declareSame(response.headers, event.route.id, event.request.method);
		return response;
	});
};

export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status === 404) return { message: m.no_such_page(), fix: m.no_such_page_fix() };
	// SvelteKit's own refusals, such as of a form that a page does not take.
	if (status < 500) return { message: m.not_possible_here(), fix: m.not_possible_here_fix() };
	console.error(event.request.method, event.url.pathname, error);
	return { message: m.went_wrong(), fix: m.went_wrong_fix() };
};
