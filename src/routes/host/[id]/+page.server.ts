import { hostedClass } from '../host-class.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals, cookies, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	return hostedClass(params.id, locals, { cookies, url });
};
