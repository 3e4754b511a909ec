import { isoDuration } from '#lib/interop/interaction/duration.ts';
import { identifier } from '#lib/interop/interaction/identifier.ts';
import { interactionOf, wordsOf } from '#lib/interop/interaction/interaction-of.ts';
import type { Answered, Finished } from '#lib/interop/report/report.ts';

import { definitionOf, type InteractionDefinition, type LanguageMap } from './definition.ts';

/** JSON that somebody else has written, such as an agent. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** An activity as the object of a statement. */
export interface Activity {
	objectType: 'Activity';
	id: string;
	definition?: InteractionDefinition;
}

/** The result of a statement. */
export interface Result {
	score?: { scaled: number; raw?: number; min?: number; max?: number };
	success?: boolean;
	completion?: boolean;
	response?: string;
	/** As ISO 8601 has it. */
	duration?: string;
}

/** A statement (xAPI 1.0.3, part 2). */
export interface Statement {
	/** A UUID. */
	id: string;
	actor: Json;
	verb: { id: string; display: LanguageMap };
	object: Activity;
	result?: Result;
	context?: { [key: string]: Json };
	/** As ISO 8601 has it. */
	timestamp: string;
}

/** What somebody did: the verbs that are used here, by their last part. */
export type VerbName =
	'initialized' | 'answered' | 'scored' | 'passed' | 'failed' | 'completed' | 'terminated';

export function verb(name: VerbName): Statement['verb'] {
	return { id: `http://adlnet.gov/expapi/verbs/${name}`, display: { en: name } };
}

/** A moment as a timestamp. @param moment milliseconds since 1970 */
export function timestamp(moment: number): string {
	return new Date(moment).toISOString();
}

/**
 * What a statement says of an answer: the question with all its parts, and what was given.
 *
 * @param activity the IRI of the quiz, below which its questions have theirs
 * @param language of the item, as a tag
 */
export function answeredPart(
	{ item, response, fraction, latency }: Answered,
	activity: string,
	language: string
): { object: Activity; result: Result } {
	const { definition, response: given } = definitionOf(interactionOf(item, response), {
		name: item.id,
		words: wordsOf(item),
		language
	});
	return {
		object: { objectType: 'Activity', id: `${activity}#item-${identifier(item.id)}`, definition },
		result: {
			score: { scaled: fraction },
			success: fraction >= 1,
			response: given,
			duration: isoDuration(latency)
		}
	};
}

/** The score of a finished attempt. */
export function scoreOf({ scaled, earned, possible, least }: Finished): NonNullable<Result['score']> {
	return { scaled, raw: earned, min: least, max: possible };
}
