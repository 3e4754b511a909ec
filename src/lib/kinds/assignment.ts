import * as v from 'valibot';

import type { Rich } from '#lib/text/rich.ts';

import { apart, type ScoreChance } from './at-random.ts';
import { idsOf, isAssigned, isAssignmentOf, type Assigned } from './given.ts';
import type { AuthoringFault, Samples } from './kind.ts';
import type { Label } from './option.ts';
import { firstPartlyRight } from './partly.ts';
import { failed, isNothing, malformed, scored, UNANSWERED, type Part, type Score } from './score.ts';
import { sharingRules, type Sharing } from './sharing.ts';

/** What matching and categorise share: each place takes one label, and one label may serve several. */
export interface Assignment {
	places: Place[];
	labels: readonly Label[];
	scoring: Sharing;
}

/** A premise to match, an element to sort. */
export interface Place {
	id: string;
	why: Rich;
	/** The id of the right label. */
	key: string;
}

/** The response: {@link Assigned}. Unlike a schema of records, it allows any id. */
export const assigned = v.custom<Assigned>(isAssigned);

export function scoreAssignment({ places, labels, scoring }: Assignment, given: unknown): Score {
	if (isNothing(given)) return UNANSWERED;
	if (!isAssignmentOf(idsOf(places), idsOf(labels), given)) return malformed('not-a-response');
	const chosen = new Map(Object.entries(given).filter(([, label]) => label !== ''));
	if (chosen.size === 0) return UNANSWERED;
	const parts = places.map((place) => part(place, chosen.get(place.id), labels));
	return scored(sharingRules[scoring](parts), parts);
}

function part({ id, why, key }: Place, chosen: string | undefined, labels: readonly Label[]): Part {
	if (chosen === key) return { id, verdict: 'right', why };
	const right = labels.find((label) => label.id === key)?.text ?? '';
	return failed({ id, why, key: right }, chosen !== undefined);
}

/**
 * Faults of the key: a place that names a label which does not exist (rules T-01, T-05), or shares its id.
 *
 * @param path the authored list of places, and the field of each that names its label
 */
export function assignmentFaults(
	{ places, labels }: Assignment,
	path: { list: string; field: string; label: string }
): AuthoringFault[] {
	const ids = new Set(labels.map((label) => label.id));
	// Renaming one label is one mistake, however many places use it.
	const strange = new Set<string>();
	return places.flatMap(({ id, key }, index): AuthoringFault[] => {
		if (!ids.has(key)) {
			if (strange.has(key)) return [];
			strange.add(key);
			return [
				{
					path: [path.list, index, path.field],
					message: `no ${path.label} has the id “${key}”`,
					fix: `Name one of these: ${[...ids].join(', ')}.`
				}
			];
		}
		if (id !== key) return [];
		return [
			{
				path: [path.list, index],
				message: `has the same id “${id}” as its ${path.label}, which gives the key away`,
				fix: 'Give it another id.'
			}
		];
	});
}

export function solveAssignment({ places }: Assignment): Assigned {
	return Object.fromEntries(places.map(({ id, key }) => [id, key]));
}

/** Every label is equally likely in every place. */
export function assignmentAtRandom({ places, labels, scoring }: Assignment): ScoreChance[] {
	return apart(
		places.map(() => 1 / labels.length),
		scoring
	);
}

export function assignmentSamples(assignment: Assignment): Samples<Assigned> {
	const { places, labels } = assignment;
	const other = (key: string) => labels.find((label) => label.id !== key)?.id ?? '';
	const right = solveAssignment(assignment);
	const first = Object.fromEntries(Object.entries(right).slice(0, 1));
	return {
		right,
		partlyRight: firstPartlyRight([first], (response) => scoreAssignment(assignment, response)),
		wrong: Object.fromEntries(places.map(({ id, key }) => [id, other(key)])),
		unanswered: {},
		malformed: { ...right, '': '' }
	};
}
