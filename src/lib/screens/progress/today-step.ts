import * as m from '#lib/paraglide/messages.js';
import type { Advice } from '#lib/review/advice.ts';
import type { OpenAttempt } from '#lib/review/open-attempt.ts';
import type { CourseAddresses } from '#lib/screens/course-addresses.ts';

import { nextStepFor, type NextStep } from './next-step.ts';

/**
 * What to do now, in words, with its link: an attempt to go on with, or else some advice. Where a session ends there is
 * nothing to go on with, so that {@link nextStepFor} and what loads with it do without these words.
 *
 * @param today the day by the learner’s calendar
 */
export function todayStepFor(
	advice: Advice | OpenAttempt,
	addresses: CourseAddresses,
	today: string
): NextStep {
	if (advice.code !== 'go-on') return nextStepFor(advice, addresses, today);
	return {
		text: begunWords(advice),
		label: advice.isExam ? m.advice_go_on_exam_do() : m.advice_go_on_do(),
		address: addresses.quiz + advice.address,
		optional: false
	};
}

function begunWords({ isExam, left, total }: OpenAttempt): string {
	if (left === 0) return isExam ? m.advice_go_on_hand_in() : m.advice_go_on_end();
	return isExam ? m.advice_go_on_exam({ left, total }) : m.advice_go_on({ left, total });
}
