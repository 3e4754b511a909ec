/*
 * The types of the element `<five-points-quiz>`, as they go out with it: they need nothing else of ours.
 */

/** The first question can be answered, or an earlier attempt be continued. */
export interface Ready {
	/** Of the content of the course: equal for equal content. */
	edition: string;
	/** That of the questions, such as `fr`. */
	language: string;
	/** How many questions there are. */
	questions: number;
	/** Whether an earlier attempt goes on. */
	resumed: boolean;
}

/** The first answer to a question was scored. */
export interface Answered {
	/** The id of the item, which a course never gives to another one. */
	item: string;
	/** The number of the question, from 1. */
	question: number;
	/** The part of the primer; 0 is the primer as a whole. */
	part: number;
	/** What the answer earned, from 0 to 1, before anything is taken off for tries or certainty. */
	fraction: number;
	/** Whether this was told before: an attempt that goes on tells again of what was answered. */
	again: boolean;
}

/** The quiz is over. */
export interface Finished {
	/** Marks earned over marks possible: 0 to 1, or below 0 where certainty is asked for. */
	score: number;
	marks: { earned: number; possible: number };
	/** The marks of each part of the primer that was asked; 0 is the primer as a whole. */
	parts: { part: number; earned: number; possible: number }[];
	/** How long it took, in milliseconds; pauses do not count. */
	duration: number;
}

/** The events of the element; none of them holds a key. They bubble, and leave shadow roots. */
export interface FivePointsQuizEventMap {
	ready: CustomEvent<Ready>;
	answered: CustomEvent<Answered>;
	finished: CustomEvent<Finished>;
}

/** What a script may ask of the element, besides its attributes. */
export interface FivePointsQuizElement {
	/** The address of the course, or the course itself as its file has it, which no attribute can hold. */
	course: string | object | null;
	/**
	 * Begins, or goes on where the learner left off. It is needed only with the attribute `manual`.
	 *
	 * @returns when the first question can be answered, or it is said why there is none
	 */
	start: () => Promise<void>;
	/**
	 * Forgets the attempt, and begins anew; if the element is in no page, as soon as it is in one.
	 *
	 * @returns as `start` does
	 */
	reset: () => Promise<void>;
}

/**
 * A quiz in any page: `<five-points-quiz course="course.json"></five-points-quiz>`. Keys are on the device, and so the
 * scores are the learner’s own claim.
 */
export declare class FivePointsQuiz extends HTMLElement implements FivePointsQuizElement {
	course: string | object | null;
	start(): Promise<void>;
	reset(): Promise<void>;
	addEventListener<K extends keyof FivePointsQuizEventMap>(
		type: K,
		listener: (event: FivePointsQuizEventMap[K]) => void,
		options?: boolean | AddEventListenerOptions
	): void;
	addEventListener(
		type: string,
		listener: EventListenerOrEventListenerObject,
		options?: boolean | AddEventListenerOptions
	): void;
}

declare global {
	interface HTMLElementTagNameMap {
		'five-points-quiz': FivePointsQuiz;
	}
}
