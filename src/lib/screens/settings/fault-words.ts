import * as m from '#lib/paraglide/messages.js';
import type { FileFault, Sort } from '#lib/store/export/refusal.ts';

const sortWords: Record<Sort, () => string> = {
	text: m.finding_text,
	number: m.finding_number,
	truth: m.finding_truth,
	list: m.finding_list,
	object: m.finding_object,
	'nothing-of-these': m.finding_other_sort
};

/** What is wrong at one place of a file, in the page’s language. */
export function faultInWords(fault: FileFault): string {
	switch (fault.fault) {
		case 'missing':
			return m.finding_missing({ key: fault.key });
		case 'unknown-key':
			return m.finding_unknown_key({ key: fault.key });
		case 'sort':
			return sortWords[fault.wanted]();
		case 'choice':
			return m.finding_choice({ choices: fault.wanted.join(', ') });
		case 'value':
			return m.finding_value();
	}
}
