import type { Difficulty } from '#lib/bank/difficulty.ts';
import type { KindName } from '#lib/kinds/names.ts';
import type { AddressNotice } from '#lib/quiz/address-notice.ts';
import type { BehaviourName } from '#lib/quiz/behaviour.ts';
import type { Form } from '#lib/quiz/form.ts';
import { writeOptions, type QuestionOrder, type QuizOptions } from '#lib/quiz/options.ts';
import { setForm } from '#lib/quiz/set-form.ts';

import type { DrawnBank } from './outline.ts';

/** What of a course is asked, and how. */
export interface DrawOptions {
	/** By default `practice`. */
	behaviour?: BehaviourName | undefined;
	/** Points of the primer; by default all of them, and items of the primer as a whole. */
	points?: readonly number[] | undefined;
	/** Only questions of these kinds; by default of all. */
	kinds?: readonly KindName[] | undefined;
	/** Only questions that are this hard; by default all. */
	difficulties?: readonly Difficulty[] | undefined;
	/** How many questions, from 1; by default ten, or all of `items`. */
	number?: number | undefined;
	/** Only these, by id. */
	items?: readonly string[] | undefined;
	/** By default `mixed`. */
	order?: QuestionOrder | undefined;
	/** Time allowed; by default there is no limit, except in an exam, which has a minute for each question. */
	minutes?: number | undefined;
	/** What the time allowed is multiplied by, from 1 to 4. */
	extraTime?: number | undefined;
	/** The same draws the same, here and in the app. By default a new one each time. */
	seed?: string | undefined;
}

/** Only these items, by id, whatever else restricts what is asked. */
export function onlyItems(items: readonly string[]) {
	return { items, number: undefined, points: undefined, kinds: undefined, difficulties: undefined };
}

/** What was drawn. */
export interface Drawn {
	form: Form;
	/** The query under which the app asks the same, beginning with `?`. */
	address: string;
	/** A notice for each wish that the course cannot fulfil. */
	notices: AddressNotice[];
}

/**
 * Draws a quiz of a course as the app does: the same options and seed give the same questions, in the same order.
 *
 * @param seed used unless the options name one
 */
export function drawQuiz(bank: DrawnBank, options: DrawOptions, seed: string): Drawn {
	const wanted = quizOptions(options);
	const { form, notices } = setForm(bank, wanted, seed);
	return { form, address: writeOptions({ ...wanted, seed: form.seed }), notices };
}

/** Whether a course can still ask all that was drawn of it. */
export function canAsk(bank: DrawnBank, { primer, items }: Pick<Form, 'primer' | 'items'>): boolean {
	const known = new Set(bank.items.map(({ id }) => id));
	return primer === bank.primer.id && items.every((id) => known.has(id));
}

function quizOptions(given: DrawOptions): QuizOptions {
	return {
		behaviour: given.behaviour ?? 'practice',
		count: given.number ?? null,
		points: given.points?.length ? [...given.points] : null,
		difficulties: given.difficulties?.length ? [...given.difficulties] : null,
		kinds: given.kinds?.length ? [...given.kinds] : null,
		over: null,
		items: given.items?.length ? [...given.items] : null,
		order: given.order ?? 'mixed',
		minutes: given.minutes ?? null,
		extraTime: given.extraTime ?? 1,
		seed: given.seed ?? null
	};
}
