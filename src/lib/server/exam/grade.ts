import { findItem, type Bank } from '#lib/bank/bank.ts';
import { score } from '#lib/kinds/index.ts';
import type { Score } from '#lib/kinds/score.ts';
import type { KeptAnswer } from '#lib/quiz/event.ts';
import type { Form } from '#lib/quiz/form.ts';
import type { Grades } from '#lib/quiz/grades.ts';

/** The grades of the answers to a form. */
export interface Graded {
	grades: Grades;
	/** The items without a grade: the course no longer has them, or not as they were when they were answered. */
	gone: string[];
}

/**
 * Grades the answers to a form; nothing else does. A typed answer may be right in one language and mean
 * nothing in another, and nobody knows in which it was typed: the language that gives most counts.
 *
 * @param bank in whose words the grades are given, unless another language gives more
 * @param answers each of which fitted its item when it came: one that no longer fits shows that the item has
 * changed
 * @param others the same course in its other languages
 */
export function gradeAnswers(
	bank: Bank,
	form: Form,
	answers: readonly KeptAnswer[],
	others: readonly Bank[] = []
): Graded {
	const given = new Map(answers.map(({ item, response }) => [item, response]));
	const grades = form.items.map((id): [string, Score | undefined] => {
		const results = [bank, ...others].flatMap((edition) => {
			const item = findItem(edition, id);
			const result = item && score(item, given.get(id) ?? null);
			return result && !doesNotFit(result) ? [result] : [];
		});
		return [id, results.length > 0 ? results.reduce(better) : undefined];
	});
	return {
		grades: Object.fromEntries(grades.flatMap(([id, grade]) => (grade ? [[id, grade]] : []))),
		gone: grades.flatMap(([id, grade]) => (grade ? [] : [id]))
	};
}

/** The one that gives more; where they give the same, the first. */
function better(one: Score, other: Score): Score {
	const [first, second] = [one, other].map((grade) => (grade.state === 'scored' ? grade.fraction : 0));
	return (second ?? 0) > (first ?? 0) ? other : one;
}

/**
 * Whether an answer does not belong to its item: it has another shape, or names parts that the item does not
 * have.
 */
export function isUnfit(bank: Bank, { item: id, response }: KeptAnswer): boolean {
	const item = findItem(bank, id);
	return item !== undefined && doesNotFit(score(item, response));
}

function doesNotFit(result: Score): boolean {
	return result.state === 'malformed' && result.malformation === 'not-a-response';
}

/**
 * Grades in the words of another bank, such as that of the reader’s language. The marks stay; if the course
 * would now grade differently, the words stay as well.
 */
export function inWordsOf(bank: Bank, grades: Grades, answers: readonly KeptAnswer[]): Grades {
	const given = new Map(answers.map(({ item, response }) => [item, response]));
	return Object.fromEntries(
		Object.entries(grades).map(([id, grade]) => {
			const item = findItem(bank, id);
			const anew = item && score(item, given.get(id) ?? null);
			return [id, anew && isSameMark(anew, grade) ? anew : grade];
		})
	);
}

function isSameMark(one: Score, other: Score): boolean {
	return JSON.stringify(markIn(one)) === JSON.stringify(markIn(other));
}

function markIn(grade: Score): unknown {
	if (grade.state !== 'scored') return grade;
	return { ...grade, parts: grade.parts.map(({ id, verdict }) => [id, verdict]) };
}
