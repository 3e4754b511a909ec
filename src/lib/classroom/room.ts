import * as v from 'valibot';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Checks what a server tells hosts of those who are there. */
export const roomSchema = v.object({
	/** How many pupils take part, wait to be let in, or were removed. */
	present: count,
	held: count,
	removed: count,
	/** How many have answered the open round, or the last one; at the pupils’ own pace each of the rounds, by its number. */
	answered: v.union([count, v.record(v.string(), count)]),
	/** How many phones listen at this process. */
	connected: count,
	/** Another number than before where the list of pupils has changed. */
	people: v.number(),
	/** What is advised once the first round of an item is closed; null before, and where nobody has answered. */
	advice: v.nullable(v.picklist(['explain', 'discuss', 'go-on']))
});

/** What hosts are told of those who are there, beside the view that everybody at the wall has. It tells no answer. */
export type Room = v.InferOutput<typeof roomSchema>;

/** What to do after a round: explain and begin again, let pupils discuss and ask again, or go on. */
export type RoundAdvice = NonNullable<Room['advice']>;
