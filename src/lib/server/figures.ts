import type { Counter, Histogram, Registry } from 'prom-client';

/** What is measured while the process serves, for a Prometheus to read. */
export interface Figures {
	/**
	 * Counts a request that was answered, or was broken off.
	 *
	 * @param seconds how long it took
	 */
	count: (path: string, status: number, seconds: number) => void;
	/** All figures, in the text format of Prometheus, and the media type of that. */
	written: () => Promise<{ type: string; text: string }>;
}

/** What is counted at the moment of reading. */
export interface Gauges {
	/** How many streams of classes are open. */
	streams: () => number;
	/** How many classes this process has to do with now. */
	classes: () => number;
	/** Whether word gets to other processes. */
	isBusWell: () => boolean;
}

/** In seconds: an answer is to be kept in a few milliseconds; what takes seconds is a store in trouble. */
const BUCKETS = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Begins to measure: requests, streams and classes, and what Node tells of itself. Ids of classes, codes and names are in
 * none of it. The library that does it is loaded here alone.
 */
export async function openFigures({ streams, classes, isBusWell }: Gauges): Promise<Figures> {
	const { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } = await import('prom-client');
	const registry: Registry = new Registry();
	collectDefaultMetrics({ register: registry });
	const labelNames = ['route', 'status'];
	const requests: Counter = new Counter({
		...{ name: 'five_points_requests_total', help: 'Requests that were answered, by route and status.' },
		...{ labelNames, registers: [registry] }
	});
	const durations: Histogram = new Histogram({
		...{ name: 'five_points_request_seconds', help: 'How long answers took, without streams.' },
		...{ labelNames: ['route'], buckets: BUCKETS, registers: [registry] }
	});
	const gauge = (name: string, help: string, read: () => number) =>
		new Gauge({
			...{ name: `five_points_${name}`, help, registers: [registry] },
			collect() {
				this.set(read());
			}
		});
	gauge('streams', 'Open streams of classes.', streams);
	gauge('classes', 'Classes that this process has to do with now.', classes);
	gauge('bus_up', 'Whether word gets to other processes (1) or not (0).', () => (isBusWell() ? 1 : 0));
	return {
		count(path, status, seconds) {
			const route = routeOf(path, status);
			requests.inc({ route, status });
			if (!WAITS.test(route)) durations.observe({ route }, seconds);
		},
		written: async () => ({ type: registry.contentType, text: await registry.metrics() })
	};
}

/** What waits for news, as long as there are none. */
const WAITS = /\/(stream|view)$/;

/**
 * What an address asks for, without what is of one class or one course: `/live/answer`, `page`, `file`. An address that
 * nothing answers is `none`, so that nobody makes figures grow by inventing addresses.
 */
export function routeOf(path: string, status: number): string {
	if (status === 404 || status === 405) return 'none';
	const [, ofClass] = /^\/live\/[^/]+\/([a-z]+)$/.exec(path) ?? [];
	if (ofClass !== undefined) return `/live/${ofClass}`;
	if (/^\/live\//.test(path)) return `/live/${/^\/live\/code\//.test(path) ? 'code' : 'classes'}`;
	if (/^\/(healthz?|readyz|metrics)$/.test(path)) return path;
	return /^\/_app\/|\.\w+$/.test(path) ? 'file' : 'page';
}
