import { newSeed } from '#lib/chance/new-seed.ts';
import type { Json } from '#lib/interop/xapi/statement.ts';
import type { Locale } from '#lib/paraglide/runtime.js';
import { direction } from '#lib/ui/foreign.ts';

import { keepingWords } from '../keeping-words.ts';
import { keptHereToo } from '../platform/also-here.ts';
import type { DevicePlatform } from '../platform/device.ts';
import type { Platform } from '../platform/platform.ts';
import { RecordStore } from '../platform/xapi/record-store.ts';
import { XapiPlatform } from '../platform/xapi/xapi-platform.ts';

/** Why the store of statements that an element names cannot be told anything: the attribute that is wrong. */
export interface StoreNotice {
	code: 'no-store';
	attribute: 'endpoint' | 'actor' | 'activity-id' | 'registration' | 'mastery';
	given: string | null;
}

/** A platform that is told of the quiz of an element, and can begin an attempt anew. */
export type ElementPlatform = Platform & Pick<DevicePlatform, 'forget'>;

/**
 * The store of statements (xAPI 1.0.3) that an element names by its attributes: `endpoint`, `auth` (the whole of the header
 * `Authorization`), `actor` (an agent as JSON), `activity-id` (by default the address of the page), `registration` and
 * `mastery`. The device keeps the attempt as well.
 *
 * @param language that of the questions, as a tag
 */
export function storeOf(
	element: Element,
	device: DevicePlatform,
	language: string
): { platform: ElementPlatform } | { notice: StoreNotice } {
	const said = (name: string): string | undefined => element.getAttribute(name)?.trim() || undefined;
	const wrong = (attribute: StoreNotice['attribute']) => ({
		notice: { code: 'no-store' as const, attribute, given: element.getAttribute(attribute) }
	});
	const endpoint = URL.parse(said('endpoint') ?? '', element.ownerDocument.baseURI);
	if (!endpoint || !/^https?:$/.test(endpoint.protocol)) return wrong('endpoint');
	const actor = agentIn(said('actor'));
	if (!actor) return wrong('actor');
	const activity = said('activity-id') ?? pageOf(element);
	if (!URL.canParse(activity)) return wrong('activity-id');
	const mastery = said('mastery') === undefined ? undefined : Number(said('mastery'));
	if (mastery !== undefined && !(mastery >= 0 && mastery <= 1)) return wrong('mastery');
	const registration = said('registration');
	// A store would refuse each statement with it.
	if (registration !== undefined && !UUID.test(registration)) return wrong('registration');
	const store = new RecordStore({
		...{ endpoint: endpoint.href, agent: actor, activity, registration },
		authorization: said('auth') ?? ''
	});
	const platform = new XapiPlatform({
		...{ store, actor, activity, course: activity, language, mastery },
		profile: {
			scoredBy: 'completed',
			context: () => ({ language, ...(registration !== undefined && { registration }) })
		},
		mode: 'normal',
		launch: newSeed(),
		now: () => Date.now()
	});
	return { platform: keptHereToo(platform, device) };
}

/** Says above a quiz what a learner should know of how it is kept. @returns takes it away */
export function showKeeping(root: ShadowRoot, platform: Platform, locale: Locale): () => void {
	const said = root.ownerDocument.createElement('p');
	said.role = 'status';
	said.lang = locale;
	said.dir = direction(locale) ?? '';
	root.prepend(said);
	const stop = platform.watch((keeping) => {
		said.textContent = keepingWords(keeping, locale);
		said.hidden = said.textContent === '';
	});
	return () => {
		stop();
		said.remove();
	};
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** An agent as xAPI has it: JSON with one of the four things that identify somebody. */
function agentIn(text: string | undefined): { [key: string]: Json } | undefined {
	try {
		const agent: unknown = JSON.parse(text ?? '');
		const names = ['mbox', 'mbox_sha1sum', 'openid', 'account'];
		return isAgent(agent) && names.some((name) => Object.hasOwn(agent, name)) ? agent : undefined;
	} catch {
		return undefined;
	}
}

/** JSON that was parsed is nothing but JSON. */
function isAgent(value: unknown): value is { [key: string]: Json } {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The address of the page that an element is in. */
function pageOf({ ownerDocument }: Element): string {
	const { origin, pathname, search } = new URL(ownerDocument.baseURI);
	return origin + pathname + search;
}
