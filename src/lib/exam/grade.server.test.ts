import { describe, expect, test } from 'vitest';

import { checkBank } from '#lib/bank/check.ts';
import { filesWith } from '#lib/bank/fixtures.ts';

import { GRACE, gradeExam, isOver } from './grade.server.ts';
import type { Ticket } from './ticket.server.ts';

const { bank: sample } = checkBank('b', filesWith());
if (!sample) throw new Error('The sample bank is not sound.');
const bank = sample;

function ticketFor(items: string[], primer = 'b'): Ticket {
	const form = { primer, seed: 's', behaviour: 'exam' as const, items, minutes: 1, extraTime: 1 };
	return { sitting: 'x', form, startedAt: 0, endsAt: 60_000 };
}

const ticket = ticketFor(['number', 'first']);

test('an exam is graded item by item, and its items are revealed in the form’s order', () => {
	const graded = gradeExam(bank, ticket, { first: 'one', number: '3' }, 59_000);
	expect(graded).toMatchObject({
		grades: { first: { state: 'scored', fraction: 1 }, number: { state: 'scored', fraction: 0 } },
		items: [{ id: 'number' }, { id: 'first' }]
	});
});

test('what is missing, empty or unreadable is not wrong', () => {
	expect(gradeExam(bank, ticket, {}, 0)).toMatchObject({
		grades: { first: { state: 'unanswered' }, number: { state: 'unanswered' } }
	});
	expect(gradeExam(bank, ticket, { first: null, number: 'two' }, 0)).toMatchObject({
		grades: { first: { state: 'unanswered' }, number: { state: 'malformed' } }
	});
});

describe('an exam is refused', () => {
	test('as altered: its ticket does not open, is of another primer, or the responses are to other items', () => {
		expect(gradeExam(bank, undefined, {}, 0)).toEqual({ refusal: 'altered' });
		expect(gradeExam(bank, ticketFor(['first'], 'other'), {}, 0)).toEqual({ refusal: 'altered' });
		expect(gradeExam(bank, ticketFor(['first']), { first: 'one', number: '2' }, 0)).toEqual({
			refusal: 'altered'
		});
		const inherited: Record<string, unknown> = JSON.parse('{"__proto__": "one"}');
		expect(gradeExam(bank, ticket, inherited, 0)).toEqual({ refusal: 'altered' });
	});

	test('as late: its time and the grace are over', () => {
		expect(gradeExam(bank, ticket, {}, 60_000 + GRACE)).toHaveProperty('grades');
		expect(gradeExam(bank, ticket, { first: 'one' }, 60_001 + GRACE)).toEqual({ refusal: 'late' });
	});

	test('as changed: an item of it is gone', () => {
		expect(gradeExam(bank, ticketFor(['first', 'gone']), { first: 'one' }, 0)).toEqual({
			refusal: 'changed'
		});
	});
});

test('its keys may be shown once nothing can be handed in any more, and no earlier', () => {
	expect(isOver(ticket, 60_000 + GRACE)).toBe(false);
	expect(isOver(ticket, 60_001 + GRACE)).toBe(true);
});
