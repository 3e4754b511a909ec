import * as v from 'valibot';

import { contextOf, sessionIn } from '#lib/interop/cmi5/context.ts';
import {
	readLaunch,
	readLaunchData,
	type LaunchData,
	type LaunchParameters
} from '#lib/interop/cmi5/launch.ts';

import type { Platform } from '../platform.ts';
import { RecordStore } from '../xapi/record-store.ts';
import { XapiPlatform, type Profile } from '../xapi/xapi-platform.ts';

/** What a package knows of itself, and of the time. */
export interface Cmi5Setting {
	/** The IRI of the package. */
	iri: string;
	/** The language in which the quiz is asked, for those that a platform says its learner prefers, the best first: all are tags. */
	languageFor: (preferred: readonly string[]) => string;
	/** From which share of the marks it is passed, 0 to 1, unless the platform says so. */
	mastery?: number | undefined;
	/** Milliseconds since 1970. */
	now: () => number;
}

/** A platform with cmi5, and where the learner goes from here. */
export interface Cmi5Launched {
	platform: Platform;
	/** Tells the learner and their attempt from all others. */
	attempt: readonly string[];
	language: string;
	back: string | undefined;
}

const modes = { Normal: 'normal', Browse: 'browse', Review: 'review' } as const;

/**
 * Opens the session that a platform with cmi5 has launched.
 *
 * @returns undefined if the address is not that of a launch, or the platform says nothing of it; `over` if the platform does
 * not let it in: each launch counts once, and a page that is loaded again has to be opened from the platform again
 */
export async function launchCmi5(
	{ search }: Pick<Location, 'search'>,
	{ iri, languageFor, mastery, now }: Cmi5Setting
): Promise<Cmi5Launched | 'over' | undefined> {
	const launch = readLaunch(search);
	if (!launch) return undefined;
	const { endpoint, actor, registration, activityId } = launch;
	const token = await fetchToken(launch.fetch);
	if (token === undefined || token === 'over') return token;
	const store = new RecordStore({
		...{ endpoint, registration, agent: actor, activity: activityId },
		authorization: `Basic ${token.given}`
	});
	const found = await store.stateSurely('LMS.LaunchData');
	const data = typeof found === 'object' ? readLaunchData(found.value) : undefined;
	if (!data) return undefined;
	const language = languageFor(await preferredLanguages(store));
	const session = sessionIn(data.contextTemplate) || String(now());
	const platform = new XapiPlatform({
		...{ store, actor, language, now },
		profile: profileOf(data, registration),
		mode: modes[data.launchMode],
		activity: activityId,
		course: iri,
		launch: `${registration}/${session}`,
		attempt: registration,
		mastery: data.masteryScore ?? mastery
	});
	return { platform, attempt: attemptOf(launch), language, back: data.returnURL };
}

/** What tells the learner whom an address of a launch names, and their attempt, from all others; undefined if it is none. */
export function attemptIn(search: string): readonly string[] | undefined {
	const launch = readLaunch(search);
	return launch && attemptOf(launch);
}

function attemptOf({ activityId, registration, actor }: LaunchParameters): readonly string[] {
	return [activityId, registration, JSON.stringify(actor)];
}

/** What lets statements in. @returns `over` if the platform has given it already; undefined if it does not answer */
async function fetchToken(address: string): Promise<{ given: string } | 'over' | undefined> {
	try {
		const response = await fetch(address, { method: 'POST', credentials: 'omit' });
		if (response.status >= 500) return undefined;
		const answer = v.safeParse(tokenSchema, await response.json());
		return answer.success ? { given: answer.output['auth-token'] } : 'over';
	} catch {
		return undefined;
	}
}

const tokenSchema = v.object({ 'auth-token': v.pipe(v.string(), v.nonEmpty()) });

/** The languages that the learner has named, as tags, the best first (cmi5, 11.0). */
async function preferredLanguages(store: RecordStore): Promise<string[]> {
	const found = await store.profile('cmi5LearnerPreferences');
	const said = typeof found === 'object' ? v.safeParse(preferencesSchema, found.value) : undefined;
	return said?.success ? said.output.languagePreference.split(',').map((tag) => tag.trim()) : [];
}

const preferencesSchema = v.object({ languagePreference: v.string() });

function profileOf({ contextTemplate: template }: LaunchData, registration: string): Profile {
	return {
		// What cmi5 defines has a score only where it was passed or failed.
		scoredBy: 'scored',
		context(verb, mastery) {
			const isOurs = verb === 'answered' || verb === 'scored';
			const isJudged = verb === 'passed' || verb === 'failed' || verb === 'completed';
			const kind = isOurs ? 'allowed' : isJudged ? 'judged' : 'defined';
			return contextOf({ template, registration, kind, mastery });
		}
	};
}
