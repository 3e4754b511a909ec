import * as v from 'valibot';

import { difficulties } from '#lib/bank/difficulty.ts';
import { kindNames } from '#lib/kinds/names.ts';
import { behaviourNames } from '#lib/quiz/behaviour.ts';
import { questionOrders } from '#lib/quiz/options.ts';

export const packageFormats = ['scorm12', 'scorm2004', 'cmi5', 'html', 'web'] as const;
/**
 * How a quiz travels: as a package for a learning platform, as one page (`html`), or as a folder for any server of static
 * files (`web`).
 */
export type PackageFormat = (typeof packageFormats)[number];

const whole = v.pipe(v.number(), v.integer());

/** What the page of a package finds beside its course: how it was made, and what it plays. */
export const packageSchema = v.object({
	format: v.picklist(packageFormats),
	/** Names the package for good. */
	id: v.string(),
	/** The same as an IRI. */
	iri: v.string(),
	behaviour: v.exactOptional(v.picklist(behaviourNames)),
	points: v.exactOptional(v.array(whole)),
	number: v.exactOptional(v.pipe(whole, v.minValue(1))),
	kinds: v.exactOptional(v.array(v.picklist(kindNames))),
	difficulties: v.exactOptional(v.array(v.picklist(difficulties))),
	order: v.exactOptional(v.picklist(questionOrders)),
	/** Time allowed, more than 0. */
	minutes: v.exactOptional(v.pipe(v.number(), v.gtValue(0))),
	items: v.exactOptional(v.array(v.string())),
	seed: v.exactOptional(v.string()),
	/** From which share of the marks it is passed, 0 to 1; without one it cannot be failed. */
	mastery: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)))
});

export type PackageData = v.InferOutput<typeof packageSchema>;

/** What is wanted of a package. */
export interface PackageOptions extends Omit<PackageData, 'id' | 'iri'> {
	/** The one language that it has, as a tag; without it, all that the course has, and the learner’s own comes first. */
	language?: string;
}
