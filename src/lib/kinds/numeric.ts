import * as v from 'valibot';

import { line } from '#lib/text/markdown.ts';
import type { Rich } from '#lib/text/rich.ts';

import type { Asked, Offered } from './asked.ts';
import { NOTHING, type ScoreChance } from './at-random.ts';
import type { About } from './informed.ts';
import type { Effort, AuthoringFault, Samples } from './kind.ts';
import { isWithin, numberIn, readNumber } from './numbers.ts';
import { MOST_PARTS, tooMany } from './option.ts';
import { partsWith, rationale, type Parts } from './parts.ts';
import { unreadableNumber } from './readable.ts';
import { failed, isNothing, malformed, scored, UNANSWERED, type Malformation, type Score } from './score.ts';
import type { WordingOf } from './wording.ts';

export { noChoice as choice } from './choice.ts';
export { nothingMisplaced as misplaced } from './placed.ts';

const number = v.pipe(
	v.number('is not a number\nWrite digits, with a point before decimals.'),
	v.finite('is not a finite number\nWrite digits, with a point before decimals.')
);
const unit = v.pipe(v.string(), v.trim(), v.nonEmpty('is empty\nWrite a unit.'));

/** A number to type. */
export const fields = {
	value: number,
	tolerance: v.optional(v.pipe(number, v.minValue(0, 'is below 0\nWrite 0 or more.')), 0),
	unit: v.optional(
		v.pipe(
			v.array(unit),
			v.maxLength(MOST_PARTS, () => tooMany('units'))
		),
		[]
	),
	why: line,
	near: v.optional(
		v.pipe(
			v.array(v.strictObject({ value: number, why: line })),
			v.maxLength(MOST_PARTS, () => tooMany('values'))
		),
		[]
	),
	scoring: v.optional(v.picklist(['all-or-nothing']), 'all-or-nothing')
};

export type Numeric = v.InferOutput<typeof schema> & {
	/** The language of the item, as a tag, in which its key is shown. */
	language?: string;
};
export const schema = v.strictObject(fields);

export interface NumericView {
	/** The unit to show after the field. */
	unit: string | null;
	/**
	 * All units that are accepted, so that another one is noticed before handing in; they reveal nothing
	 * about the number.
	 */
	units: string[];
}

/** The number as typed, with or without its unit. */
export type NumericResponse = v.InferOutput<typeof response>;
export const response = v.string();

export function faults(item: Numeric): AuthoringFault[] {
	return item.near.flatMap(({ value }, index) => {
		if (!readsAsRight(item, value)) return [];
		const fix = 'Leave it out, or make the tolerance smaller.';
		return [{ path: ['near', index, 'value'], message: `${value} is also right`, fix }];
	});
}

export function publicView(item: Numeric): NumericView {
	return { unit: item.unit[0] ?? null, units: item.unit };
}

export function unreadable({ units }: NumericView, given: unknown): Malformation | null {
	return unreadableNumber(units, given);
}

/** All or nothing: right if any reading of the typed text is within the tolerance. */
export function score(item: Numeric, given: unknown): Score {
	if (isNothing(given)) return UNANSWERED;
	const malformation = unreadableNumber(item.unit, given);
	if (malformation !== null) return malformed(malformation);
	const typed = typeof given === 'string' ? readNumber(given) : null;
	if (typed === null) return UNANSWERED;
	const readsAs = (value: number) =>
		typed.readings.some((reading) => isWithin(item.tolerance, reading, value));
	if (readsAs(item.value)) return scored(1, [{ id: 'value', verdict: 'right', why: item.why }]);
	const part = { id: 'value', key: withUnit(item) };
	const near = item.near.find(({ value }) => readsAs(value));
	return scored(0, [
		near ? { ...part, verdict: 'wrong', why: near.why } : failed({ ...part, why: item.why }, true)
	]);
}

export function solution({ value, language }: Numeric): NumericResponse {
	return written(value, language);
}

export function atRandom(): ScoreChance[] {
	return NOTHING;
}

export function asked(item: Numeric): Asked {
	const { value, tolerance, why } = item;
	return { way: 'calculate', value, tolerance, written: solution(item), why };
}

export function offered(): Offered {
	return { way: 'calculate' };
}

export const run = { publicView, unreadable, score, solution, atRandom, asked, offered };

export function samples(item: Numeric): Samples<NumericResponse> {
	const further = item.value + 2 * item.tolerance + Math.max(1, Math.abs(item.value));
	return {
		right: solution(item),
		partlyRight: null,
		wrong: String(item.near[0]?.value ?? further),
		unanswered: ' ',
		malformed: 'a dozen'
	};
}

/** As written in the file, whatever the language. */
export function keyData({ value }: Numeric): unknown {
	return String(value);
}

export function leeway({ tolerance }: Numeric): number {
	return tolerance;
}

export const wording = { unit: 'asked', why: 'told' } satisfies WordingOf<typeof schema>;

export function informed(item: Numeric, { language }: About): Numeric {
	return { ...item, language };
}

export function shared(item: Numeric, versions: readonly Numeric[]): Numeric {
	return { ...item, unit: [...new Set([item, ...versions].flatMap(({ unit }) => unit))] };
}

export function effort(): Effort {
	return 2;
}

export function isProduction(): boolean {
	return true;
}

export function parts({ value, unit, why, near }: Numeric): Parts {
	const shown = unit.slice(0, 1).map((text) => ({ path: ['unit', 0], text }));
	return {
		...partsWith({
			shown,
			shownAsWritten: shown,
			rationales: [
				rationale(why, ['why'], false),
				...near.map((each, index) => rationale(each.why, ['near', index, 'why'], true))
			],
			key: [String(value)]
		}),
		// The number may have to be worked out from the facts.
		sourced: []
	};
}

function withUnit({ value, unit: [unit], language }: Numeric): Rich {
	const number = written(value, language);
	return unit === undefined ? number : `${number} ${unit}`;
}

function written(value: number, language: string | undefined): string {
	return language === undefined ? String(value) : numberIn(language, value);
}

function readsAsRight({ value, tolerance }: Numeric, number: number): boolean {
	const readings = readNumber(String(number))?.readings ?? [];
	return readings.some((reading) => isWithin(tolerance, reading, value));
}
