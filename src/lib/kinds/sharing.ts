import * as v from 'valibot';

import { allOrNothing, shareRight, type Rule } from './score.ts';

/** The scoring rules of kinds whose parts each have a right answer: pairs, elements, blanks. */
export const sharing = v.optional(v.picklist(['share-right', 'all-or-nothing']), 'share-right');

export type Sharing = v.InferOutput<typeof sharing>;

export const sharingRules: Record<Sharing, Rule> = {
	'share-right': shareRight,
	'all-or-nothing': allOrNothing
};
