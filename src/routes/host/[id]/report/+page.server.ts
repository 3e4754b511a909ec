import type { PageServerLoad } from './$types';

/** The page fetches the report itself, with the cookie of the host. */
export const load: PageServerLoad = ({ locals }) => ({
	/** How many days the server keeps a class after its end. */
	keepDays: locals.keepDays
});
