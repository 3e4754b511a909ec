import { findItem } from '#lib/bank/bank.ts';
import { revealed, type Revealed } from '#lib/bank/revealed.ts';

import { hostedClass } from '../../host-class.server.ts';
import type { PageServerLoad } from './$types';

const NOTHING: Revealed = { items: [], facts: [], pictures: {} };

/** With the items and their keys: what is in the host’s hand is not on the wall. */
export const load: PageServerLoad = async ({ params, locals, cookies, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const found = await hostedClass(params.id, locals, { cookies, url });
	if (!found.hosted) return { ...found, notes: NOTHING };
	const { primer, language, items } = found.hosted.head.setup;
	const bank = locals.library.find(primer, language);
	return {
		...found,
		notes: bank
			? revealed(
					bank,
					items.flatMap((id) => findItem(bank, id) ?? [])
				)
			: NOTHING
	};
};
