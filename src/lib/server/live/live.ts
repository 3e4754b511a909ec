import type { Library } from '#lib/bank/library.server.ts';
import type { Bus } from '#lib/server/bus/bus.ts';
import type { ClassStores } from '#lib/server/classes/classes.ts';

import { LiveLimits } from './limits.ts';
import type { LiveServices } from './live-services.ts';
import { LiveClasses } from './live-classes.ts';
import { Streams } from './streams.ts';

/** What everything that is done for a class is done with; pages and plain handlers have the same. */
export interface Live {
	services: LiveServices;
	/** The classes that this process has to do with. */
	classes: LiveClasses;
	/** By which those who look at classes are told of them. */
	streams: Streams;
	limits: LiveLimits;
	/** Signs the tokens of pupils. */
	secret: string;
	/** How many pupils a class may have, whatever their standing. */
	mostPupils: number;
	/** For how many days a class is kept after its end. */
	keepDays: number;
	/** Milliseconds since 1970 by the clock of the machine, which may be set. */
	now: () => number;
	/** Milliseconds since some moment, at a steady pace, whatever is done to the clock. */
	ticks: () => number;
}

export interface LiveConfiguration extends Pick<
	Live,
	'secret' | 'mostPupils' | 'keepDays' | 'now' | 'ticks'
> {
	stores: ClassStores;
	bus: Bus;
	/** The courses as they are now. */
	library: () => Pick<Library, 'find'>;
}

/** Makes what classes are served with. Its classes are to be closed before the bus and the stores. */
export function openLive({ stores, bus, library, ...rest }: LiveConfiguration): Live {
	const { classes, pupils, answers } = stores;
	const services: LiveServices = {
		...{ classes, pupils, answers, bus, now: rest.now, ticks: rest.ticks },
		bankOf: (primer, language) => library().find(primer, language)
	};
	const limits = new LiveLimits(rest.mostPupils);
	return { services, classes: new LiveClasses(services), streams: new Streams(), limits, ...rest };
}
