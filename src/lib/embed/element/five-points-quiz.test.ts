import { JSDOM } from 'jsdom';
import { beforeEach, expect, test, vi } from 'vitest';

import { claim, release } from './kept-under.ts';
import { waitFor } from '../../../../tests/wait-for.ts';

const { window } = new JSDOM('<!doctype html><body></body>', { url: 'https://school.example/page?lesson=1' });
for (const name of [
	'HTMLElement',
	'CustomEvent',
	'customElements',
	'document',
	'location',
	'ShadowRoot'
] as const)
	vi.stubGlobal(name, window[name]);

/** A quiz that begins once the test says so. */
interface Staged {
	key: string;
	isAnew: boolean;
	ready: () => void;
	answered: () => void;
}

const staged: Staged[] = [];
const cleared = vi.fn();
const stopped = vi.fn();

vi.mock('./waiting.ts', () => ({ showLoading: () => cleared, showTrouble: () => cleared }));
vi.mock('./load-player.ts', () => ({
	loadPlayer: () => {
		let isAnew = false;
		let key = '';
		return Promise.resolve({
			courseIn: () => ({ bank: { primer: { language: 'en' } } }),
			loadStores: () => Promise.resolve({ storeOf: () => ({ notice: {} }) }),
			optionsIn: () => ({ options: {}, notices: [] }),
			keptOnDevice: (kept: string) => {
				key = kept;
				return { forget: () => (isAnew = true) };
			},
			playCourse: (_: unknown, { on }: { on: Record<'ready' | 'answered', (detail: object) => void> }) =>
				new Promise((resolve) =>
					staged.push({
						...{ key, isAnew },
						ready() {
							on.ready({});
							resolve({ notices: [], focus: () => undefined, stop: stopped });
						},
						answered: () => on.answered({})
					})
				)
		});
	}
}));

const { FivePointsQuiz } = await import('./five-points-quiz.entry.ts');

beforeEach(async () => {
	document.body.replaceChildren();
	await Promise.resolve();
	staged.length = 0;
	cleared.mockClear();
	stopped.mockClear();
});

/** An element that begins by itself where it is in a page, and what it has told. */
function newElement() {
	const element = new FivePointsQuiz();
	element.course = {};
	const told: string[] = [];
	for (const name of ['ready', 'answered']) element.addEventListener(name, () => told.push(name));
	return { element, told };
}

const begun = (count: number) => waitFor(() => expect(staged).toHaveLength(count));

test('in no page nothing is played and no key is held; what is to be forgotten is, once there is a page', async () => {
	const { element, told } = newElement();
	await element.reset();
	await element.start();
	document.body.append(element);
	await begun(1);
	const [first] = staged;
	// Nobody holds the key without a number, not even the element itself from before.
	expect(first).toMatchObject({ isAnew: true });
	expect(first?.key).toMatch(/^\["five-points-quiz","\/page\?lesson=1",.*\]$/);
	first?.ready();
	expect(told).toEqual(['ready']);
	element.remove();
	await waitFor(() => expect(stopped).toHaveBeenCalled());
	await element.reset();
	expect(staged).toHaveLength(1);
	const free = claim(first?.key ?? '');
	expect(free).toBe(first?.key);
	release(free);
});

test('taken away, told to begin anew and put back at once, it begins anew', async () => {
	const { element } = newElement();
	document.body.append(element);
	await begun(1);
	staged[0]?.ready();
	await element.start();
	element.remove();
	await element.reset();
	document.body.append(element);
	await begun(2);
	expect(staged.map(({ isAnew }) => isAnew)).toEqual([false, true]);
});

test('a beginning that was overtaken tells nothing, and leaves the place of the newer one alone', async () => {
	const { element, told } = newElement();
	document.body.append(element);
	await begun(1);
	const again = element.reset();
	await begun(2);
	cleared.mockClear();
	const [first, second] = staged;
	first?.ready();
	first?.answered();
	await waitFor(() => expect(stopped).toHaveBeenCalledOnce());
	expect(told).toEqual([]);
	expect(cleared).not.toHaveBeenCalled();
	second?.ready();
	second?.answered();
	await again;
	expect(told).toEqual(['ready', 'answered']);
	expect(cleared).toHaveBeenCalled();
});

test('a course that a script gave before the element was known is played; an address that is set later takes its place', async () => {
	const element = document.createElement('five-points-quiz');
	const course = {};
	Object.defineProperty(element, 'course', { value: course, configurable: true });
	document.body.append(element);
	await begun(1);
	expect(element.course).toBe(course);
	staged[0]?.ready();
	element.setAttribute('course', 'other.json');
	expect(element.course).toBe('other.json');
	element.course = course;
	expect(element.hasAttribute('course')).toBe(false);
	expect(element.course).toBe(course);
});

test('a learner whom the page names gets no attempt of another one on the same device', async () => {
	vi.spyOn(console, 'warn').mockReturnValue();
	const { element } = newElement();
	element.setAttribute('endpoint', 'https://store.example/xapi/');
	element.setAttribute('actor', '{"mbox":"mailto:ada@school.example"}');
	document.body.append(element);
	await begun(1);
	staged[0]?.ready();
	element.setAttribute('actor', '{"mbox":"mailto:bea@school.example"}');
	await begun(2);
	const [first, second] = staged;
	expect(second?.key).not.toBe(first?.key);
});
