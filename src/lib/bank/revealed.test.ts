import { expect, test } from 'vitest';

import { bankWith } from './fixtures.ts';
import { idsAt, revealedAt } from './revealed.ts';

const bank = bankWith();

const at = (query: string) => revealedAt(bank, new URL(`http://any/b/quiz/items${query}`));

test('the items that an address names come in its order, each fact once, and an unknown one is left out', () => {
	const { items, facts } = at('?ids=number,nowhere,first');
	expect(items.map(({ id }) => id)).toEqual(['number', 'first']);
	expect(facts.map(({ id }) => id)).toEqual(['F1.1']);
});

test('an item that is named again and again comes once', () => {
	const once = at('?ids=number,first');
	expect(at(`?ids=${'number,first,'.repeat(2000)}number`)).toEqual(once);
	expect(idsAt(new URL('http://any/?ids=a,b,a,,b'))).toEqual(['a', 'b', '']);
});

test('an address that names none has none', () => {
	expect(at('')).toEqual({ items: [], facts: [], pictures: {} });
});
