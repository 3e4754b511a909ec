import { expect, test } from 'vitest';

import type { ClassEvent } from '#lib/classroom/event.ts';
import { setupOf } from '#lib/classroom/fixtures.ts';
import { folded, newClass } from '#lib/classroom/fold.ts';
import type { Phase } from '#lib/classroom/class-view.ts';
import { viewFor, type Audience } from '#lib/classroom/view.ts';

import { course } from './browser/course.ts';
import { leaks, secretsOf } from './browser/secrets.ts';

const audiences: Audience[] = ['pupil', 'wall'];

/** What happens to every item of a class that is asked twice, up to and with the moment at which its key is shown. */
const way: { event: (position: number) => ClassEvent; phase: Phase }[] = [
	{ event: (position) => ({ type: 'ask', at: 1, position }), phase: 'reading' },
	{ event: (position) => ({ type: 'open', at: 2, round: 2 * position + 1 }), phase: 'asking' },
	{ event: (position) => ({ type: 'close', at: 3, round: 2 * position + 1 }), phase: 'closed' },
	{ event: () => ({ type: 'discuss', at: 4 }), phase: 'discussing' },
	{ event: () => ({ type: 'ask-again', at: 5 }), phase: 'asking' },
	{ event: () => ({ type: 'pause', at: 6 }), phase: 'paused' },
	{ event: () => ({ type: 'resume', at: 7 }), phase: 'asking' },
	{ event: (position) => ({ type: 'close', at: 8, round: 2 * position + 2 }), phase: 'closed' },
	{ event: () => ({ type: 'reveal', at: 9 }), phase: 'revealed' }
];

const setup = setupOf({ items: course.items.map(({ id }) => id), reading: 5, standings: true });

test('no view of a class holds a key before it is revealed, and then the one of its item alone', () => {
	let state = newClass({ setup, createdAt: 0 });
	for (const [position, item] of course.items.entries()) {
		for (const { event, phase } of way) {
			state = folded(state, [event(position)]);
			for (const audience of audiences) {
				const view = viewFor(audience, state, 1, course);
				expect(view.phase).toBe(phase);
				const sent = JSON.stringify(view);
				if (phase !== 'revealed') expect(leaks(sent, item), `${item.id}, ${phase}`).toEqual([]);
				else expect(leaks(sent, item).length, item.id).toBeGreaterThanOrEqual(secretsOf(item).length);
				const next = course.items[position + 1];
				if (next) expect(sent).not.toContain(JSON.stringify(next.stem));
			}
		}
	}
});

test('nor does one of a class at its own pace while its window is open', () => {
	const own = { ...setup, pace: 'own' as const };
	const state = folded(newClass({ setup: own, createdAt: 0 }), [{ type: 'ask', at: 1, position: 0 }]);
	for (const audience of audiences) {
		const view = viewFor(audience, state, 1, course);
		expect(view.asked.map(({ id }) => id)).toEqual(setup.items);
		const sent = JSON.stringify(view);
		for (const [position, item] of course.items.entries()) {
			expect(leaks(JSON.stringify(view.asked[position]), item), item.id).toEqual([]);
			// A single word of a key may be in another question; a whole sentence about it is nowhere else.
			const told = leaks(sent, item).filter((leak) => leak.split(' ').length > 3);
			expect(told, item.id).toEqual([]);
		}
	}
});

test('where the words of an item are on the wall alone, no phone has them before the reveal', () => {
	const state = folded(newClass({ setup: { ...setup, words: 'wall', reading: 0 }, createdAt: 0 }), [
		{ type: 'ask', at: 1, position: 0 }
	]);
	const [first] = course.items;
	const stem = JSON.stringify(first?.stem);
	expect(JSON.stringify(viewFor('wall', state, 1, course))).toContain(stem);
	expect(JSON.stringify(viewFor('pupil', state, 1, course))).not.toContain(stem);
});
