import * as v from 'valibot';

const answers = v.pipe(
	v.array(
		v.pipe(
			v.string('is not a text\nPut it in quotation marks, such as "2018".'),
			v.nonEmpty('is empty\nWrite an answer, or leave it out.')
		)
	),
	v.minLength(1, 'is empty\nWrite one or more.')
);

/** What learners may type into one item, or into one blank of it. */
const listed = v.strictObject({
	/** The id of the item. */
	item: v.string(),
	/** The id of the blank, in an item that has several places to type in. */
	blank: v.exactOptional(v.string()),
	/** Scored as right, each as it is typed. */
	right: answers,
	/** Not scored as right. */
	wrong: answers
});

/** What `answers.yaml` holds. */
export const answersSchema = v.strictObject({ answers: v.array(listed) });

export type Listed = v.InferOutput<typeof listed>;
