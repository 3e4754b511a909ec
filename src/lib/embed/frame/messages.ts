/**
 * What a quiz in a frame and the page around it say to one another, by `postMessage`: plain objects that name their
 * protocol and its version. Nothing that is told holds a key, a response or what a response should have been.
 */

/** The version of the protocol. Who gets a message of another version, or a type that it does not know, ignores it. */
export const VERSION = 1;

/** What a frame tells the page around it. */
export type Told =
	/** How high all of it is, in whole CSS pixels, from 1. */
	| { type: 'height'; height: number }
	/** The quiz can be answered, or begun; told again whenever another one takes its place. */
	| {
			type: 'ready';
			/** The name of the course in addresses, and the language of the words around its questions. */
			course: string;
			language: string;
			/** How many questions it asks, from 1. */
			questions: number;
	  }
	/** A question was answered for the first time; told again of each answer of an attempt that is taken up. */
	| {
			type: 'answered';
			/** The id of the question in its course. */
			question: string;
			/** Where it is in the quiz, from 1. */
			number: number;
			/** Which part of it was right, from 0 to 1. */
			score: number;
			/** Whether the answer is one from before this page was opened. */
			again: boolean;
	  }
	/** The quiz is over. */
	| ({
			type: 'finished';
			/** How long it took, in milliseconds; pauses do not count. */
			duration: number;
			/** The same for each point of the course that was asked; 0 is the course as a whole. */
			points: ({ point: number } & Marks)[];
	  } & Marks);

/** A sum of marks, and the most that it could have been. With certainty, marks can be negative. */
interface Marks {
	earned: number;
	possible: number;
}

/** What a page asks of the frame in it. */
export const commands = ['start', 'reset', 'focus'] as const;
/**
 * - `start`: begin, if the quiz waits for that;
 * - `reset`: forget the attempt, and begin again;
 * - `focus`: take the focus to where reading continues.
 */
export type Command = (typeof commands)[number];

/** A message as it is posted. */
export type Posted<Said> = { fivePoints: typeof VERSION } & Said;

/** What a frame tells, as it is posted. */
export function posted<Said extends object>(said: Said): Posted<Said> {
	return { fivePoints: VERSION, ...said };
}

/** The command in a message; undefined if the message is anything else, whoever made it. */
export function readCommand(message: unknown): Command | undefined {
	const type = typeIn(message);
	return commands.find((command) => command === type);
}

/**
 * The height in a message from a frame, in whole CSS pixels from 1 to 100,000: more is no quiz. Undefined if the message
 * is anything else, whoever made it.
 */
export function readHeight(message: unknown): number | undefined {
	if (typeIn(message) !== 'height') return undefined;
	const height = own(message, 'height');
	return typeof height === 'number' && Number.isInteger(height) && height >= 1 && height <= HIGHEST
		? height
		: undefined;
}

/** Whether a message from a frame says that its quiz is there. */
export function isReady(message: unknown): boolean {
	return typeIn(message) === 'ready';
}

const HIGHEST = 100_000;

/** The type of a message of this protocol and version; undefined for everything else that pages send one another. */
function typeIn(message: unknown): unknown {
	return own(message, 'fivePoints') === VERSION ? own(message, 'type') : undefined;
}

/** What an object has of that name itself; what all objects inherit counts as nothing. */
function own(message: unknown, name: string): unknown {
	if (typeof message !== 'object' || message === null) return undefined;
	return Object.getOwnPropertyDescriptor(message, name)?.value;
}
