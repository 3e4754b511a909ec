import type { BehaviourName } from './behaviour.ts';

/** What was drawn for one sitting: which items, in which order, under which rules. */
export interface Form {
	/** The id of the primer. */
	primer: string;
	/** Decides the order of options; with the same bank it also draws the same items again. */
	seed: string;
	behaviour: BehaviourName;
	/** Ids, in the order in which they are asked; at least one. */
	items: string[];
	/** The time allowed before extra time, in minutes; null: as long as one likes. */
	minutes: number | null;
	/** What the time allowed is multiplied by for a learner who needs longer; 1 to 4. */
	extraTime: number;
}

/** The time allowed in milliseconds, extra time included; infinite without a limit. */
export function timeAllowed(form: Pick<Form, 'minutes' | 'extraTime'>): number {
	return form.minutes === null ? Infinity : form.minutes * form.extraTime * 60_000;
}
