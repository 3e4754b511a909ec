import { expect, test } from 'vitest';

import { newEntry } from '#lib/quiz/entry.ts';

import { sessionBars } from './session-bars.ts';

const answered = (item: string, right: boolean) => ({ item, facts: [], right });
const looks = (...all: Parameters<typeof sessionBars>) => sessionBars(...all).map(({ look }) => look);

/** A round of these items, some of them skipped. */
function round(items: string[], skipped: string[] = []) {
	const entryOf = (id: string) => ({
		...newEntry(),
		status: skipped.includes(id) ? ('skipped' as const) : ('open' as const)
	});
	return { form: { items }, entries: Object.fromEntries(items.map((id) => [id, entryOf(id)])) };
}

test('each answer stands at its own question, past those that were skipped', () => {
	const session = { before: 0, planned: 4, answered: [answered('a', true), answered('c', false)] };
	expect(looks(session, round(['a', 'b', 'c', 'd'], ['b']))).toEqual(['right', 'skipped', 'wrong', 'open']);
});

test('earlier rounds come first, though they asked the same, and later ones are still open', () => {
	const answers = [answered('a', false), answered('b', true), answered('a', true)];
	const session = { before: 2, planned: 5, answered: answers };
	expect(looks(session, round(['c', 'a']))).toEqual(['wrong', 'right', 'open', 'right', 'open']);
});
