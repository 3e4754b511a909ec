import type { KeptAnswer, Sitting, Sittings } from './sittings.ts';
import {
	readAnswer,
	readClosing,
	readForm,
	writeAnswers,
	writeClosing,
	writeForm,
	type WrittenAnswer
} from './written.ts';

interface Kept extends Pick<Sitting, 'startedAt' | 'endsAt'> {
	form: string;
	closed: { at: number; closing: string } | null;
	answers: Map<string, WrittenAnswer>;
}

/**
 * Sittings that last as long as the process, for when nothing can be written.
 *
 * @param clock milliseconds since 1970
 */
export function sittingsInMemory(clock: () => number = Date.now): Sittings {
	const sittings = new Map<string, Kept>();

	const answersOf = ({ answers }: Kept): KeptAnswer[] =>
		[...answers.values()].sort((a, b) => (a.item < b.item ? -1 : 1)).map(readAnswer);

	/** When a sitting was over, or when something last happened to it. */
	const overAt = ({ closed, startedAt, endsAt, answers }: Kept): number => {
		if (closed) return closed.at;
		if (endsAt < Infinity) return endsAt;
		return Math.max(startedAt, ...[...answers.values()].map(({ given_at }) => given_at));
	};

	/** Turns anything thrown into a rejection, as with a database. */
	const done = async <T>(work: () => T): Promise<T> => Promise.resolve().then(work);

	return {
		begin: ({ id, form, startedAt, endsAt }) =>
			done(() => {
				if (sittings.has(id)) return;
				sittings.set(id, { form: writeForm(form), startedAt, endsAt, closed: null, answers: new Map() });
			}),
		load: (id) =>
			done(() => {
				const kept = sittings.get(id);
				if (!kept) return undefined;
				const { form, startedAt, endsAt, closed } = kept;
				return {
					...{ id, form: readForm(form), startedAt, endsAt },
					closed: closed && readClosing(closed.closing, closed.at)
				};
			}),
		answers: (id) =>
			done(() => {
				const kept = sittings.get(id);
				return kept ? answersOf(kept) : [];
			}),
		keep: (id, answers, until = Infinity) =>
			done(() => {
				const kept = sittings.get(id);
				if (!kept) return 'unknown';
				if (kept.closed || clock() > until) return 'closed';
				for (const answer of writeAnswers(answers)) {
					const known = kept.answers.get(answer.item);
					if (!known || known.given_at <= answer.given_at) kept.answers.set(answer.item, answer);
				}
				return 'kept';
			}),
		close: (id, grade) =>
			done(() => {
				const kept = sittings.get(id);
				if (!kept) return undefined;
				if (!kept.closed) {
					const closing = grade(answersOf(kept));
					kept.closed = { at: closing.at, closing: writeClosing(closing) };
				}
				return readClosing(kept.closed.closing, kept.closed.at);
			}),
		ended: (before, count, past = 0) =>
			done(() =>
				[...sittings]
					.filter(([, { closed, endsAt }]) => !closed && endsAt < before)
					.sort(([, a], [, b]) => a.endsAt - b.endsAt)
					.slice(past, past + count)
					.map(([id]) => id)
			),
		removeEndedBefore: (moment) =>
			done(() => {
				const over = [...sittings].filter(([, kept]) => overAt(kept) < moment);
				for (const [id] of over) sittings.delete(id);
				return over.length;
			})
	};
}
