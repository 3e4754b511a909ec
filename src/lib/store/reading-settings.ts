/** How large the text of all pages is. */
export const textSizes = ['normal', 'large', 'larger'] as const;
export type TextSize = (typeof textSizes)[number];

/** How far apart letters, words and lines are. */
export const spacings = ['normal', 'wide'] as const;
export type Spacing = (typeof spacings)[number];

/** Whether keys of one letter, sign or digit are commands: who dictates, or presses keys unawares, can do without. */
export const letterKeys = ['on', 'off'] as const;
export type LetterKeys = (typeof letterKeys)[number];

/** How a reader likes to read, and to press keys. */
export interface ReadingSettings {
	size: TextSize;
	spacing: Spacing;
	keys: LetterKeys;
}

/** The cookie that keeps it: `large.wide`, or `large.wide.off` where keys of one letter are off. The script in `app.html` reads it too, before anything is painted. */
export const READING_COOKIE = 'reading';

/** How long it is kept, in seconds: 400 days, the longest that browsers keep a cookie. */
export const READING_AGE = 400 * 86_400;

/** What a cookie says; for any part that it says wrongly, the default. */
export function parseReadingSettings(cookie: string | undefined): ReadingSettings {
	const [size, spacing, keys] = cookie?.split('.') ?? [];
	return readingSettingsOf({ size, spacing, keys });
}

/** What was chosen, each part as it is without a choice where it is anything else. */
export function readingSettingsOf({
	size,
	spacing,
	keys
}: { [Part in keyof ReadingSettings]?: unknown } = {}): ReadingSettings {
	return {
		size: textSizes.find((known) => known === size) ?? 'normal',
		spacing: spacings.find((known) => known === spacing) ?? 'normal',
		keys: letterKeys.find((known) => known === keys) ?? 'on'
	};
}

/** How a cookie says it. */
export function formatReading({ size, spacing, keys }: ReadingSettings): string {
	return `${size}.${spacing}${keys === 'off' ? '.off' : ''}`;
}
