import { fetchRevealed, type Revealed } from '#lib/bank/revealed.ts';

import { bankIn } from '../course/course-file.ts';
import type { CourseOutline } from '../course/outline.ts';
import { isOutline, readItems, readOutline } from '../course/parse-outline.ts';
import { parseJson, readCourse } from '../course/parse.ts';
import { playedWhole, type PlayedCourse } from '../course/played.ts';
import type { Fetched } from './fetch-source.ts';
import type { Trouble } from './trouble.ts';

/**
 * The course in what an element was given, in the language nearest to one that is wanted, or why there is none.
 *
 * @param base the address of the course, or of the page that it stands in
 * @param onchange called where there is a newer course by the time its items are asked for
 */
export function courseIn(
	{ value, text, address }: Fetched,
	language: string,
	base: string,
	onchange: () => Promise<void>
): PlayedCourse | Trouble {
	const parsed = text === undefined ? { value } : parseJson(text);
	if ('problem' in parsed) return { ...parsed.problem, address };
	if (isOutline(parsed.value)) {
		const read = readOutline(parsed.value);
		return 'course' in read
			? playedOutline(read.course, language, base, onchange)
			: { ...read.problem, address };
	}
	const read = readCourse(parsed.value);
	return 'course' in read ? playedWhole(read.course, language) : { ...read.problem, address };
}

/** A course whose items are fetched when they are asked. */
function playedOutline(
	course: CourseOutline,
	language: string,
	base: string,
	onchange: () => Promise<void>
): PlayedCourse {
	const bank = bankIn(course, language) ?? course.banks[0];
	const fetchSome = async (ids: readonly string[]): Promise<Revealed> => {
		const response = await fetch(new URL(bank.itemsAt + ids.map(encodeURIComponent).join(','), base));
		if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
		const read = readItems(await response.json(), course.edition, ids);
		if ('items' in read) return read.items;
		const { code, at } = read.problem;
		if (code === 'other-version') await onchange();
		throw new Error(`${response.url}: ${code} (${at})`);
	};
	return { edition: course.edition, bank, fetchItems: (ids) => fetchRevealed(ids, fetchSome) };
}
