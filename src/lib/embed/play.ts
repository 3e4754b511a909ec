import type { Item, ItemView } from '#lib/bank/item.ts';
import type { Revealed } from '#lib/bank/revealed.ts';
import { lookup } from '#lib/bank/translation/language-tag.ts';
import { orderOf, viewOf } from '#lib/bank/view.ts';
import { newSeed } from '#lib/chance/new-seed.ts';
import { runOf } from '#lib/kinds/loaded.ts';
import { baseLocale, isLocale, type Locale } from '#lib/paraglide/runtime.js';
import type { QuizHost, QuizOutcome } from '#lib/player/host.ts';
import { loadKinds } from '#lib/player/kinds/index.ts';
import type { QuizData } from '#lib/player/quiz-data.ts';
import { attemptOf, awake } from '#lib/player/session/resumption.ts';
import type { AddressNotice } from '#lib/quiz/address-notice.ts';
import type { Form } from '#lib/quiz/form.ts';
import type { AttemptRecord } from '#lib/quiz/record.ts';
import type { ScoredItem } from '#lib/quiz/scored-item.ts';

import { attemptsWith } from './attempts.ts';
import { canAsk, drawQuiz, type DrawOptions } from './course/draw.ts';
import type { DrawnBank } from './course/outline.ts';
import type { PlayedCourse } from './course/played.ts';
import type { Answered, Finished, Ready } from './five-points-quiz.d.ts';
import type { Theme } from './look.ts';
import { mountQuiz, type MountedQuiz } from './mount.ts';
import type { Platform } from './platform/platform.ts';

/** What is to be played, and how it looks. */
export interface PlayOptions extends DrawOptions {
	/** By default that of the page. */
	theme?: Theme | undefined;
	/** The level of its main heading among those of the page, from 1; by default 2. */
	headingLevel?: number | undefined;
}

/** A quiz in somebody else’s page. */
export interface Play {
	course: PlayedCourse;
	options: PlayOptions;
	/** Who keeps the attempt and is told of it; without one, it lasts as long as the page. */
	platform?: Platform | undefined;
	/** What the page is told; none of it holds a key. */
	on?: Partial<PlayEvents>;
	/**
	 * Begins another quiz in the place of this one: with the same options, or of these items alone. Without it, none is
	 * offered at the end.
	 */
	again?: ((items?: readonly string[]) => void) | undefined;
	/** Loads everything anew, where that may get what is missing; by default the page is reloaded. */
	reload?: (() => void) | undefined;
}

/** What a page may listen to. */
export interface PlayEvents {
	/** The first question can be answered, or an earlier attempt be continued. */
	ready: (detail: Ready) => void;
	/** The first answer to a question was scored. */
	answered: (detail: Answered) => void;
	/** The quiz is over. */
	finished: (detail: Finished) => void;
}

/** A quiz that is being played. */
export interface Playing extends MountedQuiz {
	form: Form;
	/** Wishes that the course could not fulfil. */
	notices: AddressNotice[];
}

/**
 * Draws a quiz of a course and plays it in a shadow root, with nothing of a server: the same seed draws the same quiz as
 * in the app. Keys are on the device, and so scores are the learner’s own claim.
 *
 * @throws when code for the first question cannot be fetched, or the course has one that cannot be shown
 */
export async function playCourse(place: ShadowRoot, play: Play): Promise<Playing> {
	const { course, options, platform, on = {} } = play;
	const { bank } = course;
	const kept = await platform?.resume();
	const resumed = kept && canAsk(bank, kept.form) ? kept : undefined;
	const { form, address, notices } = resumed
		? { ...resumed, notices: [] }
		: drawQuiz(bank, options, newSeed());
	const fetchItems = () => course.fetchItems(form.items);
	const data: QuizData = {
		id: resumed?.id ?? `${bank.primer.id}${address}`,
		...{ address, form },
		...aboutPrimer(bank),
		...(resumed ? await begunAs(resumed, await fetchItems()) : await fresh(form, course)),
		...{ elapsed: 0, sitting: null }
	};
	const host: QuizHost = {
		language: speechOf(bank.primer.language),
		headingLevel: options.headingLevel ?? 2,
		now: Date.now,
		reload: play.reload ?? (() => location.reload()),
		fetchItems,
		...(platform && { attempts: attemptsWith(platform, resumed) }),
		onscored: (scored) => {
			platform?.answered(scored);
			on.answered?.(toldOf(scored, form));
		},
		onfinished: (outcome) => {
			platform?.finished(outcome);
			on.finished?.(toldAtEnd(outcome));
		},
		course: bank.primer.title,
		...(play.again && { again: play.again })
	};
	const mounted = await mountQuiz(place, { data, host, theme: options.theme });
	on.ready?.({
		edition: course.edition,
		language: bank.primer.language,
		questions: form.items.length,
		resumed: resumed !== undefined
	});
	return { ...mounted, form, notices };
}

/** The language of the quiz’s own words, nearest to that of its questions. */
function speechOf(language: string): Locale {
	return lookup(language).find(isLocale) ?? baseLocale;
}

function aboutPrimer({ primer }: DrawnBank) {
	return {
		points: primer.points.map(({ id, title }) => ({ id, title })),
		asOf: primer.source.date,
		source: primer.source.called,
		language: primer.language
	};
}

type Beginning = Revealed & Pick<QuizData, 'views' | 'posted'>;

/** A quiz that begins: all but its first question comes once that is answered. */
async function fresh(form: Form, { bank, fetchItems }: PlayedCourse): Promise<Beginning> {
	const asked = bank.items.find(({ id }) => id === form.items[0]);
	if (!asked) throw new Error('The course has no question to ask.');
	// What shows it comes along with what draws its view, and while it comes itself.
	const [{ items }] = await Promise.all([fetchItems([asked.id]), loadKinds([asked.kind])]);
	const [first] = items;
	if (!first) throw new Error('The course no longer has its first question.');
	return { views: [await viewIn(form, first)], posted: null, items: [], facts: [], pictures: {} };
}

/** A quiz that goes on where it was left. */
async function begunAs(record: AttemptRecord, all: Revealed): Promise<Beginning> {
	const { startedAt, log } = awake(record, Date.now());
	const { reply } = attemptOf(record);
	// A platform that has little room keeps what was answered, and no grades.
	const graded = reply ?? (await import('./graded-again.ts').then((it) => it.gradedAgain(record, all.items)));
	return { ...all, views: [], posted: { startedAt, log, reply: graded } };
}

async function viewIn({ seed }: Form, item: Item): Promise<ItemView> {
	const run = await runOf(item);
	return viewOf(item, run.publicView(orderOf(seed, item.id)));
}

function toldOf({ item, entry, again }: ScoredItem, form: Form): Answered {
	return {
		...{ item: item.id, question: form.items.indexOf(item.id) + 1, part: item.point, again },
		fraction: entry.tries[0]?.score.fraction ?? 0
	};
}

function toldAtEnd({ total, points, duration }: QuizOutcome): Finished {
	return {
		score: total.possible === 0 ? 0 : total.earned / total.possible,
		marks: { ...total },
		parts: points.map(({ point, earned, possible }) => ({ part: point, earned, possible })),
		duration
	};
}
