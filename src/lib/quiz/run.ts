import type { Score } from '#lib/kinds/score.ts';
import { createActor, fromCallback, type Actor, type SnapshotFrom } from 'xstate';

import type { LearnerEvent, QuizEvent, ReplyEvent } from './event.ts';
import type { Form } from './form.ts';
import { logged } from './record.ts';
import { quizMachine, type QuizMachine } from './machine.ts';
import type { ScoreRequest, SubmitRequest } from './moves.ts';

/** The state of a quiz: where it is in the statechart, and all that it knows. */
export type QuizSnapshot = SnapshotFrom<QuizMachine>;

/** A quiz that is running. */
export type QuizActor = Actor<QuizMachine>;

/** An attempt so far: the beginning of a record, or a whole one. */
export interface Attempt {
	form: Form;
	startedAt: number;
	log: readonly LearnerEvent[];
	/** What the server answered when the form was handed in; null where it has not. */
	reply: Extract<ReplyEvent, { type: 'graded' | 'refused' }> | null;
}

/** What a running quiz has done for it. Replies may come at once or later. */
export interface QuizServices {
	score: (request: ScoreRequest, reply: (event: ReplyEvent) => void) => void;
	submit: (request: SubmitRequest, reply: (event: ReplyEvent) => void) => void;
}

/** Scores a response to an item of the form, at once; undefined if the item no longer exists. */
export type Scorer = (item: string, response: unknown) => Score | undefined;

/**
 * Starts a quiz where an attempt left off, by replaying its log through the statechart and scoring every response
 * again. Of what was stored, only what the learner did is believed.
 *
 * @returns undefined if the log holds an event that the statechart would not have taken: somebody edited the log, or
 * the questions have changed
 */
export function runQuiz(attempt: Attempt, score: Scorer, services: QuizServices): QuizActor | undefined {
	const replayed = replay(attempt, score);
	return (
		replayed &&
		createActor(provided(services), {
			...inputOf(attempt),
			snapshot: replayed.getPersistedSnapshot()
		}).start()
	);
}

/** The state that an attempt has reached; undefined as for {@link runQuiz}. */
export function snapshotOf(attempt: Attempt, score: Scorer): QuizSnapshot | undefined {
	return replay(attempt, score)?.getSnapshot();
}

/** A longer log, and the state that it has reached. */
export interface Continued {
	log: LearnerEvent[];
	state: QuizSnapshot;
}

/**
 * Continues an attempt, as far as the statechart takes what is said.
 *
 * @param next what is said, from the state that the attempt has reached
 * @returns undefined as for {@link runQuiz}
 */
export function continued(
	attempt: Attempt,
	score: Scorer,
	next: (state: QuizSnapshot) => readonly LearnerEvent[]
): Continued | undefined {
	const actor = replay(attempt, score);
	if (!actor) return undefined;
	let log = [...attempt.log];
	for (const event of next(actor.getSnapshot())) {
		const timely = { ...event, at: Math.max(event.at, actor.getSnapshot().context.now) };
		if (!actor.getSnapshot().can(timely)) continue;
		log = logged(log, timely);
		actor.send(timely);
	}
	return { log, state: actor.getSnapshot() };
}

/** Replays the log in an actor that calls no service and holds no timer, so nobody needs to stop it. */
function replay(attempt: Attempt, score: Scorer): QuizActor | undefined {
	const actor = createActor(
		provided({
			score({ item, response }, reply) {
				const scored = score(item, response);
				if (scored) reply({ type: 'scored', score: scored });
			},
			submit(_, reply) {
				if (attempt.reply) reply(attempt.reply);
			}
		}),
		inputOf(attempt)
	).start();
	const sound = attempt.log.every((event) => {
		const { context } = actor.getSnapshot();
		if (event.at < context.now || !actor.getSnapshot().can(event)) return false;
		actor.send(event);
		return !actor.getSnapshot().matches({ active: 'checking' });
	});
	return sound ? actor : undefined;
}

// The braces matter: what such an actor returns is taken for its clean-up function.
function provided(services: QuizServices): QuizMachine {
	return quizMachine.provide({
		actors: {
			score: fromCallback<QuizEvent, ScoreRequest, QuizEvent>(({ input, sendBack }) => {
				services.score(input, sendBack);
			}),
			submit: fromCallback<QuizEvent, SubmitRequest, QuizEvent>(({ input, sendBack }) => {
				services.submit(input, sendBack);
			})
		}
	});
}

function inputOf({ form, startedAt }: Attempt) {
	return { input: { form, at: startedAt } };
}
