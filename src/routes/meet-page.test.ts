import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { meetPage } from './meet-page.ts';

const followed = vi.hoisted(() => vi.fn());
vi.mock(import('#lib/ui/translated-page.ts'), () => ({ followTranslation: followed }));

let drawFrame: () => void;

beforeEach(() => {
	vi.useFakeTimers();
	drawFrame = () => undefined;
	vi.stubGlobal('requestAnimationFrame', (callback: () => void) => (drawFrame = callback));
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
	followed.mockClear();
});

/** Opens a page whose script is there: what it knows of its first frame. */
function open(visibilityState: DocumentVisibilityState, isShown: boolean): void {
	vi.stubGlobal('document', { visibilityState, body: 'body' });
	vi.spyOn(performance, 'getEntriesByName').mockReturnValue(isShown ? [performance.mark('paint')] : []);
	void meetPage();
}

test('the script begins in a task after the first frame', async () => {
	open('visible', false);
	await vi.advanceTimersByTimeAsync(100);
	drawFrame();
	await Promise.resolve();
	expect(followed).not.toHaveBeenCalled();
	await vi.advanceTimersByTimeAsync(0);
	expect(followed).toHaveBeenCalledWith('body');
});

test('where the page is seen before its script is there, nothing is waited for', async () => {
	open('visible', true);
	await vi.advanceTimersByTimeAsync(0);
	expect(followed).toHaveBeenCalled();
});

test('a page in a tab that nobody looks at, which draws no frame, waits for none', async () => {
	open('hidden', false);
	await vi.advanceTimersByTimeAsync(0);
	expect(followed).toHaveBeenCalled();
});

test('a frame that never comes, as out of sight in another page, is not waited for long', async () => {
	open('visible', false);
	await vi.advanceTimersByTimeAsync(500);
	expect(followed).toHaveBeenCalled();
});
