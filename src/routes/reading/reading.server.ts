import type { Cookies } from '@sveltejs/kit';

import {
	formatReading,
	parseReadingSettings,
	READING_AGE,
	READING_COOKIE,
	readingSettingsOf
} from '#lib/store/reading-settings.ts';

/** Keeps on the reader’s device how they like to read, as far as a form says it; the rest stays as it was. */
export function rememberLook(cookies: Cookies, { protocol }: URL, form: FormData): void {
	const before = parseReadingSettings(cookies.get(READING_COOKIE));
	const said = Object.keys(before).filter((name) => form.has(name));
	if (said.length === 0) return;
	const chosen: Record<string, unknown> = Object.fromEntries(said.map((name) => [name, form.get(name)]));
	const look = readingSettingsOf({ ...before, ...chosen });
	cookies.set(READING_COOKIE, formatReading(look), {
		path: '/',
		maxAge: READING_AGE,
		sameSite: 'lax',
		secure: protocol === 'https:',
		// The page's script reads it too, since a page from a cache cannot know it otherwise.
		httpOnly: false
	});
}
