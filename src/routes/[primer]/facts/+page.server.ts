import { bankOf } from '../bank.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const { source, facts } = bankOf(params.primer).primer;
	return { source, facts };
};
