import * as v from 'valibot';

import { behaviourNames } from './behaviour.ts';

/** Checks a form that comes from storage or from a server. */
export const formSchema = v.strictObject({
	/** The id of the primer. */
	primer: v.string(),
	/** Decides the order of options; with the same bank it also draws the same items again. */
	seed: v.string(),
	behaviour: v.picklist(behaviourNames),
	/** Ids, in the order in which they are asked; at least one. */
	items: v.pipe(v.array(v.string()), v.minLength(1)),
	/** Whether it was drawn over the outcomes of the course, by which its result is then told. */
	over: v.exactOptional(v.literal('outcomes')),
	/** The time allowed before extra time, in minutes; null: as long as one likes. */
	minutes: v.nullable(v.pipe(v.number(), v.finite(), v.gtValue(0))),
	/** What the time allowed is multiplied by for a learner who needs longer; 1 to 4. */
	extraTime: v.pipe(v.number(), v.finite(), v.minValue(1))
});

/** What was drawn for one sitting: which items, in which order, under which rules. */
export type Form = v.InferOutput<typeof formSchema>;
