import type { ItemView } from '#lib/bank/item.ts';
import type { PlacedOutcome } from '#lib/bank/outcome.ts';
import type { PrimerHead } from '#lib/bank/primer-head.ts';
import type { Revealed } from '#lib/bank/revealed.ts';
import type { Certainty } from '#lib/quiz/behaviour.ts';
import type { KeptAnswer, LearnerEvent } from '#lib/quiz/event.ts';
import type { Form } from '#lib/quiz/form.ts';
import type { Attempt } from '#lib/quiz/run.ts';

/** The current response to an item, checked or not. */
export interface CurrentResponse {
	item: string;
	response: unknown;
	certainty: Certainty | null;
}

/** A quiz as a page passes it to the player. */
export interface QuizData extends Revealed {
	/** The attempt's id; the same address has the same id. */
	id: string;
	/** The query under which the attempt continues, starting with `?`. */
	address: string;
	form: Form;
	/** The points of the primer. */
	points: PrimerHead['points'];
	/** The day of the primer, such as `2018-11-13`. */
	asOf: string;
	/** What one can do at the end of the course, where a result is told by that at once; else it is fetched. */
	outcomes?: readonly PlacedOutcome[] | undefined;
	/** What the course calls its source, if it has a name for it. */
	source?: string | undefined;
	/** The language of the primer, and of its items unless they say otherwise. */
	language: string;
	/** Public views of the items whose keys are not on the device: all of an exam, otherwise the first. */
	views: ItemView[];
	/** A response already given to the item that it names, in case that is the first. */
	given?: CurrentResponse | undefined;
	/** How long ago the attempt began, in milliseconds. */
	elapsed: number;
	/** The attempt so far, if a form post carried it, or as the server of an exam keeps it. */
	posted: { startedAt: number; log: LearnerEvent[]; reply: Attempt['reply'] } | null;
	/**
	 * The exam’s place on the server, as its address names it, and what is kept there; null outside exams.
	 * `changed` lists answers in a form post that no longer fit their questions.
	 */
	sitting: { token: string; answers: KeptAnswer[]; changed?: string | undefined } | null;
}
