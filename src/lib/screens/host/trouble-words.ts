import type { CourseRefusal, PupilRefusal, Refusal } from '#lib/classroom/protocol.ts';
import { own } from '#lib/kinds/own.ts';
import * as m from '#lib/paraglide/messages.js';

const WORDS = {
	refused: m.host_trouble_refused,
	'not-host': m.host_trouble_not_host,
	'no-class': m.host_trouble_no_class,
	wait: m.host_trouble_wait,
	'slow-down': m.host_trouble_slow_down,
	'unknown-pupil': m.host_trouble_unknown_pupil,
	taken: m.host_name_taken,
	'empty-name': m.host_name_empty,
	'long-name': m.host_name_long,
	'no-team': m.host_trouble_no_team,
	unreadable: m.host_trouble_unreadable,
	long: m.host_trouble_unreadable,
	deep: m.host_trouble_unreadable,
	foreign: m.host_trouble_unreadable,
	unsent: m.host_trouble_unsent
} satisfies Record<Exclude<Refusal, PupilRefusal | CourseRefusal> | 'unsent', () => string>;

/** Why something did not happen, from the word of the server, with what to do; a word of another version says little. */
export function troubleWords(why: string | null): string {
	return (own<() => string>(WORDS, why ?? '') ?? m.host_not_done)();
}
