import { expect, test } from 'vitest';

import { kindNames } from '#lib/kinds/index.ts';
import english from '../../../messages/kinds/en.json' with { type: 'json' };

import { french } from './french.ts';
import { english as words, kindIn } from './words.ts';

test('every kind has a name of its own in either language', () => {
	for (const { kind } of [words, french]) {
		const names = kindNames.map(kind);
		expect(new Set(names).size).toBe(kindNames.length);
	}
	expect(kindNames.map(french.kind)).not.toEqual(kindNames.map(words.kind));
	expect(words.kind('true-false-reason')).toBe('true or false, with a reason');
});

test('messages without the name of a kind do not compile', () => {
	const without = english.kind_name.map(({ match: { 'kind=cloze': _, ...match } }) => ({ match }));
	// @ts-expect-error The name of a kind is missing, which the check of the types has to find.
	expect(kindIn({ kind_name: without })('cloze')).toBe('cloze');
});
