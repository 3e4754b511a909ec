import type { Cookies } from '@sveltejs/kit';

import type { WallHead } from '#lib/screens/host/wall-head.ts';
import { cookieFor, isKeyOf } from '#lib/server/live/tokens.ts';

import { headOf } from '../[primer]/bank.server.ts';

/** What a page of a host is told of its class; null for whoever is not its host. */
export interface Hosted {
	head: WallHead;
	/** Lets another device take the class over. */
	key: string;
}

/** The class of an address, for a device that is its host. Rejects with `StoreUnavailable`. */
export async function hostedClass(id: string, locals: App.Locals, cookies: Cookies): Promise<Hosted | null> {
	const key = cookies.get(cookieFor('host', id));
	if (key === undefined || !/^[\w-]{1,64}$/.test(id)) return null;
	const kept = (await locals.live.classes.open(id))?.kept;
	if (!kept || !isKeyOf(key, kept.hostKeyHash)) return null;
	const bank = locals.library.find(kept.setup.primer, kept.setup.language);
	if (!bank) return null;
	const { code, setup } = kept;
	return { head: { id, code, setup, primer: headOf(bank), keepDays: locals.keepDays }, key };
}
