import { drawForm, eligible, type DrawRequest } from '#lib/bank/draw.ts';
import { drawOverOutcomes, type OutcomeDrawable } from '#lib/bank/draw-outcomes.ts';
import type { Item } from '#lib/bank/item.ts';
import { outcomesOf } from '#lib/bank/outcome.ts';
import type { Point, Primer } from '#lib/bank/primer.ts';
import { openItems } from '#lib/bank/serving.ts';

import type { Form } from './form.ts';
import type { AddressNotice } from './address-notice.ts';
import type { QuizOptions } from './options.ts';

/** How many items a quiz has by default. */
export const DEFAULT_COUNT = 10;

/** How many a quiz over all outcomes has by default. */
export const OUTCOMES_COUNT = 20;

type Filters = Omit<DrawRequest, 'count' | 'seed'>;

/** What a form is drawn from: a bank, or as much of it as that takes. */
export interface FormSource {
	primer: Pick<Primer, 'id'> & { points: readonly Pick<Point, 'id' | 'outcomes'>[] };
	items: readonly (OutcomeDrawable & Pick<Item, 'for'>)[];
}

/**
 * Draws the form that some options ask for: an exam from all items, anything else from those that are not kept for
 * exams.
 *
 * @param seed used unless the options name one
 * @returns the form, and a notice for each wish that the bank cannot fulfil
 */
export function setForm(
	bank: FormSource,
	options: QuizOptions,
	seed: string
): { form: Form; notices: AddressNotice[] } {
	const notices: AddressNotice[] = [];
	const from = options.behaviour === 'exam' ? bank.items : openItems(bank);
	let filters = filtersOf(options);
	if (eligible(from, filters).length === 0) {
		notices.push({ code: 'none-fit' });
		filters = {};
	}
	const used = options.seed ?? seed;
	const outcomes = options.over === 'outcomes' ? outcomesOf(bank.primer.points) : [];
	const byDefault = outcomes.length > 0 ? OUTCOMES_COUNT : DEFAULT_COUNT;
	const request = { ...filters, count: options.count ?? filters.items?.length ?? byDefault, seed: used };
	const overOutcomes = drawOverOutcomes(from, outcomes, request);
	// Where nothing that is left belongs to an outcome, there is a quiz all the same.
	const isOver = overOutcomes.length > 0;
	const drawn = isOver ? overOutcomes : drawForm(from, request);
	const fixed = filters.items ?? bank.items.map(({ id }) => id);
	const items = options.order === 'fixed' ? fixed.filter((id) => drawn.includes(id)) : drawn;
	const asked = options.count ?? 0;
	if (items.length < asked) notices.push({ code: 'few-fit', count: items.length, asked });
	// By default, an exam has a minute for each item.
	const minutes = options.minutes ?? (options.behaviour === 'exam' ? items.length : null);
	const form: Form = {
		primer: bank.primer.id,
		seed: used,
		behaviour: options.behaviour,
		items,
		...(isOver && { over: 'outcomes' as const }),
		minutes,
		extraTime: options.extraTime
	};
	return { form, notices };
}

function filtersOf({ points, difficulties, kinds, items }: QuizOptions): Filters {
	return {
		...(points && { points }),
		...(difficulties && { difficulties }),
		...(kinds && { kinds }),
		...(items && { items })
	};
}
