import type { StudyOutline, ItemOutline } from '../outline.ts';

/** A text of a point, as far as its lesson has to know it. */
export interface Taught {
	id: string;
	/** The facts that it teaches. */
	facts: readonly string[];
}

/**
 * A course as the part of a lesson sees it that follows one reading: the items whose facts have been taught by then, and
 * the facts that can be asked for only now. An item follows the last reading that teaches one of its facts; what no
 * reading teaches is asked after the last.
 *
 * @param point whose lesson it is
 * @param place of the reading among those of the point, from 0
 */
export function lessonPart(
	outline: StudyOutline,
	point: number,
	readings: readonly Taught[],
	place: number
): StudyOutline {
	const last = readings.length - 1;
	if (last < 1) return outline;
	const own = new Set(outline.facts.filter((fact) => fact.point === point).map(({ id }) => id));
	const taughtBy = (fact: string) => {
		const found = readings.findLastIndex(({ facts }) => facts.includes(fact));
		return found === -1 ? last : found;
	};
	const follows = ({ facts }: ItemOutline) =>
		Math.max(0, ...facts.filter((fact) => own.has(fact) || isTaught(readings, fact)).map(taughtBy));
	const first = new Map<string, number>();
	for (const item of outline.items) {
		if (item.point !== point) continue;
		for (const fact of item.facts) first.set(fact, Math.min(first.get(fact) ?? last, follows(item)));
	}
	return {
		...outline,
		facts: outline.facts.filter(({ id }) => !own.has(id) || (first.get(id) ?? last) === place),
		items: outline.items.filter((item) => follows(item) <= place)
	};
}

/** The facts of a point that the questions after one of its readings ask; none where nothing is asked after it. */
export function askedAfter(
	outline: StudyOutline,
	point: number,
	readings: readonly Taught[],
	place: number
): string[] {
	const { facts, items } = lessonPart(outline, point, readings, place);
	return facts.flatMap(({ id, point: of }) =>
		of === point && items.some((item) => item.facts.includes(id)) ? id : []
	);
}

/**
 * The place of the reading with which somebody goes on: the first after which something is asked that was not asked of
 * them yet, or else the first of all. A text just before it after which nothing is asked is read before it: that it was
 * read is kept nowhere.
 *
 * @param seen the facts that were asked before
 */
export function readingToGoOn(
	outline: StudyOutline,
	point: number,
	readings: readonly Taught[],
	seen: ReadonlySet<string>
): number {
	const asked = readings.map((_, place) => askedAfter(outline, point, readings, place));
	let place = asked.findIndex((facts) => facts.some((fact) => !seen.has(fact)));
	while (place > 0 && asked[place - 1]?.length === 0) place--;
	return Math.max(0, place);
}

function isTaught(readings: readonly Taught[], fact: string): boolean {
	return readings.some(({ facts }) => facts.includes(fact));
}
