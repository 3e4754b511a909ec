/** How sure a learner says they are: 1 not very, 2 fairly, 3 quite. */
export type Certainty = 1 | 2 | 3;
export const certainties: readonly Certainty[] = [1, 2, 3];

export const behaviourNames = ['practice', 'retry', 'exam', 'certainty'] as const;
export type BehaviourName = (typeof behaviourNames)[number];

/** When feedback comes, how often one may try, and what else a quiz allows. The statechart reads nothing but this. */
export interface Behaviour {
	name: BehaviourName;
	/** `each`: after every answer; `end`: when the whole form is handed in. */
	feedback: 'each' | 'end';
	/** How many tries an item has, from 1. */
	tries: number;
	/** What each try after the first takes off an item's mark, as a fraction of it. */
	penalty: number;
	/** Whether the learner says how sure they are before an answer is checked. */
	certainty: boolean;
	/** When a hint comes: when the learner asks for it, after a wrong try, or never. */
	hints: 'asked' | 'after-wrong' | 'never';
	/** Whether the time stops while the page is hidden. */
	pauses: boolean;
}

/**
 * The four behaviours. Three tries and a third off for each are those of Moodle’s “interactive with multiple tries”;
 * certainty is its certainty-based marking.
 */
export const behaviours: Record<BehaviourName, Behaviour> = {
	practice: {
		name: 'practice',
		feedback: 'each',
		tries: 1,
		penalty: 0,
		certainty: false,
		hints: 'asked',
		pauses: true
	},
	retry: {
		name: 'retry',
		feedback: 'each',
		tries: 3,
		penalty: 1 / 3,
		certainty: false,
		hints: 'after-wrong',
		pauses: true
	},
	exam: {
		name: 'exam',
		feedback: 'end',
		tries: 1,
		penalty: 0,
		certainty: false,
		hints: 'never',
		pauses: false
	},
	certainty: {
		name: 'certainty',
		feedback: 'each',
		tries: 1,
		penalty: 0,
		certainty: true,
		hints: 'never',
		pauses: true
	}
};

export function isBehaviourName(name: unknown): name is BehaviourName {
	return behaviourNames.some((known) => known === name);
}
