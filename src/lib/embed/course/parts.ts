import type { CourseFile } from './course-file.ts';
import { readCourse, unsafe, type ParsedCourse } from './parse.ts';
import { patchFrom, patched } from './patch.ts';

/** What the first field of a file of explanations says. */
const EXPLANATIONS_FORMAT = 'five-points-explanations';

/** What of an item nobody sees before it was answered, by name, wherever in the item it stands. */
const EXPLAINS = ['why', 'tempts'];

/**
 * A course as far as its questions go: any of them can be drawn, asked and scored, and none explained. About two fifths of
 * its bytes.
 *
 * @param explanations where the rest is, from where this is
 */
export function questionsOf(course: CourseFile, explanations: string): object {
	return { ...course, banks: bareBanks(course), explanations };
}

/** The rest of it. */
export function explanationsOf(course: CourseFile): object {
	const { version, edition, banks } = course;
	return { format: EXPLANATIONS_FORMAT, version, edition, banks: patchFrom(bareBanks(course), banks) };
}

/**
 * A course with its explanations, which may be anything.
 *
 * @returns a problem also where they belong to another edition of the course
 */
export function explained(course: CourseFile, value: unknown): ParsedCourse {
	if (!isMapping(value) || value['format'] !== EXPLANATIONS_FORMAT)
		return { problem: { code: 'not-a-course', at: 'format' } };
	if (value['version'] !== course.version || value['edition'] !== course.edition)
		return {
			problem: { code: 'other-version', at: 'edition', version: String(value['edition']).slice(0, 20) }
		};
	const { explanations: _, banks, ...file } = course;
	const problem = unsafe(value['banks'], ['banks']);
	return problem ? { problem } : readCourse({ ...file, banks: patched(banks, value['banks']) });
}

function bareBanks({ banks }: CourseFile): unknown[] {
	return banks.map(({ primer, items, ...bank }) => {
		const { timeline: _, support: __, ...kept } = primer;
		const bare = items.map((item) => ({ ...item, explanation: [], interaction: bareOf(item.interaction) }));
		return { ...bank, primer: { ...kept, facts: [] }, items: bare };
	});
}

function bareOf(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(bareOf);
	if (!isMapping(value)) return value;
	const kept = Object.entries(value).filter(([key]) => !EXPLAINS.includes(key));
	return Object.fromEntries(kept.map(([key, part]) => [key, bareOf(part)]));
}

function isMapping(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
