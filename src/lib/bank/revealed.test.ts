import fc from 'fast-check';
import { expect, test } from 'vitest';

import { bankWith } from './fixtures.ts';
import { fetchRevealed, idsAt, revealedAt } from './revealed.ts';

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

test('however many are asked for, they come as if all at once, and no address is too long for a server', async () => {
	const [item] = bank.items;
	if (!item) throw new Error('There is no item.');
	const names = ['an-item-of-a-long-name', 'вопрос-с-довольно-длинным-названием'];
	const items = Array.from({ length: 1200 }, (_, index) => ({
		...item,
		id: `${names[index % 2] ?? ''}-${index}`
	}));
	const large = { ...bank, items };
	await fc.assert(
		fc.asyncProperty(fc.subarray(items), async (some) => {
			const ids = some.map(({ id }) => id);
			const fetched = await fetchRevealed(ids, (named) => {
				const address = `/b/quiz/items?ids=${named.map(encodeURIComponent).join()}`;
				// Less than half of what a proxy takes in its usual settings.
				expect(address.length).toBeLessThan(4000);
				return Promise.resolve(revealedAt(large, new URL(address, 'http://any')));
			});
			expect(fetched).toEqual(
				revealedAt(large, new URL(`http://any/?ids=${ids.map(encodeURIComponent).join()}`))
			);
		}),
		{ numRuns: 20 }
	);
});
