import type { Library } from '#lib/bank/library.server.ts';

import type { Bus } from './bus/bus.ts';
import type { Exams } from './exam/exams.ts';
import type { Figures } from './figures.ts';
import type { Live } from './live/live.ts';
import type { StoresState } from './open-stores.ts';

/** What the build has made for a package of a course: a script, and whose work it contains. */
export interface BuiltForPackages {
	player: string;
	notices: string;
}

/**
 * What a request is answered from, by pages and plain handlers alike. The process makes it once; the library
 * is the one served when the request came, and stays the same until it is answered.
 */
export interface Services {
	library: Library;
	/** Whether the library is read again automatically when one of its files changes. */
	isWatched: boolean;
	/** Passes word of classes between the processes that serve them. */
	bus: Bus;
	/** What everything that is done for a class is done with. */
	live: Live;
	/** Exams, graded by this library. */
	exams: Exams;
	/** The other sites that may show a quiz in a frame, each as CSP names one; `*` alone for all. */
	embeddedBy: readonly string[];
	/** Where browsers find the app; undefined if each request says it. */
	origin: string | undefined;
	/** For how many days an exam or a class is kept after its end. */
	keepDays: number;
	/** Signs the addresses of exams, and the tokens of pupils. */
	secret: string;
	/**
	 * Reads what a package of a course is made with; rejects where it has not been built.
	 *
	 * @param players the scripts that may play it, the best first: paths below the folder of what was built for pages
	 */
	builtForPackages: (players: readonly string[]) => Promise<BuiltForPackages>;
	/** Whether the stores answer now. */
	storesState: () => Promise<StoresState>;
	/** What is measured; undefined where it was not asked for. */
	figures: Figures | undefined;
}

declare module 'node:http' {
	interface IncomingMessage {
		/** What it is answered from. The listener attaches it before anything answers. */
		services?: Services;
	}
}
