import { afterEach, expect, test, vi } from 'vitest';

import { fetchCourse } from './fetch-course.ts';

afterEach(() => vi.unstubAllGlobals());

const course = {
	primer: { id: 'b', title: 'B', points: [], facts: [] },
	items: [{ id: 'a', kind: 'single-choice', stem: [], interaction: {} }],
	languages: ['en']
};

function answering(status: number, told: unknown): void {
	vi.stubGlobal('fetch', () => Promise.resolve(Response.json(told, { status })));
}

test('a course is handed on as it came', async () => {
	answering(200, course);
	expect(await fetchCourse('/b/course')).toEqual(course);
});

test.for([
	[200, null],
	[200, []],
	[200, 'Log in to this network'],
	[200, { state: 'authenticated' }],
	[200, { ...course, items: { a: 1 } }],
	[200, { ...course, items: [{ id: 'a' }] }],
	[200, { ...course, primer: {} }],
	[200, { ...course, languages: undefined }],
	[404, { message: 'There is no such course.', fix: 'Look again.' }],
	[503, course]
] as const)('what is no course is none: %i with %j', async ([status, told]) => {
	answering(status, told);
	await expect(fetchCourse('/b/course')).rejects.toThrow(`/b/course cannot be fetched (${status}).`);
});
