import type { Json } from '#lib/interop/xapi/statement.ts';

type Mapping = { [key: string]: Json };

const CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/';
const MASTERY = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';
const SESSION = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';

/** What of cmi5 is in the context of a statement. */
export interface ContextParts {
	/** What the platform wants in every context. */
	template: Mapping;
	registration: string;
	/**
	 * - `defined`: one of the statements that cmi5 defines;
	 * - `judged`: one of those that decide how the learner moves on;
	 * - `allowed`: any other.
	 */
	kind: 'defined' | 'judged' | 'allowed';
	/** Which mark there was to reach, where that decided. */
	mastery?: number | undefined;
}

/** The context of a statement (cmi5, 9.6): the platform’s template, and what cmi5 adds to it. */
export function contextOf({ template, registration, kind, mastery }: ContextParts): Mapping {
	const activities = mappingOf(template['contextActivities']);
	const extensions = mappingOf(template['extensions']);
	const own = { allowed: [], defined: ['cmi5'], judged: ['cmi5', 'moveon'] }[kind];
	const category = [...listOf(activities['category']), ...own.map((name) => ({ id: CATEGORY + name }))];
	return {
		...template,
		registration,
		contextActivities: { ...activities, ...(category.length > 0 && { category }) },
		...((Object.keys(extensions).length > 0 || mastery !== undefined) && {
			extensions: { ...extensions, ...(mastery !== undefined && { [MASTERY]: mastery }) }
		})
	};
}

/** The id of the session, by which the platform tells one launch from another; empty where it says none. */
export function sessionIn(template: Mapping): string {
	const id = mappingOf(template['extensions'])[SESSION];
	return typeof id === 'string' ? id : '';
}

function mappingOf(value: Json | undefined): Mapping {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/** A list, or what stands for a list of one. */
function listOf(value: Json | undefined): Json[] {
	if (value === undefined || value === null) return [];
	return Array.isArray(value) ? value : [value];
}
