import { join } from 'node:path';

import { expect, test } from 'vitest';

import { readSoundBanks } from '#lib/bank/read.server.ts';
import { revealedAt } from '#lib/bank/revealed.ts';

import { root } from '../setup/project.js';
import { courseOfItems, itemsFrom } from './items.ts';

const [bank] = await readSoundBanks(join(root, 'questions'));
if (!bank) throw new Error('There is no course.');

test('every item comes from the kept course just as from the server', async () => {
	const ids = bank.items.map(({ id }) => id).join(',');
	const address = `http://here/${bank.primer.id}/quiz/items?ids=${ids}`;
	expect(courseOfItems(address)).toBe(`/${bank.primer.id}/course`);
	expect(courseOfItems('http://here/fr/c/quiz/items?ids=a')).toBe('/fr/c/course');
	const offline = await itemsFrom(Response.json(bank), address);
	const online = Response.json(revealedAt(bank, new URL(address)));
	expect(await offline?.json()).toEqual(await online.json());
});

test.for([
	null,
	[],
	'Log in to this network',
	{},
	{ items: bank.items },
	{ ...bank, items: null },
	{ ...bank, items: [null] },
	{ ...bank, items: [{ id: bank.items[0]?.id }] },
	{ ...bank, primer: { ...bank.primer, facts: undefined } },
	{ ...bank, primer: null }
])('something kept that is no course, such as number %#, gives no answer', async (kept) => {
	const address = `http://here/${bank.primer.id}/quiz/items?ids=${bank.items[0]?.id}`;
	expect(await itemsFrom(Response.json(kept), address)).toBeUndefined();
});

test('a course that lacks one of the items gives no answer', async () => {
	const address = `http://here/${bank.primer.id}/quiz/items?ids=${bank.items[0]?.id},added`;
	expect(await itemsFrom(Response.json(bank), address)).toBeUndefined();
});
