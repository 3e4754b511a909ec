import { decimal } from '#lib/interop/interaction/decimal.ts';
import { isoDuration, isoSecond } from '#lib/interop/interaction/duration.ts';
import { identifier } from '#lib/interop/interaction/identifier.ts';
import { interactionOf, wordsOf } from '#lib/interop/interaction/interaction-of.ts';
import { objectiveOf } from '#lib/interop/manifest/about.ts';
import type { Answered, Finished } from '#lib/interop/report/report.ts';

import { interaction2004, localized } from './interaction.ts';

/** Elements of the data model with their new values, in the order in which they must be set. */
export type Values = readonly (readonly [element: string, value: string])[];

/** How many characters of suspend data every platform keeps (RTE 4.2.23). */
export const SUSPEND_LIMIT_2004 = 64_000;

/** How many characters of a description every platform keeps (RTE 4.2.9.1). */
const MOST_WORDS = 250;

/** Elements by what they are for. */
export const elements2004 = {
	status: 'cmi.completion_status',
	mode: 'cmi.mode',
	entry: 'cmi.entry',
	suspendData: 'cmi.suspend_data',
	mastery: 'cmi.scaled_passing_score',
	language: 'cmi.learner_preference.language',
	learner: 'cmi.learner_id'
} as const;

/** An attempt has begun. */
export const begun2004: Values = [[elements2004.status, 'incomplete']];

/** What to set whenever something is sent. @param session how long this launch has lasted, in milliseconds */
export function leaving2004(session: number): Values {
	return [
		['cmi.session_time', isoDuration(session)],
		['cmi.exit', 'suspend']
	];
}

/** How far the attempt has come. @param done the share of its items that are done, 0 to 1 */
export function progressValues2004(done: number): Values {
	return [['cmi.progress_measure', decimal(Math.min(1, Math.max(0, done)))]];
}

/** An answer, as the interaction at an index. @param language the language of the item, as a tag */
export function interactionValues2004(answered: Answered, index: number, language: string): Values {
	const { item, fraction } = answered;
	const { type, right, given } = interaction2004(interactionOf(item, answered.response), language);
	const at = `cmi.interactions.${index}`;
	return [
		[`${at}.id`, identifier(item.id)],
		[`${at}.type`, type],
		[`${at}.objectives.0.id`, objectiveOf(item.point)],
		[`${at}.timestamp`, isoSecond(answered.at)],
		...right.map((pattern, place) => [`${at}.correct_responses.${place}.pattern`, pattern] as const),
		[`${at}.weighting`, '1'],
		[`${at}.learner_response`, given],
		[`${at}.result`, resultOf(fraction)],
		[`${at}.latency`, isoDuration(answered.latency)],
		[`${at}.description`, localized(wordsOf(item, MOST_WORDS), language)]
	];
}

/** What SCORM 2004 has for how right an answer was: a word, or a number between. */
function resultOf(fraction: number): string {
	if (fraction >= 1) return 'correct';
	return fraction <= 0 ? 'incorrect' : decimal(fraction);
}

/** A finished attempt: completion and success are told apart, and success only where there was something to reach. */
export function outcomeValues2004(finished: Finished): Values {
	const { passed } = finished;
	return [
		['cmi.score.scaled', decimal(finished.scaled)],
		['cmi.score.min', decimal(finished.least)],
		['cmi.score.max', decimal(finished.possible)],
		['cmi.score.raw', decimal(finished.earned)],
		...progressValues2004(1),
		[elements2004.status, 'completed'],
		...(passed === undefined ? [] : [['cmi.success_status', passed ? 'passed' : 'failed'] as const])
	];
}

/** The objective of a point, at an index. */
export function objectiveValues2004({ point, scaled }: Finished['points'][number], index: number): Values {
	const at = `cmi.objectives.${index}`;
	return [
		[`${at}.id`, objectiveOf(point)],
		[`${at}.score.scaled`, decimal(scaled)],
		[`${at}.progress_measure`, '1'],
		[`${at}.completion_status`, 'completed']
	];
}
