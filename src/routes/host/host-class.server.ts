import { networkInterfaces } from 'node:os';

import type { Cookies } from '@sveltejs/kit';

import { phaseOf } from '#lib/classroom/view.ts';
import type { OwnClass } from '#lib/screens/host/own-class.ts';
import type { WallHead } from '#lib/screens/host/wall-head.ts';
import { cookieFor } from '#lib/server/live/tokens.ts';
import { hostedBy, isHostOf } from '#lib/server/live/who.ts';

import { headOf } from '../[primer]/bank.server.ts';

/** What a page of a host is told of its class. */
export interface Hosted {
	head: WallHead;
	/** Lets another device take the class over. */
	key: string;
}

/** Whether only this machine finds what is at a host. */
const HERE_ALONE = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Where phones find this server, for a teacher who has opened it at an address that means the own machine alone; else null.
 * It is a good guess: of several networks the first one.
 */
function networkAddress({ protocol, hostname, port }: URL): string | null {
	if (!HERE_ALONE.test(hostname)) return null;
	const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
	const outside = all.find(({ family, internal }) => family === 'IPv4' && !internal);
	return outside ? `${protocol}//${outside.address}${port === '' ? '' : `:${port}`}` : null;
}

/** What the server made as an id of a class: anything else is not looked for. */
const ID = /^[\w-]{1,64}$/;

/** How many classes of a device are looked for: each is asked of the store. */
const MOST = 20;

/** The class of an address, for a device that is its host; else null. Rejects with `StoreUnavailable`. */
export async function hostedClass(
	id: string,
	locals: App.Locals,
	{ cookies, url }: { cookies: Cookies; url: URL }
): Promise<Hosted | null> {
	const key = cookies.get(cookieFor('host', id));
	const kept = key !== undefined && ID.test(id) ? await hostedBy(locals.live, id, key) : undefined;
	const bank = kept && locals.library.find(kept.setup.primer, kept.setup.language);
	if (key === undefined || !kept || !bank) return null;
	const { code, setup } = kept;
	const reach = { isHereAlone: HERE_ALONE.test(url.hostname), network: networkAddress(url) };
	return { head: { id, code, setup, primer: headOf(bank), keepDays: locals.keepDays, reach }, key };
}

/** The classes that a device is the host of, the newest first. Rejects with `StoreUnavailable`. */
export async function ownClasses({ live, library }: App.Locals, cookies: Cookies): Promise<OwnClass[]> {
	const prefix = cookieFor('host', '');
	const keys = cookies
		.getAll()
		.filter(({ name }) => name.startsWith(prefix) && ID.test(name.slice(prefix.length)));
	const own = await Promise.all(
		keys.slice(-MOST).map(async ({ name, value }): Promise<OwnClass[]> => {
			const id = name.slice(prefix.length);
			const opened = await live.classes.open(id);
			// A rehearsal is none that was held.
			if (!opened || !isHostOf(opened, value) || opened.kept.setup.alone) return [];
			const { code, createdAt, setup } = opened.kept;
			const title = library.find(setup.primer, setup.language)?.primer.title ?? setup.primer;
			return [{ id, code, createdAt, title, isOver: phaseOf(opened.state) === 'ended' }];
		})
	);
	return own.flat().sort((one, other) => other.createdAt - one.createdAt);
}
