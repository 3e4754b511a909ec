import { redirect } from '@sveltejs/kit';

import { pathWithin } from '#lib/offline/path-within.ts';
import {
	formatReading,
	READING_AGE,
	READING_COOKIE,
	readingSettingsOf
} from '#lib/store/reading-settings.ts';

import { formOf } from '../form.server.ts';
import type { RequestHandler } from './$types';

/** Takes how a reader likes to read (`size=large&spacing=wide&keys=off`), and goes back to the page of this site where it was chosen. */
export const POST: RequestHandler = async ({ cookies, request, url }) => {
	const form = await formOf(request);
	const reading = readingSettingsOf(Object.fromEntries(form));
	cookies.set(READING_COOKIE, formatReading(reading), {
		path: '/',
		maxAge: READING_AGE,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		// The page's script reads it too, since a page from a cache cannot know it otherwise.
		httpOnly: false
	});
	redirect(303, pathWithin(url.origin, url.searchParams.get('back') ?? '/'));
};
