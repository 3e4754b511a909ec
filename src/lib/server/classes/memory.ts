import { readId, writeId } from '../database/written.ts';
import type { ClassStores } from './classes.ts';
import {
	changed,
	inOrder,
	NO_PAST,
	pastAfter,
	readAnswer,
	readClass,
	readEvent,
	readPupil,
	takesAnswers,
	wasKept,
	writeAnswer,
	writeClass,
	writeEvent,
	writePupil,
	writeStanding,
	type WrittenAnswer,
	type WrittenClass,
	type WrittenEvent,
	type WrittenPupil,
	type WrittenStanding
} from './written.ts';

interface Kept {
	row: WrittenClass & WrittenStanding;
	log: WrittenEvent[];
	/** By id, in the order in which they joined. */
	pupils: Map<string, WrittenPupil>;
	/** By round, then by pupil. */
	answers: Map<number, Map<string, WrittenAnswer & { past_keys: string }>>;
}

/** Classes that last as long as the process, for when nothing can be written. */
export function classesInMemory(): ClassStores {
	const kept = new Map<string, Kept>();
	const running = (): Kept[] => [...kept.values()].filter(({ row }) => row.ended_at === null);

	/** Turns anything thrown into a rejection, as with a database. */
	const done = async <T>(work: () => T): Promise<T> => Promise.resolve().then(work);

	return {
		classes: {
			create: (given) =>
				done(() => {
					const row = { ...writeClass(given), first_open: null, last_open: null, due_at: Infinity };
					if (kept.has(given.id) || running().some((other) => other.row.code === row.code)) return 'taken';
					kept.set(given.id, { row, log: [], pupils: new Map(), answers: new Map() });
					return 'created';
				}),
			load: (id) =>
				done(() => {
					const found = kept.get(id);
					return found && readClass(found.row);
				}),
			byCode: (code) =>
				done(() => {
					const found = running().find(({ row }) => row.code === writeId(code));
					return found && readClass(found.row).id;
				}),
			events: (id, after) =>
				done(() =>
					(kept.get(id)?.log ?? [])
						.map(({ event }, index) => ({ sequence: index + 1, event }))
						.filter(({ sequence }) => sequence > after)
						.map(readEvent)
				),
			append: (id, known, event, standing) =>
				done(() => {
					const found = kept.get(id);
					if (!found) return 'unknown';
					if (found.log.length !== known) return 'behind';
					found.row = { ...found.row, ...writeStanding(standing) };
					return found.log.push(writeEvent(event));
				}),
			due: (before, count) =>
				done(() =>
					running()
						.filter(({ row }) => row.due_at < before)
						.sort(({ row: a }, { row: b }) => a.due_at - b.due_at || (a.id < b.id ? -1 : 1))
						.slice(0, count)
						.map(({ row }) => ({ id: readClass(row).id, at: row.due_at }))
				),
			running: () => done(() => running().length),
			remove: (id) => done(() => void kept.delete(id)),
			removeEndedBefore: (moment) =>
				done(() => {
					const over = [...kept].filter(([, each]) => overAt(each) < moment);
					for (const [id] of over) kept.delete(id);
					return over.length;
				})
		},

		pupils: {
			join: (classId, pupil, most) =>
				done(() => {
					const found = kept.get(classId);
					if (!found) return 'unknown';
					if (found.pupils.has(pupil.id)) return 'joined';
					if (found.pupils.size >= most) return 'full';
					const written = writePupil(pupil);
					if (isTaken(found, written)) return 'taken';
					found.pupils.set(pupil.id, written);
					return 'joined';
				}),
			load: (classId, id) =>
				done(() => {
					const found = kept.get(classId)?.pupils.get(id);
					return found && readPupil(found);
				}),
			list: (classId) => done(() => [...(kept.get(classId)?.pupils.values() ?? [])].map(readPupil)),
			change: (classId, id, change) =>
				done(() => {
					const found = kept.get(classId);
					const before = found?.pupils.get(id);
					if (!found || !before) return 'unknown';
					const after = writePupil(changed(readPupil(before), change));
					if (isTaken(found, after)) return 'taken';
					found.pupils.set(id, after);
					return 'changed';
				})
		},

		answers: {
			give: (classId, answer, mayChange) =>
				done(() => {
					const found = kept.get(classId);
					if (!found) return 'unknown';
					const written = writeAnswer(answer);
					const round = found.answers.get(answer.round) ?? new Map<string, never>();
					const known = round.get(answer.pupil);
					if (known && wasKept(written, known)) return 'kept';
					if (!takesAnswers(found.row, answer.round)) return 'closed';
					if (known && !mayChange) return 'given';
					round.set(answer.pupil, { ...written, past_keys: known ? pastAfter(known) : NO_PAST });
					found.answers.set(answer.round, round);
					return 'kept';
				}),
			list: (classId, rounds) =>
				done(() =>
					inOrder(answersOf(kept.get(classId)).filter(({ round }) => rounds.includes(round))).map(readAnswer)
				),
			of: (classId, pupil) =>
				done(() =>
					inOrder(answersOf(kept.get(classId)).filter((each) => each.pupil === writeId(pupil))).map(
						readAnswer
					)
				),
			who: (classId, round) => done(() => [...(kept.get(classId)?.answers.get(round)?.keys() ?? [])]),
			counts: (classId, rounds) =>
				done(() => {
					const found = kept.get(classId);
					const isIn = (pupil: string) => found?.pupils.get(readId(pupil))?.standing === 'in';
					const counts = rounds.map((round): [number, number] => [
						round,
						[...(found?.answers.get(round)?.values() ?? [])].filter(({ pupil }) => isIn(pupil)).length
					]);
					return new Map(counts.filter(([, count]) => count > 0));
				})
		}
	};
}

function answersOf(kept: Kept | undefined): WrittenAnswer[] {
	return [...(kept?.answers.values() ?? [])].flatMap((round) => [...round.values()]);
}

/** Whether somebody else has the name of a pupil who is in the class, or is to be. */
function isTaken({ pupils }: Kept, { id, name_key, standing }: WrittenPupil): boolean {
	return (
		standing !== 'removed' &&
		[...pupils.values()].some(
			(other) => other.id !== id && other.standing !== 'removed' && other.name_key === name_key
		)
	);
}

/** When a class was over, or when something last happened in it. */
function overAt(kept: Kept): number {
	const { row, log, pupils } = kept;
	if (row.ended_at !== null) return row.ended_at;
	const moments = [
		...log.map(({ happened_at }) => happened_at),
		...[...pupils.values()].map(({ joined_at }) => joined_at),
		...answersOf(kept).map(({ given_at }) => given_at),
		...(row.due_at < Infinity ? [row.due_at] : [])
	];
	return moments.reduce((last, moment) => Math.max(last, moment), row.created_at);
}
