/** The names of all kinds, as an item's `kind` gives them; alone, so that a page can know them without their schemas. */
export const kindNames = [
	'single-choice',
	'multiple-response',
	'true-false-reason',
	'matching',
	'ordering',
	'categorise',
	'cloze',
	'short-text',
	'numeric',
	'highlight'
] as const;

/** The name of a kind, as an item's `kind` gives it. */
export type KindName = (typeof kindNames)[number];

/** Whether this is the name of a kind. */
export function isKindName(name: unknown): name is KindName {
	return kindNames.some((known) => known === name);
}
