import * as m from '#lib/paraglide/messages.js';
import type { Theme } from '#lib/store/reading-settings.ts';

/** Light, dark, or as the device has it, in words. */
export const themeWords: Record<Theme, () => string> = {
	auto: m.theme_auto,
	light: m.theme_light,
	dark: m.theme_dark
};
