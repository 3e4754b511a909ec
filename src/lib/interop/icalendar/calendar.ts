/** A whole day of a calendar on which there is something to do. */
export interface CalendarDay {
	/** Names it for good: a calendar that takes it in again replaces what it has under that name. */
	uid: string;
	/** `2026-12-03`, in whatever time zone its reader is. */
	day: string;
	summary: string;
	/** More on it; lines may be broken. */
	description: string;
	/** Where to go. */
	address: string;
}

/** How many octets a line may have, its end left out (RFC 5545, 3.1). */
const LONGEST = 75;

/**
 * Writes days as an iCalendar file (RFC 5545) that calendars take in: each an event of a whole day, which leaves its time
 * free.
 *
 * @param name what the calendar is called
 * @param now when it is written: milliseconds since 1970
 */
export function writeCalendar(days: readonly CalendarDay[], name: string, now: number): string {
	const stamp = new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '');
	return [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Five Points//Five Points//EN',
		'CALSCALE:GREGORIAN',
		`X-WR-CALNAME:${escaped(name)}`,
		...days.flatMap(({ uid, day, summary, description, address }) => [
			'BEGIN:VEVENT',
			`UID:${escaped(uid)}`,
			`DTSTAMP:${stamp}`,
			// Without an end, a date is one whole day (3.6.1).
			`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
			`SUMMARY:${escaped(summary)}`,
			`DESCRIPTION:${escaped(description)}`,
			`URL:${plain(address)}`,
			'TRANSP:TRANSPARENT',
			'END:VEVENT'
		]),
		'END:VCALENDAR'
	]
		.map((line) => `${folded(line)}\r\n`)
		.join('');
}

/** A text as a value: what would end it or be read as markup is escaped (3.3.11). */
function escaped(text: string): string {
	return plain(text.replaceAll(/\r\n?/g, '\n'))
		.replaceAll(/[\\;,]/g, String.raw`\$&`)
		.replaceAll('\n', String.raw`\n`);
}

/** A text without the control characters that no value may hold, and without halves of characters. */
function plain(text: string): string {
	return text.replaceAll(/[^\P{Cc}\n\t]|\p{Cs}/gu, '');
}

/** A line in pieces, each on a line that begins with a blank; no character is cut (3.1). */
function folded(line: string): string {
	const encoder = new TextEncoder();
	let folded = '';
	let room = LONGEST;
	for (const character of line) {
		const size = encoder.encode(character).length;
		if (size > room) {
			folded += '\r\n ';
			room = LONGEST - 1;
		}
		folded += character;
		room -= size;
	}
	return folded;
}
