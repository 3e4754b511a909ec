import { afterEach, expect, test, vi } from 'vitest';

import { bankWith } from '#lib/bank/fixtures.ts';
import { answer, check } from '#lib/quiz/fixtures.ts';

import type { CourseFile } from '../course/course-file.ts';
import { StagedStore } from '../platform/cmi5/staging.ts';
import { recordOf, Shelf } from '../platform/staging.ts';
import { launch } from './launch.ts';

const course: CourseFile = {
	...{ format: 'five-points-course', version: 1, edition: '1' },
	banks: [bankWith()]
};

afterEach(() => vi.unstubAllGlobals());

test.each([
	['is over', 'over'],
	['does not come about', 'astray']
] as const)('what is answered after a launch that %s is of its own learner alone', async (_, kept) => {
	const store = new StagedStore();
	vi.stubGlobal('fetch', (...asked: Parameters<StagedStore['fetch']>) => store.fetch(...asked));
	vi.stubGlobal('localStorage', new Shelf());
	const ada = new URLSearchParams(store.launch());
	const bob = new URLSearchParams(ada);
	bob.set('actor', JSON.stringify({ ...store.actor, account: { ...store.actor.account, name: 'bob' } }));
	await fetch(ada.get('fetch') ?? '', { method: 'POST' });
	if (kept === 'astray') store.line = 'down';
	const opened = async (query: URLSearchParams) => {
		const location = { search: `?${query.toString()}`, pathname: '/index.html' };
		const window = { location, navigator: { languages: ['en'] } } as unknown as Window;
		const data = { format: 'cmi5', id: 'quiz', iri: 'urn:quiz' } as const;
		const launched = await launch(data, course, window);
		expect(launched.kept).toBe(kept);
		return launched.platform;
	};
	const begun = recordOf([answer('one'), check]);
	(await opened(ada)).keep(begun);
	expect(await (await opened(ada)).resume()).toEqual(begun);
	expect(await (await opened(bob)).resume()).toBeUndefined();
});
