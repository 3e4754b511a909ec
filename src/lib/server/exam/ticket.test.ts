import { createHmac } from 'node:crypto';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { signTicket } from './staging.ts';
import { openTicket, type Ticket } from './ticket.ts';

const ticket: Ticket = {
	sitting: '0b5c',
	form: { primer: 'p', seed: 'é“s”', behaviour: 'exam', items: ['a', 'b'], minutes: 2, extraTime: 1 },
	startedAt: 1000,
	endsAt: 121_000
};
const signed = signTicket(ticket, 'a secret');

/** Any text, signed as ours are. */
function forge(content: string): string {
	const body = Buffer.from(content).toString('base64url');
	return `${body}.${createHmac('sha256', 'a secret').update(body).digest('base64url')}`;
}

test('a ticket opens as it was signed', () => {
	expect(openTicket(signed, 'a secret')).toEqual(ticket);
	expect(openTicket(forge(JSON.stringify(ticket)), 'a secret')).toEqual(ticket);
});

test('it fits an address as it stands', () => {
	expect(new URL(`http://h/?ticket=${signed}`).searchParams.get('ticket')).toBe(signed);
});

test('it does not open with another secret', () => {
	expect(openTicket(signed, 'another')).toBeUndefined();
	expect(openTicket(signed, '')).toBeUndefined();
});

describe('it does not open', () => {
	test('with any character of it another', () => {
		const sign = fc.constantFrom(...Array.from('ABCXYZabcxyz0189-_.=+/ é'));
		fc.assert(
			fc.property(fc.nat(signed.length - 1), sign, (place, other) => {
				fc.pre(signed[place] !== other);
				expect(
					openTicket(signed.slice(0, place) + other + signed.slice(place + 1), 'a secret')
				).toBeUndefined();
			}),
			{ numRuns: 3000 }
		);
	});

	test('cut short, drawn out, or in other parts', () => {
		for (let length = 0; length < signed.length; length++)
			expect(openTicket(signed.slice(0, length), 'a secret')).toBeUndefined();
		for (const more of ['.', '.x', 'x', '=', ' '])
			expect(openTicket(signed + more, 'a secret')).toBeUndefined();
		const [body = '', signature = ''] = signed.split('.');
		expect(openTicket(`${signature}.${body}`, 'a secret')).toBeUndefined();
	});

	test('as any other text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(openTicket(text, 'a secret')).toBeUndefined();
			})
		);
	});

	test.each([
		['no JSON', 'junk'],
		['another thing', '{"form":1}'],
		['a field more', JSON.stringify({ ...ticket, admin: true })],
		['no items', JSON.stringify({ ...ticket, form: { ...ticket.form, items: [] } })]
	])('when %s was signed', (_, content) => {
		expect(openTicket(forge(content), 'a secret')).toBeUndefined();
	});
});
