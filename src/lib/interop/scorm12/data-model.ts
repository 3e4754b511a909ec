import { decimal } from '#lib/interop/interaction/decimal.ts';
import { identifier } from '#lib/interop/interaction/identifier.ts';
import { interactionOf } from '#lib/interop/interaction/interaction-of.ts';
import { objectiveOf } from '#lib/interop/manifest/about.ts';
import type { Answered, Finished } from '#lib/interop/report/report.ts';

import { interaction12 } from './patterns.ts';
import { timeOfDay, timespan } from './time.ts';

/** Elements of the data model with their new values, in the order in which they must be set. */
export type Values = readonly (readonly [element: string, value: string])[];

/** How many characters of suspend data every platform keeps (`CMIString4096`). */
export const SUSPEND_LIMIT_12 = 4096;

/** Elements by what they are for. */
export const elements12 = {
	status: 'cmi.core.lesson_status',
	mode: 'cmi.core.lesson_mode',
	entry: 'cmi.core.entry',
	suspendData: 'cmi.suspend_data',
	mastery: 'cmi.student_data.mastery_score',
	language: 'cmi.student_preference.language',
	learner: 'cmi.core.student_id'
} as const;

/** An attempt has begun. */
export const begun12: Values = [[elements12.status, 'incomplete']];

/** What to set whenever something is sent. @param session how long this launch has lasted, in milliseconds */
export function leaving12(session: number): Values {
	return [
		['cmi.core.session_time', timespan(session)],
		['cmi.core.exit', 'suspend']
	];
}

/** An answer, as the interaction at an index. */
export function interactionValues12(answered: Answered, index: number): Values {
	const { type, right, given } = interaction12(interactionOf(answered.item, answered.response));
	const at = `cmi.interactions.${index}`;
	return [
		[`${at}.id`, identifier(answered.item.id)],
		[`${at}.objectives.0.id`, objectiveOf(answered.item.point)],
		[`${at}.time`, timeOfDay(answered.at)],
		[`${at}.type`, type],
		...right.map((pattern, place) => [`${at}.correct_responses.${place}.pattern`, pattern] as const),
		[`${at}.weighting`, '1'],
		[`${at}.student_response`, given],
		[`${at}.result`, resultOf(answered.fraction)],
		[`${at}.latency`, timespan(answered.latency)]
	];
}

/** What SCORM 1.2 has for how right an answer was: a word, or a number between. */
function resultOf(fraction: number): string {
	if (fraction >= 1) return 'correct';
	return fraction <= 0 ? 'wrong' : decimal(Math.round(fraction * 1000) / 1000);
}

/** A finished attempt. Scores are from 0 to 100, and one below 0 is 0. */
export function outcomeValues12(finished: Finished): Values {
	const { passed } = finished;
	return [
		['cmi.core.score.min', '0'],
		['cmi.core.score.max', '100'],
		['cmi.core.score.raw', percent(finished.scaled)],
		[elements12.status, passed === undefined ? 'completed' : passed ? 'passed' : 'failed']
	];
}

/** The objective of a point, at an index. */
export function objectiveValues12({ point, scaled }: Finished['points'][number], index: number): Values {
	const at = `cmi.objectives.${index}`;
	return [
		[`${at}.id`, objectiveOf(point)],
		[`${at}.score.min`, '0'],
		[`${at}.score.max`, '100'],
		[`${at}.score.raw`, percent(scaled)],
		[`${at}.status`, 'completed']
	];
}

function percent(scaled: number): string {
	return decimal(Math.round(Math.max(0, scaled) * 10_000) / 100);
}
