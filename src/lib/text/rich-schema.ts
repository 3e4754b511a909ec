import * as v from 'valibot';

import {
	SAFE_ADDRESS,
	type Rich,
	type RichLink,
	type RichNode,
	type RichNumbered,
	type RichWord
} from './rich.ts';

/** A schema for each field of an element: forgetting one, even an optional one, does not compile. */
type EachField<Element> = Record<keyof Element, v.GenericSchema>;

// The tag decides what an element may have. If all were tried in turn, a fault at the bottom would be found
// twice as often with each level above it.
const richNode: v.GenericSchema<RichNode> = v.lazy(() =>
	v.union([
		v.string(),
		v.variant('tag', [
			v.strictObject({
				tag: v.picklist(['p', 'em', 'strong', 'code', 'ul', 'li']),
				children: v.array(richNode)
			}),
			v.strictObject({
				tag: v.literal('ol'),
				start: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
				children: v.array(richNode)
			} satisfies EachField<RichNumbered>),
			v.strictObject({
				tag: v.literal('a'),
				href: v.pipe(v.string(), v.regex(SAFE_ADDRESS)),
				children: v.array(richNode)
			} satisfies EachField<RichLink>),
			v.strictObject({
				tag: v.literal('word'),
				href: v.pipe(v.string(), v.regex(/^\/(?!\/)/)),
				children: v.array(richNode)
			} satisfies EachField<RichWord>)
		])
	])
);

/** Checks a {@link Rich} that comes from storage or from a server. */
export const richSchema: v.GenericSchema<Rich> = v.union([v.string(), v.array(richNode)]);
