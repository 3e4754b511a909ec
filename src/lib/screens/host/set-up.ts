import { LONGEST, MOST_TEAMS, usual, type ClassSetup } from '#lib/classroom/setup.ts';
import type { Locale } from '#lib/paraglide/runtime.js';
import type { AddressNotice } from '#lib/quiz/address-notice.ts';
import type { Offer } from '#lib/quiz/offer.ts';

import { readChoice, writeChoice, type Choice } from '../teach/choice.ts';

/** How a class goes, apart from what is asked. */
export type ClassRules = Omit<ClassSetup, 'primer' | 'language' | 'items' | 'seed' | 'alone'>;

/** What a teacher chooses for a class, as an address holds it: to be opened, changed, kept or passed on. */
export interface SetUp {
	/** The id of the course. */
	course: string;
	/** Which items are asked, and in which language. */
	choice: Choice;
	rules: ClassRules;
}

/** Of a form that was sent, what is not ticked is missing; of an address that says nothing of it, the usual counts. */
const SENT = 'set';

const NAMES = [
	...['course', SENT, 'pace', 'seconds', 'window', 'reading', 'scoring', 'certainty', 'names', 'teams'],
	...['words', 'change', 'all', 'standings', 'low', 'high', '/open', 'alone']
];

/** The longest name of a team, in UTF-16 units. */
const LONGEST_TEAM = 40;

/**
 * Reads a set-up from the query of an address. What is missing is as usual; what is wrong becomes the nearest sensible
 * thing.
 *
 * @param language that of the page, for an address which names none
 */
export function readSetUp(
	query: URLSearchParams,
	course: string,
	offer: Offer,
	language: Locale
): { setUp: SetUp; notices: AddressNotice[] } {
	const ofClass = new URLSearchParams([...query].filter(([name]) => !NAMES.includes(name)));
	// In a class, feedback comes when the teacher reveals it.
	ofClass.delete('behaviour');
	const { choice, notices } = readChoice(ofClass, { ...offer, examsAlone: false }, language);
	return { setUp: { course, choice, rules: readRules(query) }, notices };
}

function readRules(query: URLSearchParams): ClassRules {
	const isSent = query.has(SENT);
	const ticked = (name: string, asUsual: boolean) =>
		isSent || query.has(name) ? query.get(name) === '1' : asUsual;
	const pace = one(query, 'pace', ['teacher', 'own']) ?? usual.pace;
	const window = number(query, 'window', 1, LONGEST.window / 60);
	const low = number(query, 'low', 0, 100) ?? usual.bounds.low * 100;
	const high = number(query, 'high', 0, 100) ?? usual.bounds.high * 100;
	const scoring = one(query, 'scoring', ['marks', 'speed', 'none']) ?? usual.scoring;
	return {
		pace,
		seconds:
			pace === 'own' ? (window === null ? null : window * 60) : number(query, 'seconds', 1, LONGEST.item),
		reading: number(query, 'reading', 0, LONGEST.item) ?? usual.reading,
		scoring,
		certainty: ticked('certainty', usual.certainty),
		names: one(query, 'names', ['real', 'given']) ?? usual.names,
		teams: teamsIn(query.get('teams') ?? ''),
		words: one(query, 'words', ['phones', 'wall']) ?? usual.words,
		mayChange: ticked('change', usual.mayChange),
		closesWhenAll: ticked('all', usual.closesWhenAll),
		// Where nothing is earned there is nothing to be ranked by.
		standings: ticked('standings', usual.standings) && scoring !== 'none',
		bounds: { low: Math.min(low, high) / 100, high: Math.max(low, high) / 100 }
	};
}

/** The query of the page with this set-up, starting with `?`: only what is not as usual. */
export function writeSetUp({ course, choice, rules }: SetUp): string {
	const query = new URLSearchParams({ course, [SENT]: '1' });
	const add = (name: string, value: string | number | null, asUsual: string | number | null) => {
		if (value !== null && value !== asUsual) query.set(name, String(value));
	};
	const tick = (name: string, isTicked: boolean) => {
		if (isTicked) query.set(name, '1');
	};
	add('pace', rules.pace, usual.pace);
	if (rules.pace === 'teacher') add('seconds', rules.seconds, usual.seconds);
	else add('window', rules.seconds === null ? null : rules.seconds / 60, null);
	add('reading', rules.reading, usual.reading);
	add('scoring', rules.scoring, usual.scoring);
	tick('certainty', rules.certainty);
	add('names', rules.names, usual.names);
	add('teams', rules.teams.join(', '), '');
	add('words', rules.words, usual.words);
	tick('change', rules.mayChange);
	tick('all', rules.closesWhenAll);
	tick('standings', rules.standings);
	add('low', Math.round(rules.bounds.low * 100), usual.bounds.low * 100);
	add('high', Math.round(rules.bounds.high * 100), usual.bounds.high * 100);
	return `?${query.toString()}&${writeChoice(choice).replace(/^\?(behaviour=\w+&?)?/, '')}`;
}

/** Names of teams as they are typed, one after a comma or on a line each. */
function teamsIn(text: string): string[] {
	const names = text.split(/[,;\n]/).map((name) => name.trim().slice(0, LONGEST_TEAM).trim());
	return [...new Set(names.filter((name) => name !== ''))].slice(0, MOST_TEAMS);
}

function one<const T extends string>(
	query: URLSearchParams,
	name: string,
	known: readonly T[]
): T | undefined {
	return known.find((each) => each === query.get(name));
}

/** A whole number within bounds; null where nothing is given, or none. */
function number(query: URLSearchParams, name: string, least: number, most: number): number | null {
	const text = query.get(name)?.trim() ?? '';
	const given = Math.round(Number(text.replace(',', '.')));
	return text === '' || !Number.isFinite(given) ? null : Math.min(most, Math.max(least, given));
}
