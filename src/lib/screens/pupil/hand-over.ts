import { isKept } from '#lib/bank/serving.ts';
import type { ToldOwn } from '#lib/classroom/pupil-protocol.ts';
import { runOf } from '#lib/kinds/loaded.ts';
import { newEntry } from '#lib/quiz/entry.ts';
import type { ScoredItem } from '#lib/quiz/scored-item.ts';
import { openStudyStore } from '#lib/store/open.ts';
import { keepAnswer } from '#lib/study/keep-answer.ts';

/** Which answers of a class a pupil takes into self-study: what they missed, or all. */
export type Taken = 'missed' | 'all';

/** One item of a class that self-study can ask. */
type Answer = ToldOwn['own']['answers'][number] & { fraction: number };

/** What a pupil came to at what self-study may ask, and could be read: what is kept for exams is never asked there. */
function answersIn({ own, course }: ToldOwn, taken: Taken): Answer[] {
	const open = new Set(course.items.filter((item) => !isKept(item)).map(({ id }) => id));
	return own.answers.flatMap((answer, index) => {
		const fraction = own.scores[index]?.fraction ?? null;
		if (fraction === null || !open.has(answer.item)) return [];
		return taken === 'all' || fraction < 1 ? [{ ...answer, fraction }] : [];
	});
}

/** How many items a pupil missed that self-study can ask. */
export function countMissed(told: ToldOwn): number {
	return answersIn(told, 'missed').length;
}

/** Names an answer for good, so that it counts once, however often it is taken. */
function idOf(classId: string, pupil: string, { round }: Pick<Answer, 'round'>): string {
	return `class-${classId}-${pupil}-${round}`;
}

/**
 * Whether this device has taken what a pupil missed in a class.
 *
 * @throws when the device cannot be read
 */
export async function isTaken(told: ToldOwn, classId: string): Promise<boolean> {
	const store = await openStudyStore();
	const missed = answersIn(told, 'missed');
	const known = await Promise.all(missed.map((answer) => store.has(idOf(classId, told.own.pupil, answer))));
	return missed.length > 0 && known.every(Boolean);
}

/**
 * Takes answers of a class into self-study on this device, where they count as any other. What was missed is asked again
 * there, and so is what was not answered.
 *
 * @param clock milliseconds since 1970 by the device, which may be behind the server: nothing is dated ahead of it
 * @returns whether it outlasts the page
 * @throws when the device does not take it; what it has taken by then counts, and taking it again goes on
 */
export async function takeIntoStudy(
	told: ToldOwn,
	classId: string,
	taken: Taken,
	clock: () => number = Date.now
): Promise<boolean> {
	const { own, course } = told;
	for (const answer of answersIn(told, taken)) {
		const item = course.items.find(({ id }) => id === answer.item);
		if (!item) continue;
		const score = (await runOf(item)).score(answer.response);
		const at = Math.min(answer.at, clock());
		const scored: ScoredItem = {
			...{ id: idOf(classId, own.pupil, answer), item, at, again: false },
			facts: item.facts.flatMap((id) => course.facts.find((fact) => fact.id === id) ?? []),
			entry: {
				...newEntry(),
				...{ response: answer.response, answeredAt: answer.at, certainty: answer.certainty },
				tries: score.state === 'scored' ? [{ response: answer.response, score }] : [],
				...{ status: 'settled', scoredAt: at }
			}
		};
		await keepAnswer(scored, { primer: course.id, occasion: 'quiz' });
	}
	return (await openStudyStore()).lasting;
}
