import { endFor, timesFor } from '#lib/classroom/context.ts';
import { openRounds } from '#lib/classroom/due.ts';
import { sentAnswerSchema, type AnswerRefusal, type Refusal } from '#lib/classroom/protocol.ts';
import type { ClassAnswer, Pupil } from '#lib/classroom/pupil.ts';
import { score } from '#lib/kinds/index.ts';
import { parsed } from '#lib/quiz/parsed.ts';

import { GRACE } from './due-timer.ts';
import type { LiveClass } from './live-class.ts';
import type { LiveServices } from './live-services.ts';
import type { Live } from './live.ts';

/**
 * Takes a pupil’s answer.
 *
 * @param sent `{ round, response, certainty, key }`, as a page sends it
 * @returns the key of the answer, once it outlasts the process
 */
export async function takeAnswer(
	{ services, limits, ticks }: Live,
	opened: LiveClass,
	pupil: Pupil,
	sent: unknown
): Promise<{ kept: string } | Refusal> {
	// They may have been removed since they began to send it.
	const { standing } = opened.roster.all.get(pupil.id) ?? pupil;
	if (standing !== 'in') return standing;
	if (!limits.mayAct(opened.kept.id, pupil.id, 'answer', ticks())) return 'slow-down';
	const answer = parsed(sentAnswerSchema, sent);
	if (!answer) return 'unreadable';
	// Where nobody asks for it, it does not count.
	const certainty = opened.kept.setup.certainty ? answer.certainty : null;
	const given = await giveAnswer(services, opened, { ...answer, certainty, pupil: pupil.id });
	return given === 'kept' ? { kept: answer.key } : given;
}

/** Keeps an answer, if it is one to its item, and in time. */
export async function giveAnswer(
	{ answers }: LiveServices,
	opened: LiveClass,
	answer: Omit<ClassAnswer, 'at'>
): Promise<'kept' | AnswerRefusal | 'no-class'> {
	const at = opened.clock.now();
	const { id, setup } = opened.kept;
	// By the log as it is here; the store decides whether the round is open.
	const round = opened.state.context.rounds[answer.round - 1];
	if (!round) await opened.read();
	const item = opened.itemOf(answer.round);
	if (item === 'gone') return 'gone';
	if (item && score(item, answer.response).state !== 'scored') return 'unfit';
	if (round && at > endFor(round, timesFor(opened.state.context, answer.pupil)) + GRACE) return 'late';
	const given = await opened.orLook(answers.give(id, { ...answer, at }, setup.mayChange));
	if (given === 'unknown') {
		opened.leave();
		return 'no-class';
	}
	if (given === 'kept') opened.answered();
	return given;
}

/** Closes the open round of a class that closes once everybody has answered, if everybody has. */
export async function closeIfAllHave({ answers }: LiveServices, opened: LiveClass): Promise<void> {
	const { id, setup } = opened.kept;
	const open = openRounds(opened.state);
	const { present } = opened.roster;
	if (!open || !setup.closesWhenAll || setup.pace === 'own' || present.length === 0) return;
	const round = open.first;
	// Counting is cheaper, and mostly enough.
	if (((await answers.counts(id, [round])).get(round) ?? 0) < present.length) return;
	const who = new Set(await answers.who(id, round));
	if (present.every((pupil) => who.has(pupil))) await opened.act((at) => ({ type: 'close', at, round }));
}
