import { describe, expect, test } from 'vitest';

import { fixtures, compile } from '#lib/kinds/fixtures.ts';
import { kindNames, samples, score, solution } from '#lib/kinds/index.ts';
import { itemOf, shownOf } from '#lib/player/kinds/staging.svelte.ts';
import { plainText } from '#lib/text/rich.ts';

import { loadRuns } from '#lib/kinds/loaded.ts';
import { answered, countRight } from './answered.ts';

await loadRuns(kindNames);

/** What is told of a response, as lines of plain text. */
function told(kind: (typeof kindNames)[number], response: unknown, changes: Record<string, unknown> = {}) {
	const item = itemOf(kind, changes);
	const shown = shownOf(item);
	const scored = score(item, response);
	const parts = scored.state === 'scored' ? scored.parts : [];
	const lines = answered(shown, response, parts);
	return { lines, parts, shown, item };
}

const words = (texts: readonly Parameters<typeof plainText>[0][]) => texts.map(plainText).join(', ');

describe.each(kindNames)('%s', (kind) => {
	const { right, wrong, partlyRight } = samples(itemOf(kind));

	test('a right answer is told, and nothing beside it', () => {
		const { lines } = told(kind, right);
		for (const line of lines) {
			expect(words(line.given)).not.toBe('');
			expect(line.right).toEqual([]);
		}
	});

	test.each([{ response: wrong }, { response: partlyRight ?? wrong }])(
		'of another, what was given and what is right (%#)',
		({ response }) => {
			const { lines, parts } = told(kind, response);
			expect(lines.some(({ right }) => words(right) !== '')).toBe(true);
			// What is told to be right, given as an answer, is told to be right.
			const key = told(kind, solution(itemOf(kind))).lines;
			for (const [index, line] of lines.entries())
				if (line.right.length > 0 && !['short-text', 'numeric'].includes(kind))
					expect(words(line.right)).toBe(words(key[index]?.given ?? []));
			expect(parts.length).toBeGreaterThan(0);
		}
	);

	test.each([null, 7, 'nonsense', ['nonsense'], { nonsense: 'nonsense' }].map((response) => ({ response })))(
		'$response breaks nothing',
		({ response }) => {
			expect(told(kind, response).lines.length).toBeGreaterThan(0);
		}
	);
});

test('each fixture is told in words', () => {
	for (const { kind, raw } of fixtures) {
		const item = { ...itemOf(kind), ...compile(kind, raw) };
		const response = samples(item).wrong;
		const scored = score(item, response);
		if (scored.state !== 'scored') throw new Error(`${kind} is ${scored.state}`);
		const lines = answered(shownOf(item), response, scored.parts);
		expect(lines.some(({ right }) => words(right) !== '')).toBe(true);
	}
});

test('what has parts is counted', () => {
	const several = itemOf('multiple-response');
	const { right } = samples(several);
	const all = several.kind === 'multiple-response' && Array.isArray(right) ? right : [];
	const { shown, parts } = told('multiple-response', all);
	expect(countRight(shown, parts)).toEqual({ right: all.length, total: all.length, tooMany: 0 });
	const pairs = told('matching', { canada: 'state', siemens: 'city' });
	expect(countRight(pairs.shown, pairs.parts)).toEqual({ right: 1, total: 3, tooMany: 0 });
	const one = told('single-choice', samples(itemOf('single-choice')).wrong);
	expect(countRight(one.shown, one.parts)).toBeUndefined();
});
