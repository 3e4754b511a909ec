import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { isItemOf } from '#lib/bank/item.ts';
import { readSoundLibrary } from '#lib/bank/read.server.ts';
import { typedPart } from '#lib/kinds/accept.ts';
import { score, solution } from '#lib/kinds/index.ts';

const library = await readSoundLibrary(fileURLToPath(new URL('../../../../questions', import.meta.url)));
const versions = library.flatMap(({ bank, editions }) =>
	bank.items.map((item) => ({
		id: item.id,
		all: [bank, ...editions.map((edition) => edition.bank)].flatMap(({ items }) =>
			items.filter((other) => other.id === item.id)
		)
	}))
);

describe('an answer that is right in one language is right in each', () => {
	test.each(versions)('$id', ({ all }) => {
		expect(all.length).toBeGreaterThan(1);
		for (const one of all) {
			for (const other of all) {
				expect(score(other, solution(one))).toMatchObject({ state: 'scored', fraction: 1 });
				if (!isItemOf(one, 'numeric') || !isItemOf(other, 'numeric')) continue;
				for (const unit of one.interaction.unit) {
					expect(score(other, `${one.interaction.value} ${unit}`)).toMatchObject({ fraction: 1 });
				}
			}
		}
	});
});

test('each language shows its own forms first', () => {
	const day = versions.find(({ id }) => id === 'launch-day')?.all ?? [];
	const units = day.map((item) => (isItemOf(item, 'numeric') ? item.interaction.unit : []));
	expect(units.map(([first]) => first)).toEqual(['November', 'novembre']);
	expect(units[0]?.toSorted()).toEqual(units[1]?.toSorted());
});

test('a form that is expected as wrong in a language stays wrong there', () => {
	const typed = {
		accept: ['two'],
		slips: 0 as const,
		why: '',
		wrong: [{ text: 'un', why: '' }],
		elsewhere: ['un']
	};
	expect(typedPart('a', typed, 'un').verdict).toBe('wrong');
	expect(typedPart('a', { ...typed, wrong: [] }, 'Un').verdict).toBe('right');
});
