import { parseAbilityState, parseDayState, parseFactState, parseItemState } from '#lib/review/parse-state.ts';
import type { Affected } from '#lib/review/state.ts';

/** What a store found of the states that a review touches; undefined for those that never existed. */
export interface Found {
	facts: unknown[];
	item: unknown;
	ability: unknown;
	day: unknown;
}

/** A state is not as this version writes it. What follows from the log has to be rebuilt before a step is taken. */
export class BrokenState extends Error {
	override readonly name = 'BrokenState';
	constructor() {
		super('What follows from the log cannot be read. Rebuild it, then record again.');
	}
}

/**
 * Checks what a review touches.
 *
 * @throws {BrokenState}
 */
export function affectedOf({ facts, item, ability, day }: Found): Affected {
	return {
		facts: facts.filter((fact) => fact !== undefined).map((fact) => sound(parseFactState(fact))),
		item: item === undefined ? undefined : sound(parseItemState(item)),
		ability: ability === undefined ? undefined : sound(parseAbilityState(ability)),
		day: day === undefined ? undefined : sound(parseDayState(day))
	};
}

function sound<T>(state: T | undefined): T {
	if (state === undefined) throw new BrokenState();
	return state;
}
