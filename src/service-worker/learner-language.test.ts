import { expect, test } from 'vitest';

import { FakeCaches } from './fixtures.ts';
import { LearnerLanguage, type Cookies } from './learner-language.ts';

const spoken = ['en', 'fr'];
const cookie = { name: 'language', maxAge: 60 };

function learner(caches: FakeCaches, cookies?: Cookies): LearnerLanguage {
	return new LearnerLanguage({ caches, cookies, cookie, preferred: ['fr-CA'] });
}

test('whoever has seen no page gets what the browser prefers', async () => {
	expect(await learner(new FakeCaches()).now(spoken)).toBe('fr');
});

test('the language of the last page counts, also for a worker that starts anew', async () => {
	const caches = new FakeCaches();
	await learner(caches).note('en');
	expect(await learner(caches).now(spoken)).toBe('en');
});

test('where the cookies cannot be seen, a choice counts like a page', async () => {
	const caches = new FakeCaches();
	await learner(caches).note('fr');
	await learner(caches).choose('en', 0);
	expect(await learner(caches).now(spoken)).toBe('en');
});

test('where the cookies take no choice, it counts like a page', async () => {
	const caches = new FakeCaches();
	const refusing: Cookies = {
		get: () => Promise.resolve(null),
		set: () => Promise.reject(new TypeError('refused'))
	};
	await learner(caches, refusing).choose('en', 0);
	expect(await learner(caches, refusing).now(spoken)).toBe('en');
});

test('caches that cannot be read or written leave the browser’s preference', async () => {
	const caches = new FakeCaches();
	const broken = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
	Object.assign(caches, { match: broken, open: broken });
	await learner(caches).choose('en', 0);
	expect(await learner(caches).now(spoken)).toBe('fr');
});
