import { findItem } from '#lib/bank/bank.ts';
import { revealed } from '#lib/bank/revealed.ts';
import type { HostNotes } from '#lib/screens/host/host-notes.ts';

import { hostedClass } from '../../host-class.server.ts';
import type { PageServerLoad } from './$types';

const NOTHING: HostNotes = { items: [], facts: [], pictures: {}, lessons: [] };

/** With the items and their keys: what is in the host’s hand is not on the wall. */
export const load: PageServerLoad = async ({ params, locals, cookies, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const found = await hostedClass(params.id, locals, { cookies, url });
	if (!found.hosted) return { ...found, notes: NOTHING };
	const { primer, language, items: ids } = found.hosted.head.setup;
	const bank = locals.library.find(primer, language);
	if (!bank) return { ...found, notes: NOTHING };
	const items = ids.flatMap((id) => findItem(bank, id) ?? []);
	const lessons = bank.guide?.points.filter(({ id }) => items.some(({ point }) => point === id)) ?? [];
	const notes: HostNotes = {
		...revealed(bank, items),
		lessons: lessons.map(({ id, mistakes, live }) => ({ id, mistakes, live }))
	};
	return { ...found, notes };
};
