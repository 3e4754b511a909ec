/**
 * How classes are stored in the database. Texts are as `database/written.ts` writes them; moments are milliseconds since
 * 1970.
 */
export interface ClassTables {
	classes: {
		id: string;
		/** No other row without an end has it. */
		code: string;
		/** JSON. */
		setup: string;
		created_at: number;
		host_key_hash: string;
		/** The sequence number of the last event; 0 before the first. */
		last_event: number;
		/** The rounds that take answers; both null where none does. */
		first_open: number | null;
		last_open: number | null;
		/** Infinite where nothing is due. */
		due_at: number;
		ended_at: number | null;
		/** How many have joined, whatever their standing. */
		pupils: number;
	};
	class_events: {
		class: string;
		sequence: number;
		/** JSON. */
		event: string;
		happened_at: number;
	};
	class_pupils: {
		class: string;
		id: string;
		name: string;
		/** No other row of the class that was not removed has it. */
		name_key: string;
		team: string | null;
		standing: string;
		joined_at: number;
		/** From 1, in the order in which they joined. */
		place: number;
	};
	class_answers: {
		class: string;
		round: number;
		pupil: string;
		/** JSON. */
		response: string;
		certainty: number | null;
		given_at: number;
		key: string;
		/** The keys of answers whose place it took, the newest first: JSON of an array. */
		past_keys: string;
	};
}
