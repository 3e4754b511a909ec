import type { AnswerRefusal, CourseRefusal, HostRefusal, Refusal } from '#lib/classroom/protocol.ts';
import { own } from '#lib/kinds/own.ts';
import * as m from '#lib/paraglide/messages.js';

/** What to tell somebody whom the server has refused something: what is the matter, and what they can do. */
export interface RefusalWords {
	says: string;
	fix: string;
}

type Words = readonly [says: () => string, fix: () => string];

const odd: Words = [m.class_odd, m.class_odd_fix];

const WORDS = {
	'no-code': [m.class_no_code, m.class_no_code_fix],
	'unreadable-code': [m.class_unreadable_code, m.class_unreadable_code_fix],
	'no-class': [m.class_no_class, m.class_no_class_fix],
	locked: [m.class_locked, m.class_locked_fix],
	full: [m.class_full, m.class_full_fix],
	ended: [m.class_ended, m.class_ended_fix],
	taken: [m.class_taken, m.class_taken_fix],
	'empty-name': [m.class_empty_name, m.class_empty_name_fix],
	'long-name': [m.class_long_name, m.class_long_name_fix],
	'no-team': [m.class_no_team, m.class_no_team_fix],
	'slow-down': [m.class_slow_down, m.class_slow_down_fix],
	held: [m.class_held, m.class_held_fix],
	removed: [m.class_removed, m.class_removed_fix],
	'not-pupil': [m.class_not_pupil, m.class_not_pupil_fix],
	'not-host': [m.class_not_host, m.class_not_host_fix],
	wait: [m.class_wait, m.class_wait_fix],
	unreadable: odd,
	long: odd,
	deep: odd,
	foreign: odd
} satisfies Record<Exclude<Refusal, AnswerRefusal | HostRefusal | CourseRefusal> | 'unreadable-code', Words>;

/** Why the server does not do something, in the language of the page; a word of another version says little. */
export function refusalWords(why: string): RefusalWords {
	const [says, fix] = own<Words>(WORDS, why) ?? odd;
	return { says: says(), fix: fix() };
}

const ANSWERS = {
	closed: m.class_answer_closed,
	late: m.class_answer_late,
	unfit: m.class_answer_unfit,
	gone: m.class_answer_gone,
	given: m.class_answer_given
} satisfies Record<AnswerRefusal, () => string>;

/** Why the server has not taken an answer, in the language of the page. */
export function answerRefusalWords(why: string): string {
	return own<() => string>(ANSWERS, why)?.() ?? refusalWords(why).says;
}
