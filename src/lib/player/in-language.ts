import type { Locale } from '#lib/paraglide/runtime.js';

let spoken: Locale | undefined;

/**
 * Reads messages in a language at once, where no component is rendering that would know its own: such as when a button is
 * pressed in somebody else’s page.
 */
export function inLanguage<T>(language: Locale, read: () => T): T {
	const before = spoken;
	spoken = language;
	try {
		return read();
	} finally {
		spoken = before;
	}
}

/** The language in which messages are being read so; undefined while none are. */
export function languageSpoken(): Locale | undefined {
	return spoken;
}
