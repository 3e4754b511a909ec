import * as v from 'valibot';

/** Schema of the mark that keeps an item, or all items of a point, for exams. */
export const purposeSchema = v.exactOptional(
	v.picklist(
		['exam'],
		'is not what an item or a point can be kept for\nWrite “for: exam”, or leave the line out.'
	)
);
