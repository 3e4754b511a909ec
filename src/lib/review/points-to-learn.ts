import type { CourseOutline } from './outline.ts';

/** The points that have facts to learn, in the order in which they are gone through: 0, the primer as a whole, comes last. */
export function pointsToLearn({ points, facts }: Pick<CourseOutline, 'points' | 'facts'>): number[] {
	const asked = new Set(facts.map(({ point }) => point));
	return [...points, 0].filter((point) => asked.has(point));
}
