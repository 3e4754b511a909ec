import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { canStayAwake, stayWith } from './awake.ts';

/** A class that nobody looks at. */
const hosted = { open: vi.fn(), close: vi.fn(), wake: vi.fn(), lose: vi.fn() };

let held: { release: ReturnType<typeof vi.fn> }[];

beforeEach(() => {
	held = [];
	const request = () => {
		const lock = { release: vi.fn(() => Promise.resolve()) };
		held.push(lock);
		return Promise.resolve(lock);
	};
	Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });
});

afterEach(() => {
	vi.restoreAllMocks();
	Reflect.deleteProperty(navigator, 'wakeLock');
});

/** The page is put behind another, or comes back. */
function become(seen: 'visible' | 'hidden') {
	vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(seen);
	document.dispatchEvent(new Event('visibilitychange'));
}

test('the screen stays awake while the page is seen, again once it is back, and no longer than it is open', async () => {
	const leave = stayWith(hosted);
	expect([held.length, canStayAwake()]).toEqual([1, true]);
	// A browser lets go by itself of what a hidden page holds.
	become('hidden');
	expect(held).toHaveLength(1);
	become('visible');
	expect(held).toHaveLength(2);
	await Promise.resolve();
	leave();
	expect(held[1]?.release).toHaveBeenCalledOnce();
	become('visible');
	expect(held).toHaveLength(2);
	expect(hosted.close).toHaveBeenCalledOnce();
});

test('what comes after the page was left is let go of, too', async () => {
	const leave = stayWith(hosted);
	leave();
	await Promise.resolve();
	await Promise.resolve();
	expect(held[0]?.release).toHaveBeenCalled();
});

test('a browser that cannot, as outside https, does no harm and says so', () => {
	Reflect.deleteProperty(navigator, 'wakeLock');
	stayWith(hosted)();
	expect(canStayAwake()).toBe(false);
});
