import type { ReadOption } from '#lib/kinds/parts.ts';

/** An option that is a number or a day, or a span of them. */
export interface Span {
	option: ReadOption;
	/** Days, months and plain numbers are not compared with one another. */
	form: 'number' | 'month' | 'day';
	from: number;
	/** Equal to `from` where the option is a single number or day. */
	to: number;
}

interface Value {
	form: Span['form'];
	value: number;
}

/** Beside more words than these, numbers are details of a text. */
const MOST_WORDS = 3;

/** Reads an option as a span; undefined for words, and for numbers among many words. */
export function spanOf(option: ReadOption, locale: string): Span | undefined {
	const { months, pattern } = datesOf(locale);
	const values = [...option.text.matchAll(pattern)].map(([, day, month = '', year, number]): Value => {
		if (number !== undefined) return { form: 'number', value: numberOf(number) };
		const time = Date.UTC(Number(year), months.indexOf(month.toLowerCase()), Number(day ?? 1));
		return { form: day === undefined ? 'month' : 'day', value: time };
	});
	const words = option.text.replaceAll(pattern, ' ').match(/\p{L}+/gu) ?? [];
	const [first, second = first] = values;
	if (!first || !second || values.length > 2 || words.length > MOST_WORDS || first.form !== second.form) {
		return undefined;
	}
	const ends = [first.value, second.value];
	return { option, form: first.form, from: Math.min(...ends), to: Math.max(...ends) };
}

/** How a language writes dates: the names of the months, from January on, and what finds dates and numbers. */
interface Dates {
	months: string[];
	pattern: RegExp;
}

const inLocales = new Map<string, Dates>();

function datesOf(locale: string): Dates {
	const known = inLocales.get(locale);
	if (known) return known;
	const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
	const months = Array.from({ length: 12 }, (_, month) => {
		const parts = format.formatToParts(Date.UTC(2018, month));
		return (parts.find(({ type }) => type === 'month')?.value ?? '').toLowerCase();
	});
	const pattern = new RegExp(
		`(?:(\\d{1,2})(?:er|st|nd|rd|th|\\.)? )?(${months.join('|')}) (\\d{4})|(\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+(?!\\d)|\\d+(?:[.,]\\d+)*)`,
		'giu'
	);
	const dates = { months, pattern };
	inLocales.set(locale, dates);
	return dates;
}

/** Reads `1,000`, `1 000`, `2.5` and `2,5`: three digits behind a sign that stands before no others are thousands. */
function numberOf(spaced: string): number {
	const text = spaced.replaceAll(/\s/g, '');
	return Number(/^\d{1,3}([.,]\d{3})+$/.test(text) ? text.replaceAll(/[.,]/g, '') : text.replace(',', '.'));
}
