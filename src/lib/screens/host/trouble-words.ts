import * as m from '#lib/paraglide/messages.js';

const WORDS: Readonly<Record<string, () => string>> = {
	refused: m.host_trouble_refused,
	'not-host': m.host_trouble_not_host,
	'no-class': m.host_trouble_no_class,
	wait: m.host_trouble_wait,
	'slow-down': m.host_trouble_slow_down,
	unsent: m.host_trouble_unsent
};

/** Why something did not happen, from the word of the server, with what to do. */
export function troubleWords(why: string | null): string {
	return why !== null && Object.hasOwn(WORDS, why) ? (WORDS[why] ?? m.host_not_done)() : m.host_not_done();
}
