/**
 * How sittings are stored in the database. Ids are as `database/written.ts` writes them; moments are milliseconds since 1970.
 */
export interface SittingTables {
	sittings: {
		id: string;
		/** JSON. */
		form: string;
		started_at: number;
		/** Infinite without a limit. */
		ends_at: number;
		closed_at: number | null;
		/** JSON of the rest of the closing. */
		closing: string | null;
	};
	/** The newest answer to each item. */
	sitting_answers: {
		sitting: string;
		item: string;
		/** JSON. */
		response: string;
		given_at: number;
	};
}
