import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { writeCalendar, type CalendarDay } from './calendar.ts';

const NOW = Date.UTC(2026, 10, 25, 18, 4, 5, 678);

const thursday: CalendarDay = {
	uid: '2026-12-03.paris-call@five-points',
	day: '2026-12-03',
	summary: '3 facts to review: The Paris Call',
	description: 'Open it; then, answer.\nA second line.',
	address: 'https://example.org/paris-call/review'
};

/** What a calendar reads, as RFC 5545 has it: lines unfolded, names and parameters before the first colon, texts unescaped. */
function read(file: string): Record<string, string>[] {
	const lines = file.replaceAll('\r\n ', '').split('\r\n');
	expect(lines.pop()).toBe('');
	const events: Record<string, string>[] = [];
	for (const line of lines) {
		if (line === 'BEGIN:VEVENT') events.push({});
		const [, name = '', value = ''] = /^([^:]*):(.*)$/s.exec(line) ?? [];
		const event = events.at(-1);
		if (!event || ['BEGIN', 'END'].includes(name)) continue;
		// A strict reader takes a bare semicolon or comma for the end of a text.
		if (name !== 'URL') expect(value).toMatch(/^([^\\;,]|\\[\\;,nN])*$/);
		event[name] = unescaped(value);
	}
	return events;
}

function unescaped(value: string): string {
	return value.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
}

describe('a calendar', () => {
	test('has an event for each day, in the form of RFC 5545', () => {
		expect(writeCalendar([thursday], 'The Paris Call', NOW)).toBe(
			[
				'BEGIN:VCALENDAR',
				'VERSION:2.0',
				'PRODID:-//Five Points//Five Points//EN',
				'CALSCALE:GREGORIAN',
				'X-WR-CALNAME:The Paris Call',
				'BEGIN:VEVENT',
				'UID:2026-12-03.paris-call@five-points',
				'DTSTAMP:20261125T180405Z',
				'DTSTART;VALUE=DATE:20261203',
				'SUMMARY:3 facts to review: The Paris Call',
				String.raw`DESCRIPTION:Open it\; then\, answer.\nA second line.`,
				'URL:https://example.org/paris-call/review',
				'TRANSP:TRANSPARENT',
				'END:VEVENT',
				'END:VCALENDAR',
				''
			].join('\r\n')
		);
	});

	const text = fc.oneof(
		fc.string({ unit: 'grapheme', maxLength: 200 }),
		fc.string({ unit: 'binary', maxLength: 200 }),
		fc.stringMatching(/^([\\;,:"\n\t a-z]|😀|é|BEGIN:VEVENT|\r\n){0,60}$/u)
	);
	/** What is left of a text that may hold anything. */
	const kept = (given: string) =>
		given
			.replaceAll(/\r\n?/g, '\n')
			.replaceAll(/\p{Cs}/gu, '')
			.replaceAll(/\p{Cc}/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''));

	test('gives back whatever texts it was given', () => {
		fc.assert(
			fc.property(fc.array(fc.record({ summary: text, description: text }), { maxLength: 3 }), (texts) => {
				const days = texts.map((each, index) => ({ ...thursday, ...each, uid: `u${index}` }));
				const events = read(writeCalendar(days, 'A; course', NOW));
				expect(events.map(({ UID, SUMMARY, DESCRIPTION }) => [UID, SUMMARY, DESCRIPTION])).toEqual(
					days.map(({ uid, summary, description }) => [uid, kept(summary), kept(description)])
				);
			})
		);
	});

	test('has no line longer than 75 octets, and cuts no character', () => {
		fc.assert(
			fc.property(text, (summary) => {
				const file = writeCalendar([{ ...thursday, summary }], summary, NOW);
				for (const line of file.split('\r\n')) {
					expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
					expect(line.isWellFormed()).toBe(true);
					expect(line).not.toMatch(/[\r\n]/);
				}
			})
		);
	});
});
