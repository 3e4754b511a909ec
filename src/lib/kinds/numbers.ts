import { foldLetters } from './fold.ts';

/** A number as typed, with its unit. */
export interface Typing {
	/** Two where the text is ambiguous: `1,234` is more than a thousand, or a little more than one. */
	readings: number[];
	/**
	 * What stands behind the number, or a sign of currency before it, folded by {@link foldUnit}; may be empty.
	 */
	unit: string;
}

/** A currency; a sign, for which many keyboards give a dash; digits with what separates them; the rest. */
const TYPING = /^(\p{Sc}?)\s*([-+\u2212\u2013]?)\s*((?:\d|[.,'’ \u00a0\u2009\u202f](?=\d))+)[.,]?(.*)$/su;

/** `0.5`, `0,5`, `,5`, `12` */
const PLAIN = /^(?<whole>\d*)(?:[.,](?<decimals>\d+))?$/;

/**
 * `1 234`, `1'234.5`, `1,234,567`, `1,234.5`, `1.234,5`: groups of three, and another separator before
 * decimals.
 */
const GROUPED =
	/^(?<whole>[1-9]\d{0,2}(?<by>[.,' ])\d{3}(?:\k<by>\d{3})*)(?:(?!\k<by>)[.,](?<decimals>\d+))?$/;

/**
 * Reads a number as people write it anywhere, in all ways it can be read; `null` where no number stands. It
 * takes no exponents and no fractions.
 */
export function readNumber(text: string): Typing | null {
	const [, currency = '', sign = '', digits = '', rest = ''] = TYPING.exec(text.trim()) ?? [];
	const separated = digits.replaceAll(/[\u00a0\u2009\u202f]/g, ' ').replaceAll('’', "'");
	const readings = [PLAIN, GROUPED].flatMap((shape) => read(shape, separated));
	if (readings.length === 0) return null;
	const negative = sign !== '' && sign !== '+';
	return {
		readings: negative ? readings.map((number) => -number) : readings,
		unit: foldUnit(currency + rest)
	};
}

function read(shape: RegExp, digits: string): number[] {
	const found = digits === '' ? null : shape.exec(digits);
	if (!found) return [];
	const { whole = '', decimals = '' } = found.groups ?? {};
	const number = Number(`${whole.replaceAll(/\D/g, '')}.${decimals}`);
	return Number.isFinite(number) ? [number] : [];
}

/** A unit without capitals, accents, spaces and punctuation at its end, so that `Sec.` is `sec`. */
export function foldUnit(text: string): string {
	return foldLetters(text)
		.replaceAll(/\s+/g, '')
		.replace(/[.,;!?]+$/, '');
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
