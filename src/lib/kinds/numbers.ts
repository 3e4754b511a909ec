import { plain } from './digits.ts';
import { foldUnit } from './units.ts';

/** A number as typed, with its unit. */
export interface Typing {
	/** Two where the text is ambiguous: `1,234` is more than a thousand, or a little more than one. */
	readings: number[];
	/** What is before and after the number, folded by {@link foldUnit}; may be empty. */
	unit: string;
}

/**
 * What may come before a number: its sign, then a currency as a symbol or code, or a percent sign as in
 * Turkish; the number's sign may also come after that.
 */
const LEAD = /^([-+]?) ?(\p{L}{0,3}[\p{Sc}%]\p{L}{0,3}|\p{L}{2,3}\.?|) ?([-+]?) ?(?=[\d.,٫·])(.*)$/su;

/** Digits, with separators allowed. */
const DIGITS = "(?:\\d|[.,'٬٫· ](?=\\d))+";

/** What a number may look like, the most specific first; each with what follows it. */
const SHAPES: [RegExp, (groups: Partial<Record<string, string>>) => number[]][] = [
	// 1/2, 1 1/2
	[
		/^(?:(?<whole>\d+) )?(?<over>\d+) ?\/ ?(?<under>\d+)(?<rest>\D.*|)$/s,
		({ whole, over, under }) => {
			const part = Number(over) / Number(under);
			if (whole === undefined) return [part];
			return part < 1 ? [Number(whole) + part] : [];
		}
	],
	// 10^3, 10**3
	[
		/^(?<base>\d+) ?(?:\^|\*\*) ?(?<power>[-+]?\d+)(?<rest>\D.*|)$/s,
		({ base, power }) => [Number(base) ** Number(power)]
	],
	// 1e3, 1.5×10^3
	[
		new RegExp(
			`^(?<digits>${DIGITS}) ?(?:e|[x×*✕∗⋅·∙.] ?10 ?(?:\\^|\\*\\*)) ?(?<power>[-+]?\\d+)(?<rest>\\D.*|)$`,
			'is'
		),
		({ digits = '', power = '' }) => written(digits, power)
	],
	[new RegExp(`^(?<digits>${DIGITS})[.,]?(?<rest>.*)$`, 's'), ({ digits = '' }) => written(digits, '0')]
];

/** `0.5`, `0,5`, `,5`, `12` */
const PLAIN = /^(?<whole>\d*)(?:[.,٫·](?<decimals>\d+))?$/;

/**
 * `1 234`, `1'234.5`, `1,234,567`, `1,234.5`, `1.234,5`: groups of three, and another separator before
 * decimals.
 */
const GROUPED =
	/^(?<whole>[1-9]\d{0,2}(?<by>[.,'٬ ])\d{3}(?:\k<by>\d{3})*)(?:(?!\k<by>)[.,٫·](?<decimals>\d+))?$/;

/** `12,34,567`: as in India, groups of two before the last three digits. */
const INDIAN = /^(?<whole>[1-9]\d?(?<by>[,'٬ ])(?:\d\d\k<by>)+\d{3})(?:(?!\k<by>)[.,٫·](?<decimals>\d+))?$/;

/**
 * Reads a number as people anywhere write it, in every way it can be understood: digits of any script, any
 * dash and any spaces, fractions, powers and exponents; `null` if there is no number.
 */
export function readNumber(text: string): Typing | null {
	const [, sign = '', before = '', inner = '', number = ''] = LEAD.exec(plain(text)) ?? [];
	if (sign !== '' && inner !== '') return null;
	for (const [shape, read] of SHAPES) {
		const groups = shape.exec(number)?.groups;
		if (groups === undefined) continue;
		const readings = read(groups).filter(Number.isFinite);
		if (readings.length === 0) return null;
		const negative = sign === '-' || inner === '-';
		return {
			readings: negative ? readings.map((reading) => -reading) : readings,
			unit: foldUnit(before + (groups['rest'] ?? ''))
		};
	}
	return null;
}

/** What digits with separators can mean, times a power of ten. */
function written(digits: string, power: string): number[] {
	return [PLAIN, GROUPED, INDIAN].flatMap((shape) => {
		const { whole, decimals = '' } = shape.exec(digits)?.groups ?? {};
		return whole === undefined ? [] : [Number(`${whole.replaceAll(/\D/g, '')}.${decimals}e${power}`)];
	});
}

/**
 * Whether two numbers are no further apart than the tolerance. Binary fractions miss decimals by a hair (0.3
 * and 0.4 are 0.10000000000000003 apart), so four units in the last place of the larger one are allowed on
 * top.
 */
export function isWithin(tolerance: number, one: number, other: number): boolean {
	const allowance = 4 * Number.EPSILON * Math.max(Math.abs(one), Math.abs(other));
	return Math.abs(one - other) <= tolerance + allowance;
}

/**
 * A number as a language writes it, with all its digits and no separators between them, since it may be a
 * year: `12,5`, `−5`.
 */
export function numberIn(language: string, number: number): string {
	return new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 20 })
		.format(number)
		.replace('-', '−');
}
