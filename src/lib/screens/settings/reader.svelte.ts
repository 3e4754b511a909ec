import {
	formatReading,
	parseReadingSettings,
	READING_AGE,
	READING_COOKIE,
	readingSettingsOf,
	type ReadingSettings
} from '#lib/store/reading-settings.ts';

let known = $state.raw<ReadingSettings>();

/** The reading preferences of this page's reader. */
export const reader = {
	/** How the page is displayed now; undefined until it was looked up. */
	get reading(): ReadingSettings | undefined {
		return known;
	},

	/** What was chosen on this device; undefined if nothing was. */
	get chosen(): ReadingSettings | undefined {
		const cookie = document.cookie.split('; ').find((each) => each.startsWith(`${READING_COOKIE}=`));
		return cookie === undefined ? undefined : parseReadingSettings(cookie.slice(READING_COOKIE.length + 1));
	},

	/** Looks up how the page is displayed now. */
	look(): void {
		known = readingSettingsOf(document.documentElement.dataset);
	},

	/** Has every page read so, this one at once. What another page has chosen meanwhile stays. */
	keep(change: Partial<ReadingSettings>): void {
		const reading = { ...(this.chosen ?? known ?? readingSettingsOf()), ...change };
		apply(reading);
		writeCookie(formatReading(reading), READING_AGE);
	},

	/** Has every page read as it was at the beginning. */
	forget(): void {
		apply(readingSettingsOf());
		writeCookie('', 0);
	}
};

function apply(reading: ReadingSettings): void {
	known = reading;
	Object.assign(document.documentElement.dataset, reading);
}

function writeCookie(value: string, age: number): void {
	const secure = location.protocol === 'https:' ? '; secure' : '';
	document.cookie = `${READING_COOKIE}=${value}; path=/; max-age=${age}; samesite=lax${secure}`;
}
