import * as m from '#lib/paraglide/messages.js';
import type { Advice } from '#lib/review/advice.ts';
import { beginWords } from '#lib/screens/study/begin-words.ts';
import type { CourseAddresses } from '#lib/screens/course-addresses.ts';
import { dayWithWeekday } from '#lib/ui/weekdays.ts';

/** Advice in words, with the link to follow it. */
export interface NextStep {
	text: string;
	/** What the link says. */
	label: string;
	address: string;
	/** Whether the learner may just as well not follow it. */
	optional: boolean;
}

/**
 * The words and the link for some advice.
 *
 * @param today the day by the learner’s calendar
 */
export function nextStepFor(advice: Advice, addresses: CourseAddresses, today: string): NextStep {
	const optional = advice.code === 'rest' || advice.code === 'mastered';
	return { ...stepFor(advice, addresses, today), optional };
}

function stepFor(advice: Advice, addresses: CourseAddresses, today: string): Omit<NextStep, 'optional'> {
	switch (advice.code) {
		case 'begin':
			return {
				text: advice.point === 0 ? m.advice_begin_whole() : m.advice_begin({ point: advice.point }),
				label: beginWords(advice.point),
				address: addresses.learn(advice.point)
			};
		case 'review':
			return {
				text: m.advice_review({ count: advice.facts }),
				label: m.advice_review_do(),
				address: addresses.review
			};
		case 'learn':
			return advice.point === 0
				? {
						text: m.advice_whole({ count: advice.facts }),
						label: m.advice_whole_do(),
						address: addresses.learn(0)
					}
				: {
						text: m.advice_learn({ point: advice.point, count: advice.facts }),
						label: m.advice_learn_do({ point: advice.point }),
						address: addresses.learn(advice.point)
					};
		case 'fading':
			return {
				text: m.advice_fading({ count: advice.facts }),
				label: m.advice_fading_do(),
				address: addresses.practice('adaptive')
			};
		case 'mistakes':
			return {
				text: m.advice_mistakes({ count: advice.items }),
				label: m.advice_mistakes_do(),
				address: addresses.practice('mistakes')
			};
		case 'mastered':
			return {
				text: m.advice_mastered({ day: dayWithWeekday(advice.day, today) }),
				label: m.advice_mastered_do(),
				address: addresses.practice('mixed')
			};
		case 'rest':
			return {
				text: m.advice_rest({ day: dayWithWeekday(advice.day, today) }),
				label: m.advice_rest_do(),
				address: addresses.practice('adaptive')
			};
	}
}
