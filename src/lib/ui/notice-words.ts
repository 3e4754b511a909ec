import * as m from '#lib/paraglide/messages.js';
import type { AddressNotice } from '#lib/quiz/address-notice.ts';

const MOST_QUOTED = 5;
const LONGEST = 40;

/** What could not be used of an address, in a sentence. */
export function noticeWords(notice: AddressNotice): string {
	switch (notice.code) {
		case 'unknown':
			return m.notice_unknown({ names: quoted(notice.names) });
		case 'no-behaviour':
			return m.notice_no_behaviour({ given: quoted([notice.given]) });
		case 'no-order':
			return m.notice_no_order({ given: quoted([notice.given]) });
		case 'not-in-primer':
			return m.notice_not_in_course({
				name: notice.name,
				count: notice.given.length,
				given: quoted(notice.given)
			});
		case 'kept-for-exams':
			return m.notice_kept({ count: notice.given.length, given: quoted(notice.given) });
		case 'exams-alone':
			return m.notice_exams_alone();
		case 'not-a-number':
			return m.notice_not_a_number({ name: notice.name, given: quoted([notice.given]) });
		case 'not-whole':
			return m.notice_whole({ ...notice, given: shorten(notice.given) });
		case 'out-of-range':
			return m.notice_range({ ...notice, given: shorten(notice.given) });
		case 'not-a-seed':
			return m.notice_seed();
		case 'no-outcomes':
			return m.notice_no_outcomes();
		case 'none-fit':
			return m.notice_none_fit();
		case 'few-fit':
			return m.notice_few_fit(notice);
	}
}

/** Words of an address, some of them, in quotation marks. */
function quoted(texts: readonly string[]): string {
	const some = texts.slice(0, MOST_QUOTED).map((text) => m.word_quoted({ word: shorten(text) }));
	return some.join(', ') + (texts.length > MOST_QUOTED ? ' …' : '');
}

function shorten(text: string): string {
	return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
