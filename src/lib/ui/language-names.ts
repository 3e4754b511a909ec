import type { Locale } from '#lib/paraglide/runtime.js';

/** What each language of the interface calls itself. */
export const languageNames: Record<Locale, string> = { en: 'English', fr: 'Français' };
