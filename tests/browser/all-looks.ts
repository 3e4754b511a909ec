import type { Page } from 'playwright-core';

/** How a page is looked at. */
export interface Look {
	width: number;
	theme: 'light' | 'dark';
	language: '' | '/fr';
	/** How large letters are, in percent. */
	letters: 100 | 200;
}

const all: readonly Look[] = [320, 390, 1280, 1920].flatMap((width) =>
	(['light', 'dark'] as const).flatMap((theme) =>
		(['', '/fr'] as const).flatMap((language) =>
			([100, 200] as const).map((letters) => ({ width, theme, language, letters }))
		)
	)
);

/**
 * Those in which pages are looked at: with `LOOKS=all` all of them, with words such as `LOOKS="320 dark fr 200"` those that
 * each of the words fits, and without either those that are given.
 *
 * @throws {Error} when nothing fits, so that a slip of the pen passes no test
 */
export function looksAskedOr(given: readonly Look[]): readonly Look[] {
	const asked = (process.env['LOOKS'] ?? '').split(/[\s,]+/).filter((word) => word !== '');
	if (asked.length === 0) return given;
	const fits = (look: Look) =>
		asked.every((word) => word === 'all' || nameOf(look).split(' ').includes(word));
	const fitting = all.filter(fits);
	if (fitting.length === 0)
		throw new Error(`LOOKS=${asked.join(' ')} fits none of ${all.map(nameOf).join(', ')}.`);
	return fitting;
}

/** A look in words: “320 light en 100”. */
export function nameOf({ width, theme, language, letters }: Look): string {
	return [width, theme, language === '' ? 'en' : 'fr', letters].join(' ');
}

/** A page for a reader who has set the size of letters in the browser, which all others follow. */
export async function enlarged(page: Page, { letters }: Pick<Look, 'letters'>): Promise<Page> {
	const session = await page.context().newCDPSession(page);
	const fontSizes = { standard: (16 * letters) / 100, fixed: (13 * letters) / 100 };
	await session.send('Page.setFontSizes', { fontSizes });
	return page;
}
