import * as v from 'valibot';

import type { Json } from '#lib/interop/xapi/statement.ts';

/** What the address of a launch says (cmi5, 8.1). */
export interface LaunchParameters {
	endpoint: string;
	/** Where to ask, once, for what lets statements in. */
	fetch: string;
	actor: { [key: string]: Json };
	registration: string;
	/** The platform’s own IRI of what was launched. */
	activityId: string;
}

const json: v.GenericSchema<unknown, Json> = v.lazy(() =>
	v.union([v.null(), v.boolean(), v.number(), v.string(), v.array(json), v.record(v.string(), json)])
);
const mapping = v.record(v.string(), json);

/** Reads the address of a launch; undefined if it is none. */
export function readLaunch(search: string): LaunchParameters | undefined {
	const query = new URLSearchParams(search);
	const [endpoint, fetch, registration, activityId] = [
		...['endpoint', 'fetch', 'registration', 'activityId']
	].map((name) => query.get(name) ?? '');
	if (!isAddress(endpoint) || !isAddress(fetch) || !registration || !activityId) return undefined;
	const actor = v.safeParse(v.pipe(v.string(), v.parseJson(), mapping), query.get('actor') ?? '');
	return actor.success ? { endpoint, fetch, registration, activityId, actor: actor.output } : undefined;
}

const launchDataSchema = v.object({
	contextTemplate: v.optional(mapping, {}),
	launchMode: v.fallback(v.picklist(['Normal', 'Browse', 'Review']), 'Normal'),
	masteryScore: v.fallback(v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))), undefined),
	returnURL: v.fallback(v.optional(v.string()), undefined)
});

/** What the platform says of a launch (`LMS.LaunchData`; cmi5, 10.2), as far as it is used. */
export type LaunchData = v.InferOutput<typeof launchDataSchema>;

/** Reads it; undefined for anything else. */
export function readLaunchData(value: unknown): LaunchData | undefined {
	const data = v.safeParse(launchDataSchema, value);
	if (!data.success) return undefined;
	// Where the learner goes next is an address, whoever wrote it.
	const { returnURL } = data.output;
	return { ...data.output, returnURL: isAddress(returnURL) ? returnURL : undefined };
}

function isAddress(text: string | undefined): text is string {
	return text !== undefined && /^https?:\/\//i.test(text) && URL.canParse(text);
}
