import { expect, test } from 'vitest';

import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import type { ResultRefusal } from '#lib/results/refusal.ts';

import { refusalInWords, whereInWords } from './refusal-words.ts';

const refusals: [ResultRefusal, RegExp, RegExp][] = [
	[{ why: 'too-large', size: 10_000_000 }, /2 MB/, /2 Mo/],
	[{ why: 'unreadable' }, /Copy it/, /Copiez-le/],
	[{ why: 'nothing' }, /FP1-/, /FP1-/],
	[{ why: 'cut' }, /no end.*whole/, /la fin.*en entier/],
	[{ why: 'damaged' }, /changed.*again/, /modifié.*à nouveau/],
	[{ why: 'newer', version: 2 }, /version 2/, /version 2/],
	[{ why: 'other-format' }, /something else/, /autre nature/],
	[{ why: 'broken', place: 'items[3].fraction' }, /items\[3\]\.fraction/, /items\[3\]\.fraction/],
	[{ why: 'broken', place: '' }, /ask for it/, /demandez-le/],
	[{ why: 'other-course', course: '<b>' }, /“<b>”/, /« <b> »/],
	[{ why: 'other-edition' }, /as it is now/, /d’aujourd’hui/],
	[{ why: 'too-many', limit: 1000 }, /1000/, /1000/]
];

test.each(refusals)(
	'what was refused is told with its remedy in both languages: %j',
	(refusal, english, french) => {
		overwriteGetLocale(() => 'en');
		expect(refusalInWords(refusal)).toMatch(english);
		overwriteGetLocale(() => 'fr');
		expect(refusalInWords(refusal).replaceAll(/[\u00A0\u202F]/g, ' ')).toMatch(french);
		overwriteGetLocale(() => 'en');
	}
);

test('a place is a source, and a line where there is one', () => {
	expect(whereInWords({ source: 'chat', line: 3 })).toBe('chat, line 3');
	expect(whereInWords({ source: 'a.json', line: null })).toBe('a.json');
});
