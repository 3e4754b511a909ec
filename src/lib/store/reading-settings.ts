/** How large the text of all pages is. */
export const textSizes = ['normal', 'large', 'larger'] as const;
export type TextSize = (typeof textSizes)[number];

/** How far apart letters, words and lines are. */
export const spacings = ['normal', 'wide'] as const;
export type Spacing = (typeof spacings)[number];

/** How a reader likes to read. */
export interface ReadingSettings {
	size: TextSize;
	spacing: Spacing;
}

/** The cookie that keeps it: `large.wide`. The script in `app.html` reads it too, before anything is painted. */
export const READING_COOKIE = 'reading';

/** How long it is kept, in seconds: 400 days, the longest that browsers keep a cookie. */
export const READING_AGE = 400 * 86_400;

/** What a cookie says; for any part that it says wrongly, the default. */
export function parseReadingSettings(cookie: string | undefined): ReadingSettings {
	const [size, spacing] = cookie?.split('.') ?? [];
	return readingSettingsOf(size, spacing);
}

/** The way to read of that size and spacing; normal for what is neither. */
export function readingSettingsOf(size: unknown, spacing: unknown): ReadingSettings {
	return {
		size: textSizes.find((known) => known === size) ?? 'normal',
		spacing: spacings.find((known) => known === spacing) ?? 'normal'
	};
}

/** How a cookie says it. */
export function formatReading({ size, spacing }: ReadingSettings): string {
	return `${size}.${spacing}`;
}
