/** How large the text of all pages is. */
export const textSizes = ['normal', 'large', 'larger'] as const;
export type TextSize = (typeof textSizes)[number];

/** How far apart letters, words and lines are. */
export const spacings = ['normal', 'wide'] as const;
export type Spacing = (typeof spacings)[number];

/** Whether keys of one letter, sign or digit are commands: who dictates, or presses keys unawares, can do without. */
export const letterKeys = ['on', 'off'] as const;
export type LetterKeys = (typeof letterKeys)[number];

/** Whether pages are light or dark: as the device is, or always the one. */
export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** How a reader likes to read, and to press keys. */
export interface ReadingSettings {
	size: TextSize;
	spacing: Spacing;
	keys: LetterKeys;
	theme: Theme;
}

/**
 * The cookie that keeps it: `large.wide`, or `large.wide.off.dark` where keys of one letter are off and pages always
 * dark. The script in `app.html` reads it too, before anything is
 * painted.
 */
export const READING_COOKIE = 'reading';

/** How long it is kept, in seconds: 400 days, the longest that browsers keep a cookie. */
export const READING_AGE = 400 * 86_400;

/** What a cookie says; for any part that it says wrongly, or leaves out, the default. */
export function parseReadingSettings(cookie: string | undefined): ReadingSettings {
	const [size, spacing, ...more] = cookie?.split('.') ?? [];
	const keys = letterKeys.find((known) => more.includes(known));
	const theme = themes.find((known) => more.includes(known));
	return readingSettingsOf({ size, spacing, keys, theme });
}

/** What was chosen, each part as it is without a choice where it is anything else. */
export function readingSettingsOf(said: { [Part in keyof ReadingSettings]?: unknown } = {}): ReadingSettings {
	return {
		size: textSizes.find((known) => known === said.size) ?? 'normal',
		spacing: spacings.find((known) => known === said.spacing) ?? 'normal',
		keys: letterKeys.find((known) => known === said.keys) ?? 'on',
		theme: themes.find((known) => known === said.theme) ?? 'auto'
	};
}

/** How a cookie says it; what most never choose is left out. */
export function formatReading({ size, spacing, keys, theme }: ReadingSettings): string {
	return [size, spacing, ...(keys === 'on' ? [] : [keys]), ...(theme === 'auto' ? [] : [theme])].join('.');
}
