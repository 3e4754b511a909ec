import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { bankWith } from '#lib/bank/fixtures.ts';
import { isItemOf } from '#lib/bank/item.ts';
import { readSoundLibrary } from '#lib/bank/read.server.ts';
import { orderOf, viewOf } from '#lib/bank/view.ts';
import { publicView, samples, unreadable } from '#lib/kinds/index.ts';
import { examWith } from '#lib/quiz/fixtures.ts';

import { gradeAnswers, inWordsOf, isUnfit, type Graded } from './grade.ts';

const bank = bankWith();
const form = examWith();

function given(responses: Record<string, unknown>) {
	return Object.entries(responses).map(([item, response]) => ({ item, response, at: 1 }));
}

function fractionIn({ grades }: Graded, id: string): number {
	const grade = grades[id];
	return grade?.state === 'scored' ? grade.fraction : 0;
}

describe('answers are graded', () => {
	test('item by item', () => {
		expect(gradeAnswers(bank, form, given({ first: 'one', number: '3' }))).toMatchObject({
			grades: { first: { state: 'scored', fraction: 1 }, number: { state: 'scored', fraction: 0 } },
			gone: []
		});
	});

	test('and what is missing, taken back or unreadable is not wrong', () => {
		expect(gradeAnswers(bank, form, given({ first: null, number: 'two' })).grades).toEqual({
			first: { state: 'unanswered' },
			number: { state: 'malformed', malformation: 'not-a-number' }
		});
		expect(gradeAnswers(bank, form, []).grades.first).toEqual({ state: 'unanswered' });
	});

	test('though some items are gone from the course', () => {
		const longer = { ...form, items: ['number', 'removed', 'constructor', 'first'] };
		expect(gradeAnswers(bank, longer, given({ first: 'one', removed: 'x' }))).toMatchObject({
			grades: { first: { fraction: 1 }, number: { state: 'unanswered' } },
			gone: ['removed', 'constructor']
		});
	});

	test('though an item is no longer as it was when it was answered', () => {
		const changed = bankWith({
			items: [
				['text: two', 'text: second'],
				['text: one', 'text: number one']
			]
		});
		expect(gradeAnswers(changed, form, given({ first: 'one', number: '2' }))).toMatchObject({
			grades: { number: { fraction: 1 } },
			gone: ['first']
		});
	});
});

const [course] = await readSoundLibrary(fileURLToPath(new URL('../../../../questions', import.meta.url)));
if (!course) throw new Error('There is no course.');

test.each(course.bank.items.map((item) => [item.id, item] as const))(
	'whether an answer fits reveals nothing that its question does not show: %s',
	(id, item) => {
		const { right, partlyRight, wrong, unanswered, malformed } = samples(item);
		const odd: unknown[] = [{}, [], '', 'x', 5, true, ['x'], { x: 'y' }, 'constructor', { constructor: 'x' }];
		const view = viewOf(item, publicView(item, orderOf('s', id)));
		for (const response of [right, partlyRight, wrong, unanswered, malformed, ...odd])
			expect({ response, unfit: isUnfit(course.bank, { item: id, response, at: 1 }) }).toEqual({
				response,
				unfit: unreadable(view, response) === 'not-a-response'
			});
	}
);

describe('an answer that is right in a language of the course is right, whoever’s page closes the exam', () => {
	const editions = [course.bank, ...course.editions.map((edition) => edition.bank)];
	const typed = editions.flatMap(({ items }) =>
		items.flatMap((item) => {
			const forms = isItemOf(item, 'short-text') ? item.interaction.accept : [];
			return forms.flatMap((text) => ['the ', 'la ', 'un ', 'l’'].map((article) => article + text));
		})
	);

	test.each(editions.map((edition) => [edition.primer.language, edition] as const))('%s', (_, edition) => {
		const others = editions.filter((other) => other !== edition);
		let different = 0;
		for (const { id } of edition.items.filter((item) => isItemOf(item, 'short-text'))) {
			const asked = { ...form, items: [id] };
			for (const response of typed) {
				const answers = given({ [id]: response });
				const alone = editions.map((one) => fractionIn(gradeAnswers(one, asked, answers), id));
				const together = fractionIn(gradeAnswers(edition, asked, answers, others), id);
				expect({ response, together }).toEqual({ response, together: Math.max(...alone) });
				if (new Set(alone).size > 1) different++;
			}
		}
		expect(different).toBeGreaterThan(0);
	});

	test('told in the words of the first of those that give as much', () => {
		const french = bankWith({ items: [['why: It is second.', 'why: C’est le deuxième.']] });
		const answers = given({ first: 'two' });
		expect(gradeAnswers(bank, form, answers, [french])).toEqual(gradeAnswers(bank, form, answers));
		expect(gradeAnswers(french, form, answers, [bank])).toEqual(gradeAnswers(french, form, answers));
	});

	test('and fits where it fits one of them', () => {
		const changed = bankWith({ items: [['text: one', 'text: number one']] });
		const answers = given({ first: 'one' });
		expect(gradeAnswers(changed, form, answers, [bank]).grades.first).toMatchObject({ fraction: 1 });
		expect(gradeAnswers(bank, form, given({ first: 'x' }), [changed]).gone).toEqual(['first']);
	});
});

test('an answer fits its item or not; one to an item that is gone fits as well as any', () => {
	const fits = (item: string, response: unknown) => !isUnfit(bank, { item, response, at: 1 });
	expect(['one', 'two', null].every((response) => fits('first', response))).toBe(true);
	expect(['three', 3, ['one'], { one: true }].some((response) => fits('first', response))).toBe(false);
	expect(fits('number', 'two')).toBe(true);
	expect(fits('removed', 'x')).toBe(true);
});

describe('grades are told in the words of another bank', () => {
	const answers = given({ first: 'two', number: '2' });
	const { grades } = gradeAnswers(bank, form, answers);

	test('as the reader’s language has them', () => {
		const french = bankWith({ items: [['why: It is second.', 'why: C’est le deuxième.']] });
		expect(inWordsOf(french, grades, answers)).toEqual(gradeAnswers(french, form, answers).grades);
		expect(JSON.stringify(inWordsOf(french, grades, answers))).toContain('deuxième');
	});

	test('but not where other parts are right by now, though the mark is the same', () => {
		const first = grades['first'];
		if (first?.state !== 'scored') throw new Error('The answer was not scored.');
		const parts = first.parts.map((part) => ({ ...part, id: `other-${part.id}` }));
		const other = { first: { ...first, parts } };
		expect(inWordsOf(bank, other, answers)).toEqual(other);
	});

	test('but the marks stay, where the course would grade otherwise by now', () => {
		const otherwise = bankWith({ items: [['value: 2', 'value: 3']] });
		expect(inWordsOf(otherwise, grades, answers)).toEqual(grades);
	});
});
