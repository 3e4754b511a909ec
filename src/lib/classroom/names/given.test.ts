import { describe, expect, test } from 'vitest';

import { givenName } from './given.ts';
import { heldFor } from './held.ts';
import { nameKey } from './key.ts';
import { cleanName } from './name.ts';

const some = (language: string, count: number, seed = 'class') =>
	Array.from({ length: count }, (_, number) => givenName(language, seed, number));

/** All names of a language, until there has to be a number. */
function allOf(language: string): string[] {
	const names: string[] = [];
	for (let name = givenName(language, 'class', 0); names.length < 30_000 && !/\d/.test(name);)
		name = givenName(language, 'class', names.push(name));
	return names;
}

const all = { en: allOf('en'), fr: allOf('fr') };

describe.each(['en', 'fr'] as const)('names handed out in %s', (language) => {
	const names = all[language];

	test('are more than 10,000, and no two look alike', () => {
		expect(names.length).toBeGreaterThan(10_000);
		expect(new Set(names.map(nameKey)).size).toBe(names.length);
	});

	test('are clean, and none waits', () => {
		const changed = names.filter((name) => {
			const cleaned = cleanName(name);
			return !('name' in cleaned) || cleaned.name !== name;
		});
		expect(changed).toEqual([]);
		expect(names.filter((name) => heldFor(name, []) !== null)).toEqual([]);
	});

	test('go on with a number after the last pair of words', () => {
		for (const time of [2, 3])
			expect(givenName(language, 'class', names.length * (time - 1) + 7)).toBe(`${names[7] ?? ''} ${time}`);
	});

	test('share no word among a hundred pupils', () => {
		const words = names.slice(0, 100).flatMap((name) => name.split(' '));
		expect(new Set(words).size).toBe(200);
	});
});

test('a class has its names for ever, and another class has others', () => {
	// If these changed, pupils of a class that is running would be called otherwise.
	expect(some('en', 2)).toEqual(['Crimson Panther', 'Graceful Sequoia']);
	expect(some('en', 9, 'another')).not.toEqual(some('en', 9));
});

test('an adjective in French agrees with its noun', () => {
	const french = new Set(all.fr);
	for (const [he, she] of [
		['Lynx ambré', 'Loutre ambrée'],
		['Hibou novateur', 'Mésange novatrice'],
		['Koala attentif', 'Oasis attentive'],
		['Lion brave', 'Étoile brave']
	]) {
		expect(french).toContain(he);
		expect(french).toContain(she);
	}
	expect(french).not.toContain('Loutre ambré');
});

test('a class in a language that has no names gets English ones', () => {
	expect(all.en).toContain('Amber Otter');
	expect(some('fr-CA', 9)).toEqual(all.fr.slice(0, 9));
	for (const other of ['de', 'frr', 'en-GB']) expect(some(other, 9)).toEqual(all.en.slice(0, 9));
});
