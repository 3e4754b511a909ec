/** A part of an interaction, for the formats of other systems. */
export interface Component {
	/** As {@link identifier} writes it: unique among the parts beside it, without white space or a delimiter. */
	id: string;
	/** Its words, in the language of the item. */
	text: string;
}

/** What goes with what: the id of a source or step, and that of a target, or what was given there. */
export type Pair = readonly [string, string];

/**
 * An answered item in the terms that SCORM and xAPI share (the data model of IEEE 1484.11.1), before either writes it:
 * what there was to answer, each way to be right, and what the learner gave. Parts are named by the ids of components.
 */
export type Interaction =
	| { type: 'true-false'; right: boolean; given: boolean }
	| { type: 'choice'; options: Component[]; right: string[]; given: string[] }
	| { type: 'sequencing'; options: Component[]; right: string[]; given: string[] }
	| { type: 'matching'; sources: Component[]; targets: Component[]; right: Pair[]; given: Pair[] }
	/** `right` has each way to be right, `given` what was typed, a text for each blank. */
	| { type: 'fill-in'; right: string[][]; given: string[] }
	/** Steps to which texts are given. */
	| { type: 'performance'; steps: Component[]; right: Pair[]; given: Pair[] }
	| { type: 'numeric'; right: { value: number; least: number; most: number }; given: number };
