import fc from 'fast-check';
import { expect, test } from 'vitest';

import { Fitting, type Seen } from './fitting.ts';

/** Lets a frame and a page answer one another until both are content; returns all heights that were told. */
function converse(
	content: (room: Seen) => number,
	page: (told: number, room: Seen) => Partial<Seen>
): number[] {
	const fitting = new Fitting();
	let room: Seen = { content: 0, width: 600, height: 300 };
	const told: number[] = [];
	for (let turn = 0; turn < 10_000; turn++) {
		const seen = { ...room, content: content(room) };
		const height = fitting.see(seen);
		if (height === undefined) {
			const next = fitting.see(seen);
			expect(next).toBeUndefined();
			return told;
		}
		told.push(height);
		room = { ...room, ...page(height, room) };
	}
	throw new Error('They would never have ended.');
}

const exactly = (height: number) => ({ height });

test('a page that gives exactly the height is told once', () => {
	expect(converse(() => 420.2, exactly)).toEqual([421]);
});

test('a page that never answers is told once', () => {
	expect(
		converse(
			() => 420,
			() => ({})
		)
	).toEqual([420]);
});

test.each<[string, (room: Seen) => number, (told: number, room: Seen) => Partial<Seen>]>([
	['something as high as the window, with a margin', ({ height }) => height + 20, exactly],
	['something a little lower than the window', ({ height }) => height - 20, exactly],
	[
		'a scroll bar that comes and goes',
		({ height }) => (height < 500 ? 560 : 499),
		(told) => ({ height: told - 2 })
	],
	[
		'a page that keeps the frame in shape',
		({ width }) => 200_000 / width,
		(told) => ({ height: told, width: Math.round(told * 1.5) })
	],
	['a page that always gives more', ({ height }) => height, (told) => ({ height: told + 50 })]
])('%s comes to an end', (_, content, page) => {
	expect(converse(content, page).length).toBeLessThan(600);
});

test('whatever the content and the page do with the room, they come to an end', () => {
	fc.assert(
		fc.property(
			fc.record({
				base: fc.integer({ min: 1, max: 3000 }),
				share: fc.double({ min: -2, max: 2, noNaN: true }),
				narrow: fc.double({ min: 0, max: 500_000, noNaN: true })
			}),
			fc.record({
				more: fc.integer({ min: -50, max: 50 }),
				shape: fc.double({ min: 0.1, max: 3, noNaN: true }),
				keepsShape: fc.boolean()
			}),
			({ base, share, narrow }, { more, shape, keepsShape }) => {
				converse(
					({ height, width }) => base + share * height + narrow / width,
					(told) => ({ height: told + more, ...(keepsShape && { width: Math.round(told * shape) + 1 }) })
				);
			}
		)
	);
});

test('what changes by itself is told however often, also after the page has driven it', () => {
	const fitting = new Fitting();
	for (let height = 100; height < 200; height++) fitting.see({ content: height + 20, width: 600, height });
	expect(fitting.see({ content: 230, width: 600, height: 199 })).toBe(230);
	const heights = Array.from({ length: 1000 }, (_, index) => 300 + index);
	expect(heights.map((content) => fitting.see({ content, width: 600, height: 199 }))).toEqual(heights);
});

test('a window that is made narrower step by step is followed', () => {
	const fitting = new Fitting();
	const told = Array.from({ length: 300 }, (_, step) => {
		const width = 900 - step;
		return fitting.see({ content: Math.round(300_000 / width), width, height: 400 + step });
	});
	const last = told.findLast((height) => height !== undefined);
	expect(last).toBe(Math.round(300_000 / 601));
});
