import { faults, isKindName, kindNames, kinds, type KindName } from '#lib/kinds/index.ts';
import { isMapping } from '#lib/text/mapping.ts';
import * as v from 'valibot';

import type { Checked } from './checked.ts';
import type { Item, ItemOf } from './item.ts';
import { commonSchema } from './item-schema.ts';
import { nearest } from './nearest.ts';
import type { Stimulus } from './stimulus.ts';
import type { Path } from './yaml.ts';

const anyMapping = v.custom<Record<string, unknown>>(
	isMapping,
	'is not a mapping\nBegin each item with “- id: …”.'
);
const kindSchema = v.looseObject({ kind: v.picklist(kindNames) });

/** What the file of an item says of all its items. */
export interface Home {
	point: number;
	stimuli: ReadonlyMap<string, Stimulus>;
}

/**
 * Checks one item as it is written and compiles it.
 *
 * @param at where it is in the file
 * @param home the point whose file it is in, and the stimuli of that file; one that is missing is reported elsewhere
 */
export function checkItem(file: Checked, raw: unknown, at: Path, home: Home): Item | undefined {
	const mapping = file.check(anyMapping, raw, at);
	if (!mapping) return undefined;
	const subject = typeof mapping['id'] === 'string' ? `“${mapping['id']}”` : '';
	const kind = mapping['kind'];
	if (!isKindName(kind)) {
		const misspelt = Object.keys(mapping).find((key) => !isCommon(key) && nearest(key, ['kind']));
		if (kind === undefined && misspelt !== undefined) {
			const message = `the key “${misspelt}” is not known`;
			file.report(at, { path: [], key: misspelt, message, fix: 'Did you mean “kind”?' }, subject);
		} else file.check(kindSchema, raw, at, subject);
		return undefined;
	}
	return checkItemOf(kind, file, mapping, at, home, subject);
}

function checkItemOf<K extends KindName>(
	kind: K,
	file: Checked,
	mapping: Record<string, unknown>,
	at: Path,
	{ point, stimuli }: Home,
	subject: string
): ItemOf<K> | undefined {
	const written = Object.entries(mapping).filter(([key]) => key !== 'kind');
	const shared = Object.fromEntries(written.filter(([key]) => isCommon(key)));
	const own = Object.fromEntries(written.filter(([key]) => !isCommon(key)));
	const [common, interaction] = file.checkBoth(
		[
			{ schema: commonSchema, value: shared },
			{ schema: kinds[kind].schema, value: own, alsoKnown: ['kind', ...Object.keys(commonSchema.entries)] }
		],
		at,
		subject
	);
	if (!interaction) return undefined;
	const found = faults(kind, interaction);
	for (const fault of found) file.report(at, fault, subject);
	if (!common || found.length > 0) return undefined;
	const { stimulus: named, ...rest } = common;
	const stimulus = named === undefined ? undefined : stimuli.get(named);
	return { ...rest, ...(stimulus && { stimulus }), point, kind, interaction };
}

function isCommon(key: string): boolean {
	return Object.hasOwn(commonSchema.entries, key);
}
