import { afterEach, expect, test, vi } from 'vitest';

import type { Keeping } from '../platform/platform.ts';
import type { Play } from '../play.ts';
import { COURSE_ID, PACKAGE_ID, PLACE_ID } from './page.ts';

const launch = vi.hoisted(() => vi.fn<() => Promise<unknown>>());
const playCourse = vi.hoisted(() =>
	vi.fn<(place: object, play: Pick<Play, 'options' | 'again'>) => Promise<object>>()
);
vi.mock('./launch.ts', () => ({ launch }));
vi.mock('../play.ts', () => ({ playCourse }));
vi.mock('../course/parse.ts', () => ({ readCourse: () => ({ course: {} }) }));
vi.mock('../course/played.ts', () => ({ playedWhole: () => ({}) }));

afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

/** Runs the script of a package in its page. @returns what the page says above the quiz, whenever it is asked */
async function opened(language: string): Promise<() => string> {
	let text = '';
	const notice = {
		get textContent() {
			return text;
		},
		set textContent(said) {
			text = said;
		}
	};
	const elements: Record<string, object> = {
		[PACKAGE_ID]: { textContent: JSON.stringify({ format: 'scorm12', id: 'a', iri: 'urn:a' }) },
		[COURSE_ID]: { textContent: '{}' },
		[PLACE_ID]: { attachShadow: () => ({}) }
	};
	vi.stubGlobal('document', {
		documentElement: { lang: language },
		getElementById: (id: string) => elements[id] ?? null,
		querySelector: () => notice
	});
	vi.stubGlobal('window', globalThis);
	vi.stubGlobal('addEventListener', () => undefined);
	vi.spyOn(console, 'error').mockReturnValue();
	vi.resetModules();
	await import('./package.entry.ts');
	return () => notice.textContent;
}

test('a package that cannot find where it is kept says that it is damaged', async () => {
	launch.mockRejectedValueOnce(new Error('Broken.'));
	const said = await opened('fr');
	await expect.poll(said).toMatch(/paquet est endommagé/);
	expect(console.error).toHaveBeenCalledOnce();
});

test('a package whose quiz cannot be played says that it is damaged', async () => {
	const platform = { mode: 'normal', watch: () => () => undefined, leave: () => undefined };
	launch.mockResolvedValueOnce({ platform, language: 'en', kept: 'platform' });
	playCourse.mockRejectedValueOnce(new RangeError('Too deep.'));
	const said = await opened('en');
	await expect.poll(said).toMatch(/package is damaged/);
	expect(console.error).toHaveBeenCalledOnce();
});

test('where the device alone keeps an attempt, another one begins in its place; a platform gives attempts itself', async () => {
	const done: string[] = [];
	const platform = { mode: 'normal', watch: () => () => undefined, leave: () => undefined };
	const playing = { stop: () => void done.push('stopped'), focus: () => void done.push('focused') };
	playCourse.mockReset().mockImplementation(() => Promise.resolve(playing));
	launch.mockResolvedValueOnce({ platform, language: 'en', kept: 'platform' });
	await opened('en');
	await expect.poll(() => playCourse.mock.calls.map(([, { again }]) => again)).toEqual([undefined]);
	const forget = () => void done.push('forgotten');
	launch.mockResolvedValueOnce({ platform, language: 'en', kept: 'device', forget });
	await opened('en');
	await expect.poll(() => playCourse.mock.calls.length).toBe(2);
	playCourse.mock.lastCall?.[1].again?.(['missed']);
	await expect.poll(() => done).toEqual(['stopped', 'forgotten', 'focused']);
	expect(playCourse.mock.lastCall?.[1].options).toMatchObject({ items: ['missed'], points: undefined });
});

test('what is said around a quiz names its own language, which may not be that of the course', async () => {
	launch.mockRejectedValueOnce(new Error('Broken.'));
	const said = await opened('he');
	await expect.poll(said).toMatch(/package is damaged/);
	expect(document.querySelector('.five-points-notice')).toMatchObject({ lang: 'en', dir: 'ltr' });
});

test.each([
	['browse', /^You are only looking around: nothing you do here is saved\.$/],
	['review', /^You are looking at an attempt that is over: nothing you do here is saved\.$/]
])(
	'where nothing counts (%s), nothing is said of what is not saved yet, and nothing twice',
	async (mode, words) => {
		let hear: (keeping: Keeping) => void = () => undefined;
		const watch = (listener: typeof hear) => ((hear = listener), listener('kept'), () => undefined);
		launch.mockResolvedValueOnce({
			platform: { mode, watch, leave: () => undefined },
			language: 'en',
			kept: 'platform'
		});
		const said = await opened('en');
		await expect.poll(said).toMatch(words);
		const writes = vi.spyOn(document.querySelector('.five-points-notice') ?? document, 'textContent', 'set');
		for (const keeping of ['waiting', 'kept'] as const) hear(keeping);
		expect(said()).toMatch(words);
		expect(writes).not.toHaveBeenCalled();
	}
);
