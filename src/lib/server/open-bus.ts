import type { Bus } from './bus/bus.ts';
import { busInProcess } from './bus/in-process.ts';

/** Over what servers tell one another of classes. */
export interface BusConfiguration {
	/** The address of a NATS, `nats://…`. */
	bus?: string | undefined;
	/** The address of a PostgreSQL, `postgres://…`, which is used without a NATS. */
	databaseUrl?: string | undefined;
}

/**
 * Opens the bus: over a NATS if there is one, else over the PostgreSQL that keeps the classes, else within the process.
 * It does not wait until it is connected, since classes go on without it, only more slowly.
 *
 * @param say receives what the operator should know
 */
export async function openBus(
	{ bus, databaseUrl }: BusConfiguration,
	say: (words: string) => void
): Promise<Bus> {
	// The code of each is only loaded where it is used.
	if (bus) return (await import('./bus/nats.ts')).busOverNats(bus, say);
	if (databaseUrl) return (await import('./bus/postgres.ts')).busOverPostgres(databaseUrl, say);
	return busInProcess(say);
}
