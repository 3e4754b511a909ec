import { getLocale, type Locale } from '#lib/paraglide/runtime.js';
import { formats } from '#lib/ui/when.ts';

import type { CsvManner } from './csv.ts';

/** A share from 0 to 1 in whole per cent, as the page’s language writes it: “62%”, “62 %”. */
export function percentNumber(share: number): string {
	return new Intl.NumberFormat(formats[getLocale()], { style: 'percent' }).format(share).replace('-', '−');
}

/** A number with two decimals, as the page’s language writes it: “0.31”, “−0,07”. */
export function decimalNumber(number: number): string {
	const decimals = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
	// Nothing is written as less than nothing.
	const rounded = Math.round(number * 100) / 100 + 0;
	return new Intl.NumberFormat(formats[getLocale()], decimals).format(rounded).replace('-', '−');
}

/** How the spreadsheets of each language read tables: in French, a comma is within numbers. */
const manners: Record<Locale, CsvManner> = {
	en: { separator: ',', decimal: '.' },
	fr: { separator: ';', decimal: ',' }
};

/** How tables are written for the spreadsheets of the page’s language. */
export function csvManner(): CsvManner {
	return manners[getLocale()];
}
