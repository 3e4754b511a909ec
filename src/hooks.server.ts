import { building } from '$app/environment';
import type { HandleServerError, ServerInit } from '@sveltejs/kit';

import { openLibrary } from '#lib/bank/library.server.ts';

/** Reads all questions before the first request is answered; a broken file stops the start. */
export const init: ServerInit = async () => {
	if (!building) await openLibrary(process.env['QUESTIONS'] || 'questions');
};

export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status !== 404) console.error(event.request.method, event.url.pathname, error);
	return status === 404
		? { message: 'There is no such page.', fix: 'Check the address, or begin from a course below.' }
		: {
				message: 'Something went wrong on our side.',
				fix: 'Load the page again. What you did so far is kept.'
			};
};
