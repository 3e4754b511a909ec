import type { ItemView } from '#lib/bank/item.ts';
import type { PrimerHead } from '#lib/bank/primer-head.ts';
import type { Revealed } from '#lib/bank/revealed.ts';
import type { Certainty } from '#lib/quiz/behaviour.ts';
import type { KeptAnswer, LearnerEvent } from '#lib/quiz/event.ts';
import type { Form } from '#lib/quiz/form.ts';
import type { Attempt } from '#lib/quiz/run.ts';

/** What stands as given to an item, checked or not. */
export interface Given {
	item: string;
	response: unknown;
	certainty: Certainty | null;
}

/** A quiz as a page hands it to the interface. */
export interface QuizData extends Revealed {
	/** The attempt's id; the same address has the same one. */
	id: string;
	/** The query under which the attempt goes on, from `?`. */
	address: string;
	form: Form;
	/** The points of the primer. */
	points: PrimerHead['points'];
	/** The day of the primer, such as `2018-11-13`. */
	asOf: string;
	/** What the course calls its source, where it has a name for it. */
	source?: string | undefined;
	/** The language of the primer, and of its items unless they say otherwise. */
	language: string;
	/** Public views of the items whose keys are not on the device: of all in an exam, else of the first. */
	views: ItemView[];
	/** What was given already to the item that it names, should that be the first. */
	given?: Given | undefined;
	/** How long ago the attempt began, in milliseconds. */
	elapsed: number;
	/** The attempt so far, where a form post brought it along, or as a server keeps it of an exam. */
	posted: { startedAt: number; log: LearnerEvent[]; reply: Attempt['reply'] } | null;
	/**
	 * The exam’s place on the server, as its address names it, and what is kept there; null outside exams. `changed` tells
	 * of answers in a form post that do not fit their questions any more.
	 */
	sitting: { token: string; answers: KeptAnswer[]; changed?: string | undefined } | null;
}
