import type {
	Answered,
	Finished,
	FivePointsQuizElement,
	FivePointsQuizEventMap,
	Ready
} from '../five-points-quiz.d.ts';
import { elementKey } from '../platform/element-key.ts';
import type { Playing } from '../play.ts';
import { reasonIn } from './fetch-source.ts';
import { findCourse, type Found } from './find-course.ts';
import { claim, release } from './kept-under.ts';
import type { Player } from './load-player.ts';
import { openPlatform } from './open-platform.ts';
import { PARAMETERS } from './parameters.ts';
import { troubleIn, type Trouble } from './trouble.ts';
import { showLoading, showTrouble } from './waiting.ts';
import { localeOf, wantedLanguage } from './wanted-language.ts';

/** Where there is no document, as on a server that renders pages, the module is imported and does nothing. */
const Base = ('HTMLElement' in globalThis ? HTMLElement : Object) as typeof HTMLElement;

/**
 * A quiz in any page: `<five-points-quiz course="course.json"></five-points-quiz>`. It needs no server and no storage,
 * brings no style into the page and takes none from it but its letters, and is at home under a strict
 * Content-Security-Policy. Keys are on the device, and so the scores are the learner’s own claim.
 */
export class FivePointsQuiz extends Base implements FivePointsQuizElement {
	static readonly observedAttributes: readonly string[] = [
		...['course', ...Object.keys(PARAMETERS)],
		...['language', 'theme', 'heading-level', 'keep', 'manual'],
		...['endpoint', 'auth', 'actor', 'activity-id', 'registration', 'mastery']
	];

	readonly #root: ShadowRoot;
	/** A course that a script has given. */
	#given: object | undefined;
	/** Counts beginnings, so that one that was overtaken stops. */
	#turn = 0;
	/** The beginning that is going on, or was the last one; undefined while the element is in no page. */
	#beginning: Promise<void> | undefined;
	/** Whether it may begin by itself. */
	#isStarted = false;
	/** Whether what it shows no longer fits what it says. */
	#isStale = false;
	/** Whether what is kept is still to be forgotten. */
	#isToForget = false;
	#isScheduled = false;
	/** The only items that are asked, where the learner has begun anew with some. */
	#items: readonly string[] | undefined;
	/** How often in a row all began anew because the course was newer than its outline. */
	#changes = 0;
	#playing: Playing | undefined;
	/** What is asked, and the key of its attempt among all that the page keeps. */
	#kept: { asked: string; key: string } | undefined;
	/** Takes away what stands in the place of a quiz. */
	#clear = () => {};

	constructor() {
		super();
		this.#root = this.attachShadow({ mode: 'open' });
	}

	/** The address of the course, or the course itself, which no attribute can hold. */
	get course(): string | object | null {
		return this.#given ?? this.getAttribute('course');
	}

	set course(course: string | object | null) {
		this.#given = typeof course === 'object' && course !== null ? course : undefined;
		if (typeof course === 'string') this.setAttribute('course', course);
		else this.removeAttribute('course');
		this.#schedule(true);
	}

	/**
	 * Begins, or goes on where the learner left off. It is needed only with the attribute `manual`.
	 *
	 * @returns when the first question can be answered, or it is said why there is none
	 */
	start(): Promise<void> {
		this.#isStarted = true;
		return this.#beginning ?? this.#begin();
	}

	/**
	 * Forgets the attempt, and begins anew; if the element is in no page, as soon as it is in one.
	 *
	 * @returns as {@link start}
	 */
	reset(): Promise<void> {
		this.#isStarted = true;
		this.#isToForget = true;
		return this.#begin();
	}

	protected connectedCallback(): void {
		// What a script gave before this module came lies on the element itself, where it hides the setter.
		if (Object.hasOwn(this, 'course')) {
			const { course } = this;
			Reflect.deleteProperty(this, 'course');
			this.course = course;
		}
		this.#schedule(false);
	}

	protected disconnectedCallback(): void {
		// To be moved is to be removed and added.
		queueMicrotask(() => {
			if (!this.isConnected) void this.#end();
		});
	}

	protected adoptedCallback(): void {
		// Sheets stay with the document that they were made for.
		this.#schedule(true);
	}

	protected attributeChangedCallback(name: string, before: string | null, now: string | null): void {
		// Of a course that was given and an address, the last one counts.
		if (name === 'course' && now !== null) this.#given = undefined;
		// The theme is a matter of style alone.
		if (before !== now && name !== 'theme') this.#schedule(true);
	}

	/** Begins soon if it may, once all that somebody sets at a time is set. */
	#schedule(isStale: boolean): void {
		this.#isStale ||= isStale;
		if (isStale) this.#changes = 0;
		if (this.#isScheduled) return;
		this.#isScheduled = true;
		queueMicrotask(() => {
			this.#isScheduled = false;
			this.#isStarted ||= !this.hasAttribute('manual');
			const isNeeded = this.#isStale || !this.#beginning;
			if (this.isConnected && this.#isStarted && isNeeded) void this.#begin();
		});
	}

	#begin(how: Beginning = {}): Promise<void> {
		this.#isStale = !this.isConnected;
		// In no page it would play unseen, and hold a key that nobody takes from it.
		if (this.#isStale) return Promise.resolve();
		// Before anything is waited for: elements claim in the order in which they stand on the page.
		this.#items = how.items;
		this.#beginning = this.#play(++this.#turn, this.#claim(), how);
		return this.#beginning;
	}

	#claim(): string {
		const asked = keyOf(this);
		if (this.#kept?.asked === asked) return this.#kept.key;
		this.#release();
		this.#kept = { asked, key: claim(asked) };
		return this.#kept.key;
	}

	#release(): void {
		if (this.#kept) release(this.#kept.key);
		this.#kept = undefined;
	}

	async #play(turn: number, key: string, how: Beginning): Promise<void> {
		const isOvertaken = () => turn !== this.#turn;
		await this.#stop();
		if (isOvertaken()) return;
		const spoken = localeOf(wantedLanguage(this));
		this.#clear = showLoading(this.#root, spoken);
		const found = await findCourse(this, this.#given, spoken, async (player) => {
			if (!isOvertaken()) await this.#changed(player);
		});
		if (isOvertaken()) return;
		const became = 'code' in found ? found : await this.#mount(found, key, how, isOvertaken);
		if (isOvertaken()) {
			if (!('code' in became)) await became.stop();
			return;
		}
		if (!('code' in became)) {
			this.#playing = became;
			if (how.isByLearner) became.focus();
			return;
		}
		this.#clear();
		this.#clear = showTrouble(
			this.#root,
			spoken,
			became,
			() => void this.#begin({ items: how.items, isByLearner: true })
		);
	}

	/** Puts the quiz into its place, and goes on with what is kept of it. */
	async #mount(
		{ course, player }: Found,
		key: string,
		how: Beginning,
		isOvertaken: () => boolean
	): Promise<Playing | Trouble> {
		const { language } = course.bank.primer;
		const { options, notices } = player.optionsIn(this, course.bank);
		const asked = how.items ? { ...options, ...player.onlyItems(how.items) } : options;
		const device = player.keptOnDevice(key, { lasting: this.getAttribute('keep') !== 'page' });
		const tell = (name: keyof FivePointsQuizEventMap, detail: Ready | Answered | Finished) => {
			if (!isOvertaken())
				this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
		};
		try {
			const comeBack = () => void this.#begin();
			const opening = openPlatform(this, this.#root, { player, device, language, comeBack });
			const { platform, unwatch, notices: wrong } = await opening;
			if (how.isAnew || this.#isToForget) platform.forget();
			this.#isToForget = false;
			const playing = await player.playCourse(this.#root, {
				course,
				options: { ...asked, headingLevel: headingLevel(this) },
				platform,
				on: {
					ready: (detail) => {
						// What stands there then is of the one that has overtaken it.
						if (!isOvertaken()) this.#clear();
						tell('ready', detail);
					},
					answered: (detail) => {
						this.#changes = 0;
						tell('answered', detail);
					},
					finished: (detail) => tell('finished', detail)
				},
				again: (items) => void this.#begin({ isAnew: true, isByLearner: true, items }),
				reload: () => void this.#begin({ items: how.items, isByLearner: true })
			});
			const all = [...wrong, ...notices, ...playing.notices];
			if (all.length > 0) console.warn('five-points-quiz:', this, all);
			return { ...playing, stop: () => (unwatch(), playing.stop()) };
		} catch (error) {
			const trouble = troubleIn(error);
			if (!trouble && !isOvertaken()) console.error(error);
			return trouble ?? { code: 'broken', why: reasonIn(error) };
		}
	}

	/** The course has changed since its outline came: all begins with the new one, where it goes on. */
	async #changed(player: Player): Promise<void> {
		// A server that changes its mind each time is not asked for ever.
		if (++this.#changes > MOST_CHANGES) return;
		// What was pressed by now is heard, and kept.
		await player.loadLater().catch(() => undefined);
		const { activeElement } = this.getRootNode() as Document | ShadowRoot;
		void this.#begin({ items: this.#items, isByLearner: activeElement === this });
	}

	async #stop(): Promise<void> {
		this.#clear();
		const playing = this.#playing;
		this.#playing = undefined;
		await playing?.stop();
	}

	/** Takes everything down. What was done is kept, and goes on when the element comes back. */
	async #end(): Promise<void> {
		this.#turn++;
		this.#beginning = undefined;
		this.#release();
		await this.#stop();
	}
}

/** How many newer courses in a row are begun with before an answer to one of them is scored. */
const MOST_CHANGES = 2;

/** How a quiz begins. */
interface Beginning {
	/** Whether what is kept is forgotten. */
	isAnew?: boolean;
	/** Whether the learner asked for it, whose focus then goes there. */
	isByLearner?: boolean;
	/** Only these items. */
	items?: readonly string[] | undefined;
}

/**
 * What tells an attempt from those of other quizzes of the site: the page, the course, and all that draws the form; and from
 * those of other learners, where the page says who it is.
 */
function keyOf(element: Element): string {
	const told = element.hasAttribute('endpoint') ? ['actor', 'activity-id', 'registration'] : [];
	const asked = ['course', ...Object.keys(PARAMETERS), ...told].map(
		(name) => element.getAttribute(name) ?? ''
	);
	return elementKey(location, [element.id, ...asked]);
}

function headingLevel(element: Element): number {
	const level = Number(element.getAttribute('heading-level'));
	return Number.isInteger(level) && level >= 1 && level <= 5 ? level : 2;
}

if (typeof customElements !== 'undefined' && !customElements.get('five-points-quiz'))
	customElements.define('five-points-quiz', FivePointsQuiz);
