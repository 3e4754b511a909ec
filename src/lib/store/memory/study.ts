import type { Flaw } from '#lib/review/flaw.ts';
import { placedAfter } from '#lib/review/log-order.ts';
import { nextDue } from '#lib/review/next-due.ts';
import type { Stepped, StudyState } from '#lib/review/state.ts';

import { amountsOf } from '../amounts.ts';
import type { StoreProblem, LearnerData, StudyStore } from '../study-store.ts';
import { affectedOf } from '../affected.ts';
import { newMemory, type Memory } from './memory.ts';

const nothing: StudyState = { facts: [], items: [], abilities: [], days: [] };

/** Keeps what a learner has done as long as the page is open, when it can be kept nowhere else. */
export function studyInMemory(memory: Memory = newMemory(), problem?: StoreProblem): StudyStore {
	const at = (primer: string) => memory.progress.get(primer) ?? nothing;
	const list = (name: 'facts' | 'items' | 'abilities') => (primer: string) => given(at(primer)[name]);
	const read = (): LearnerData => ({
		reviews: [...memory.reviews.values()],
		flaws: memory.flaws,
		attempts: [...memory.aside.values(), ...memory.attempts.values()].map(({ value }) => value),
		settings: memory.settings
	});
	const lastPlace = (primer: string) =>
		[...memory.reviews.values()]
			.filter((review) => review.primer === primer)
			.reduce<number | undefined>((last, { place }) => Math.max(last ?? place, place), undefined);
	const mark = (flaw: Flaw) => {
		const others = memory.flaws.filter(({ primer, item }) => primer !== flaw.primer || item !== flaw.item);
		memory.flaws = [...others, structuredClone(flaw)];
	};
	return {
		lasting: false,
		problem,
		record: (answer, step) =>
			attempted(() => {
				if (memory.reviews.has(answer.id)) return false;
				const review = placedAfter(lastPlace(answer.primer), answer);
				const before = at(review.primer);
				const touched = affectedOf({
					facts: before.facts.filter(({ fact }) => review.facts.includes(fact)),
					item: before.items.find(({ item }) => item === review.item),
					ability: before.abilities.find(({ point }) => point === review.point),
					day: before.days.find(({ day }) => day === review.day)
				});
				memory.progress.set(review.primer, stepped(before, structuredClone(step(touched, review))));
				memory.reviews.set(review.id, structuredClone(review));
				return true;
			}),
		has: (id) => given(memory.reviews.has(id)),
		facts: list('facts'),
		items: list('items'),
		abilities: list('abilities'),
		days: (primer, from = '') =>
			given(
				at(primer)
					.days.filter(({ day }) => day >= from)
					.sort((a, b) => order(a.day, b.day))
			),
		flaws: (primer) => given(memory.flaws.filter((flaw) => primer === undefined || flaw.primer === primer)),
		saveFlaw(flaw) {
			mark(flaw);
			return Promise.resolve();
		},
		settings: () => given(memory.settings ?? undefined),
		saveSettings(settings) {
			memory.settings = structuredClone(settings);
			return Promise.resolve();
		},
		read: () => given(read()),
		count() {
			const days = new Set([...memory.progress.values()].flatMap((each) => each.days.map(({ day }) => day)));
			return given({
				...amountsOf(memory.reviews.size, memory.aside.size + memory.attempts.size, memory.flaws),
				days: days.size
			});
		},
		async merge(data, fold) {
			const { mergeOf } = await import('../merge.ts');
			const added = structuredClone(mergeOf(read(), data));
			const progress = [...added.logs].map(([primer, log]) => [primer, fold(log)] as const);
			for (const review of added.reviews) memory.reviews.set(review.id, review);
			for (const flaw of added.flaws) mark(flaw);
			for (const value of added.attempts) memory.attempts.set(value.id, { primer: value.form.primer, value });
			memory.settings = added.settings ?? memory.settings;
			for (const [primer, made] of progress) memory.progress.set(primer, structuredClone(made));
			return amountsOf(added.reviews.length, added.attempts.length, added.flaws);
		},
		async rebuild(primer, fold) {
			const { readLog } = await import('../merge.ts');
			const log = readLog([...memory.reviews.values()].filter((review) => review.primer === primer));
			memory.progress.set(primer, structuredClone(fold(log)));
		},
		clear() {
			for (const map of [memory.attempts, memory.aside, memory.reviews, memory.progress]) map.clear();
			memory.flaws = [];
			memory.settings = null;
			return Promise.resolve();
		}
	};
}

/** The progress after a step: what it made replaces what was there before, in the order of keys. */
function stepped(before: StudyState, { facts, item, ability, day }: Stepped): StudyState {
	const all = inPlace(before.facts, facts, ({ fact }) => fact);
	return {
		facts: all,
		items: inPlace(before.items, [item], (one) => one.item),
		abilities: inPlace(before.abilities, [ability], ({ point }) => point),
		days: inPlace(before.days, [{ ...day, nextDue: nextDue(all, day.day) }], (one) => one.day)
	};
}

function inPlace<T>(before: readonly T[], after: readonly T[], keyOf: (state: T) => string | number): T[] {
	const byKey = new Map([...before, ...after].map((state) => [keyOf(state), state]));
	return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, state]) => state);
}

/** A copy, which the caller may change. */
function given<T>(value: T): Promise<T> {
	return Promise.resolve(structuredClone(value));
}

/** The result of some work as a promise, and what it throws as a rejection. */
function attempted<T>(work: () => T): Promise<T> {
	return new Promise((resolve) => resolve(work()));
}

function order(a: string, b: string): number {
	return a === b ? 0 : a < b ? -1 : 1;
}
