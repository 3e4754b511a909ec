import type { ClassEvent } from '#lib/classroom/event.ts';
import type { ClassAnswer, Pupil } from '#lib/classroom/pupil.ts';
import type { ClassSetup } from '#lib/classroom/setup.ts';

export type { ClassAnswer, Pupil };

/** A class as the server keeps it, beside its log, its pupils and their answers. Moments are milliseconds since 1970. */
export interface KeptClass {
	/** Random: who knows it has been in the class. */
	id: string;
	/** What pupils type to join; no other class that is running has it. */
	code: string;
	setup: ClassSetup;
	createdAt: number;
	/** What the key of its host becomes when it is hashed; the key itself is kept nowhere. */
	hostKeyHash: string;
	/** Null while it is running. */
	endedAt: number | null;
}

/** An event with its number in the log of its class, from 1 without gaps. */
export interface LoggedEvent {
	sequence: number;
	event: ClassEvent;
}

/** What the log of a class comes to, for those who do not read it. */
export interface ClassStanding {
	/** The numbers of the rounds that take answers, from the first to the last; null where none does. */
	open: { first: number; last: number } | null;
	/** When something is due by itself, such as the end of a round; Infinity where nothing is. */
	dueAt: number;
	/** Null while the class is running. */
	endedAt: number | null;
}

/** A class in which something is due. */
export interface DueClass {
	id: string;
	/** When, in milliseconds since 1970. */
	at: number;
}

/**
 * Where the server keeps classes and their logs. What a call has acknowledged outlasts the process, if the adapter is
 * persistent at all.
 *
 * Every call may reject with `StoreUnavailable`. Nobody knows then whether it was done, but it was not half done.
 */
export interface Classes {
	/** Keeps a new class; `taken` if a running class has its code, or any class its id. */
	create: (kept: Omit<KeptClass, 'endedAt'>) => Promise<'created' | 'taken'>;
	/** The class of that id; undefined when there is none. */
	load: (id: string) => Promise<KeptClass | undefined>;
	/** The id of the running class with that code; undefined when there is none. */
	byCode: (code: string) => Promise<string | undefined>;
	/** The log after a sequence number (0: all of it), in order; none for an unknown id. */
	events: (id: string, after: number) => Promise<LoggedEvent[]>;
	/**
	 * Adds an event to a log, if nothing has been added after what the caller knows of it: the store decides who was
	 * first, and whoever was not reads on and decides again.
	 *
	 * @param known the sequence number up to which the caller knows the log; 0 for none
	 * @param standing what the log comes to with the event
	 * @returns its sequence number; `behind` if the log has gone on; `unknown` if there is no such class
	 */
	append: (
		id: string,
		known: number,
		event: ClassEvent,
		standing: ClassStanding
	) => Promise<number | 'behind' | 'unknown'>;
	/**
	 * Running classes in which something is due before a moment, the earliest first.
	 *
	 * @param count how many at most
	 */
	due: (before: number, count: number) => Promise<DueClass[]>;
	/** How many classes are running: the more there are, the longer a code has to be. */
	running: () => Promise<number>;
	/** Deletes a class with its log, its pupils and their answers. Deleting what is not there is no fault. */
	remove: (id: string) => Promise<void>;
	/**
	 * Deletes classes that ended before a moment, and those that never ended and in which nothing has happened since nor is
	 * to happen by itself. It takes them a few at a time, so that nobody waits long; what it deleted stays deleted if it
	 * then rejects, and calling it again goes on. A class in which another process is writing at that moment may be left
	 * until then.
	 *
	 * @returns how many
	 */
	removeEndedBefore: (moment: number) => Promise<number>;
}

/** Where the server keeps who takes part in classes; otherwise as {@link Classes}. */
export interface Pupils {
	/**
	 * Lets somebody join. Repeated with the same id, it changes nothing and returns `joined`, whatever their standing.
	 *
	 * @param most how many a class may have, whatever their standing
	 * @returns `taken` if somebody who was not removed has the name; `full`; `unknown` if there is no such class
	 */
	join: (classId: string, pupil: Pupil, most: number) => Promise<'joined' | 'taken' | 'full' | 'unknown'>;
	/** The pupil of that id; undefined when there is none. */
	load: (classId: string, id: string) => Promise<Pupil | undefined>;
	/** All pupils of a class, whatever their standing, in the order in which they joined. */
	list: (classId: string) => Promise<Pupil[]>;
	/**
	 * Changes what is given of a pupil.
	 *
	 * @returns `taken` if somebody else who was not removed has the name; `unknown` if there is no such pupil
	 */
	change: (classId: string, id: string, change: PupilChange) => Promise<'changed' | 'taken' | 'unknown'>;
}

/** What may change of a pupil: all that is given. */
export type PupilChange = Partial<Pick<Pupil, 'name' | 'nameKey' | 'team' | 'standing'>>;

/** Where the server keeps the answers of classes; otherwise as {@link Classes}. */
export interface Answers {
	/**
	 * Keeps an answer, while its round takes answers: no answer comes in once the closing of its round is in the log.
	 *
	 * @param mayChange whether another answer of the same pupil takes the place of the first
	 * @returns `kept`, also when the very same answer (by its key) was kept before, even if the round has closed since, or
	 * if the pupil has changed it since (up to ten times): then everything stays as it is; `given` if another was kept and
	 * may not change; `closed` if the round takes no answers, now or yet; `unknown` if there is no such class
	 */
	give: (
		classId: string,
		answer: ClassAnswer,
		mayChange: boolean
	) => Promise<'kept' | 'given' | 'closed' | 'unknown'>;
	/** The answers to some rounds, by round and then in the order in which they came; of the same moment, by pupil. */
	list: (classId: string, rounds: readonly number[]) => Promise<ClassAnswer[]>;
	/** All that a pupil has answered, by round. */
	of: (classId: string, pupil: string) => Promise<ClassAnswer[]>;
	/** Who has answered a round, in any order. */
	who: (classId: string, round: number) => Promise<string[]>;
	/** How many of those who are in the class have answered each of some rounds; one that nobody has is missing. */
	counts: (classId: string, rounds: readonly number[]) => Promise<Map<number, number>>;
}

/** All that is kept of classes. */
export interface ClassStores {
	classes: Classes;
	pupils: Pupils;
	answers: Answers;
}
