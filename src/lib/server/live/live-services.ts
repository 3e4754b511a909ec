import type { Bank } from '#lib/bank/bank.ts';
import type { Bus } from '#lib/server/bus/bus.ts';
import type { Answers, Classes, Pupils } from '#lib/server/classes/classes.ts';

/** What a class is kept and told by; the same for all classes of a process. */
export interface LiveServices {
	classes: Classes;
	pupils: Pupils;
	answers: Answers;
	bus: Bus;
	/** The course of a class in its language, as it is served now; undefined if it is not. */
	bankOf: (primer: string, language: string) => Bank | undefined;
	/** Milliseconds since 1970 by the clock of the machine, which may be set. */
	now: () => number;
	/** Milliseconds since some moment, at a steady pace, whatever is done to the clock. */
	ticks: () => number;
}
