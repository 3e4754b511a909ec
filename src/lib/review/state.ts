import type { KindName } from '#lib/kinds/index.ts';

/** The version of the states that this code writes; an older one is rebuilt from the log. */
export const STATE_VERSION = 1;

/** What a learner has shown to know of a fact, from the least to the most. */
export const masteryLevels = ['seen', 'familiar', 'proficient', 'mastered'] as const;
export type MasteryLevel = (typeof masteryLevels)[number];

/** What FSRS knows of a memory. */
export interface Memory {
	/** In how many days the chance of recall falls to 0.9; above 0. */
	stability: number;
	/** From 1, easy, to 10. */
	difficulty: number;
	/** When it was last reviewed: milliseconds since 1970. */
	at: number;
}

/** Where a learner stands with one fact. */
export interface FactState {
	version: typeof STATE_VERSION;
	primer: string;
	fact: string;
	memory: Memory;
	/** The day on which it should be asked again, by the learner’s calendar: `2026-11-25`. */
	due: string;
	/** Whether it went wrong on its last day and was not right since: it is asked again the same day. */
	relearning: boolean;
	level: MasteryLevel;
	/** The day on which that level was reached. */
	since: string;
	/** The kinds in which it was right since its level last fell. */
	kinds: KindName[];
	/** The items that asked for it last, the latest first; at most three. */
	recent: string[];
	/** The kind of the latest. */
	lastKind: KindName;
	/** The day on which it was asked for last, by the learner’s calendar. */
	lastDay: string;
	/** How often it was asked, and how often that went wrong. */
	reviews: number;
	lapses: number;
}

/** What is known of an item from the answers of this learner. */
export interface ItemState {
	version: typeof STATE_VERSION;
	primer: string;
	item: string;
	/** On the scale of {@link AbilityState}: the ability that gives an even chance, guessing left aside. */
	difficulty: number;
	/** How many answers that estimate rests on. */
	answers: number;
	/** Whether the last answer was right. */
	right: boolean;
	/** When it was given: milliseconds since 1970. */
	at: number;
}

/** How able a learner is at one point, as an Elo-style estimate in logits; 0 is average. */
export interface AbilityState {
	version: typeof STATE_VERSION;
	primer: string;
	point: number;
	ability: number;
	/** How many answers the estimate rests on. */
	answers: number;
}

/** What was done on one day, as each answer adds to it. */
export interface DayTally {
	version: typeof STATE_VERSION;
	primer: string;
	/** By the learner’s calendar: `2026-11-25`. */
	day: string;
	answers: number;
	right: number;
	/** Milliseconds. */
	spent: number;
}

/** What was done on one day, and what it left to do. */
export interface DayState extends DayTally {
	/** The first day, from this one on, on which anything is due, as it stood after the last answer of this day. */
	nextDue: string;
}

/** All that follows from a learner’s log at one primer. */
export interface StudyState {
	facts: FactState[];
	items: ItemState[];
	abilities: AbilityState[];
	days: DayState[];
}

/** What one review touches, as it was before; anything missing never existed. */
export interface Affected {
	/** Of the facts that the review names, those that have a state. */
	facts: FactState[];
	item: ItemState | undefined;
	ability: AbilityState | undefined;
	day: DayTally | undefined;
}

/** What a review makes of what it touches. When something is next due depends on all facts: see `nextDue`. */
export interface Stepped {
	facts: FactState[];
	item: ItemState;
	ability: AbilityState;
	day: DayTally;
}
