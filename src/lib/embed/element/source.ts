import { fetchRevealed, type Revealed } from '#lib/bank/revealed.ts';

import { bankIn } from '../course/course-file.ts';
import type { CourseOutline } from '../course/outline.ts';
import { isOutline, readItems, readOutline } from '../course/parse-outline.ts';
import { parseJson, readCourse } from '../course/parse.ts';
import { playedWhole, type PlayedCourse } from '../course/played.ts';
import { fetchSource, type Fetched } from './fetch-source.ts';
import { troubleIn, type Trouble } from './trouble.ts';

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

/** A course whose items are fetched when they are asked. Where they cannot be had, the error has the trouble as its cause. */
function playedOutline(
	{ edition, banks }: CourseOutline,
	language: string,
	base: string,
	onchange: () => Promise<void>
): PlayedCourse {
	const bank = bankIn({ banks }, language) ?? banks[0];
	const fetchSome = async (ids: readonly string[]): Promise<Revealed> => {
		const address = new URL(bank.itemsAt + ids.map(encodeURIComponent).join(','), base).href;
		const fetched = await fetchSource({ given: undefined, address, inside: undefined });
		if ('code' in fetched) throw failed(fetched);
		const parsed = parseJson(fetched.text ?? '');
		if ('problem' in parsed) throw failed({ ...parsed.problem, address });
		const read = readItems(parsed.value, edition, ids);
		if (read === 'other-edition') throw failed({ code: 'not-reached', address, why: read });
		if ('problem' in read) throw failed({ ...read.problem, address });
		return read.items;
	};
	const fetchItems = async (ids: readonly string[]): Promise<Revealed> => {
		try {
			return await fetchRevealed(ids, fetchSome);
		} catch (error) {
			const trouble = troubleIn(error);
			if (trouble?.code === 'not-reached' && trouble.why === 'other-edition') await onchange();
			throw error;
		}
	};
	return { edition, bank, fetchItems };
}

function failed(trouble: Trouble): Error {
	return new Error(`Questions could not be fetched: ${trouble.code}.`, { cause: trouble });
}
