import { expect, test } from 'vitest';

import { coursePages } from './course-pages.ts';

test('the pages of a course include a lesson for each point', () => {
	const pages = coursePages('/c', [1, 2]);
	expect(pages).toEqual(
		expect.arrayContaining(['/c', '/c/review', '/c/learn/1', '/c/learn', '/c/learn/2', '/c/background'])
	);
	expect(new Set(pages).size).toBe(pages.length);
});
