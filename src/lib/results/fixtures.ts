import { score, type KindName, type Of } from '#lib/kinds/index.ts';
import { isNothing } from '#lib/kinds/score.ts';
import { behaviours, certainties, type BehaviourName } from '#lib/quiz/behaviour.ts';
import type { LearnerEvent } from '#lib/quiz/event.ts';
import type { LearnerAction } from '#lib/quiz/fixtures.ts';
import type { Form } from '#lib/quiz/form.ts';
import { runQuiz, type Scorer } from '#lib/quiz/run.ts';

import type { Result } from './format.ts';
import { resultOf } from './result-of.ts';

export const START = Date.UTC(2026, 10, 25);

/** What a quiz is played with in tests. */
export interface Played {
	course?: string;
	language?: string;
	name?: string;
	/** When it began: milliseconds since 1970. */
	startedAt?: number;
	revOf?: (item: string) => number | undefined;
}

/**
 * The result of a quiz that was played to its end: each item is given its responses, a try each; what none of them
 * settles is shown or passed over.
 */
export function played(
	items: ReadonlyMap<string, Of<KindName>>,
	given: (item: string) => readonly unknown[],
	behaviour: BehaviourName,
	{ course = 'p', language = 'en', name = '', startedAt = START, revOf = () => undefined }: Played = {}
): Result {
	const ids = [...items.keys()];
	const form: Form = {
		primer: course,
		seed: 's',
		behaviour,
		items: ids,
		minutes: null,
		extraTime: 1
	};
	const scorer: Scorer = (id, response) => {
		const item = items.get(id);
		return item && score(item, response);
	};
	const grades = Object.fromEntries(
		[...items].map(([id, item]) => [id, score(item, given(id)[0] ?? null)] as const)
	);
	const log: LearnerEvent[] = [];
	const quiz = runQuiz({ form, startedAt, log: [], reply: null }, scorer, {
		score({ item, response }, reply) {
			const scored = scorer(item, response);
			reply(scored ? { type: 'scored', score: scored } : { type: 'unscored' });
		},
		submit(_, reply) {
			reply({ type: 'graded', grades });
		}
	});
	if (!quiz) throw new Error('A quiz that begins has nothing to replay.');
	const say = (action: LearnerAction) => {
		const event = { ...action, at: startedAt + log.length * 7000 };
		if (!quiz.getSnapshot().can(event)) return;
		log.push(event);
		quiz.send(event);
	};
	for (const [position, id] of ids.entries()) {
		say({ type: 'go', position });
		const responses = given(id).slice(0, behaviours[behaviour].tries);
		for (const response of responses) {
			if (isNothing(response)) continue;
			say({ type: 'answer', response });
			say({ type: 'certain', certainty: certainties[position % 3] ?? 1 });
			say({ type: 'check' });
		}
		say({ type: 'reveal' });
		if (quiz.getSnapshot().matches({ active: 'feedback' })) say({ type: 'next' });
		else say({ type: 'skip' });
	}
	say({ type: 'finish' });
	say({ type: 'submit' });
	const state = quiz.getSnapshot();
	if (!state.matches('finished')) throw new Error(`A quiz in ${behaviour} was not played to its end.`);
	const record = { id: `${course}?seed=s`, startedAt, log };
	return resultOf({ record, context: state.context, language, revOf }, name);
}
