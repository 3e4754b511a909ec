import { networkInterfaces } from 'node:os';

import type { Cookies } from '@sveltejs/kit';

import type { Library } from '#lib/bank/library.server.ts';
import { phaseOf } from '#lib/classroom/view.ts';
import type { OwnClass } from '#lib/screens/host/own-class.ts';
import type { WallHead } from '#lib/screens/host/wall-head.ts';
import { cookieFor } from '#lib/server/live/tokens.ts';
import { isHostOf } from '#lib/server/live/who.ts';

import { headOf } from '../[primer]/bank.server.ts';
import { inStore, openedClass } from '../class.server.ts';

/** What a page of a host is told of its class. */
export interface Hosted {
	head: WallHead;
	/** Lets another device take the class over. */
	key: string;
}

/** Why a page of a host has no class to show, in one word. */
export type WhyNoClass = 'not-host' | 'no-class' | 'no-course' | 'wait';

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

/** The class of an address for a device that is its host; or why there is none, in one word. */
export async function hostedClass(
	id: string,
	locals: Pick<App.Locals, 'live' | 'keepDays'> & { library: Pick<Library, 'find'> },
	{ cookies, url }: { cookies: Pick<Cookies, 'get'>; url: URL }
): Promise<{ hosted: Hosted; refused: null } | { hosted: null; refused: WhyNoClass }> {
	const not = (refused: WhyNoClass) => ({ hosted: null, refused });
	const key = cookies.get(cookieFor('host', id));
	if (key === undefined || !ID.test(id)) return not('not-host');
	const opened = await openedClass({ locals }, id);
	if (typeof opened === 'string') return not(opened);
	if (!isHostOf(opened, key)) return not('not-host');
	const { code, setup } = opened.kept;
	const bank = locals.library.find(setup.primer, setup.language);
	if (!bank) return not('no-course');
	const reach = { isHereAlone: HERE_ALONE.test(url.hostname), network: networkAddress(url) };
	const head = { id, code, setup, primer: headOf(bank), keepDays: locals.keepDays, reach };
	return { hosted: { head, key }, refused: null };
}

/** The classes that a device is the host of, the newest first, and whether some more cannot be read just now. */
export async function ownClasses(
	{ live, library }: Pick<App.Locals, 'live' | 'library'>,
	cookies: Pick<Cookies, 'getAll'>
): Promise<{ classes: OwnClass[]; isPart: boolean }> {
	const prefix = cookieFor('host', '');
	const keys = cookies
		.getAll()
		.filter(({ name }) => name.startsWith(prefix) && ID.test(name.slice(prefix.length)));
	const own = await Promise.all(
		keys.slice(-MOST).map(async ({ name, value }): Promise<OwnClass[] | 'wait'> => {
			const id = name.slice(prefix.length);
			const opened = await inStore(live.classes.open(id));
			if (opened === 'wait') return opened;
			// A rehearsal is none that was held.
			if (!opened || !isHostOf(opened, value) || opened.kept.setup.alone) return [];
			const { code, createdAt, setup } = opened.kept;
			const title = library.find(setup.primer, setup.language)?.primer.title ?? setup.primer;
			return [{ id, code, createdAt, title, isOver: phaseOf(opened.state) === 'ended' }];
		})
	);
	const classes = own.flatMap((some) => (some === 'wait' ? [] : some));
	return {
		classes: classes.sort((one, other) => other.createdAt - one.createdAt),
		isPart: own.includes('wait')
	};
}
