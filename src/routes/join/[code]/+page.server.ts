import { redirect } from '@sveltejs/kit';

import { givenName } from '#lib/classroom/names/given.ts';
import { localized } from '#lib/language/addresses.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { Refusal } from '#lib/classroom/protocol.ts';
import { join, lookUp } from '#lib/server/live/enter.ts';
import { newKey } from '#lib/server/live/tokens.ts';

import { inStore, keepPupil, openedClass, pupilHere, tokenHere } from '../../class.server.ts';
import { clientAddress } from '../../client-address.server.ts';
import { formOf } from '../../form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { locals, params } = event;
	const found = await inStore(lookUp(locals.live, params.code, clientAddress(event)));
	const refusedWith = (refused: Refusal) => ({ stage: 'refused' as const, typed: params.code, refused });
	if (typeof found === 'string') return refusedWith(found);
	const opened = await openedClass(event, found.id);
	if (typeof opened === 'string') return refusedWith(opened);
	const here = await pupilHere(event, opened);
	const pupil = typeof here === 'object' ? here : null;
	return {
		stage: 'found' as const,
		found,
		/** Who this device is in the class already; null where it is nobody. */
		known: pupil && pupil.standing !== 'removed' ? pupil.name : null,
		example: givenName(found.rules.language, 'example', 0),
		days: locals.keepDays,
		ticket: newKey()
	};
};

export const actions: Actions = {
	/** Joins from a page without its script. */
	async default(event) {
		const { locals, params, request } = event;
		const form = await formOf(request);
		const [name, team, ticket] = ['name', 'team', 'ticket'].map((field) => {
			const value = form.get(field);
			return typeof value === 'string' ? value : null;
		});
		const sent = { name: name ?? '', team: team ?? null, ticket: ticket ?? '' };
		const address = clientAddress(event);
		const found = await inStore(lookUp(locals.live, params.code, address));
		if (typeof found === 'string') return { ...sent, refused: found };
		const opened = await openedClass(event, found.id);
		if (typeof opened === 'string') return { ...sent, refused: opened };
		const me = await inStore(join(locals.live, opened, { sent, address, known: tokenHere(event, found.id) }));
		if (typeof me === 'string') return { ...sent, refused: me };
		keepPupil(event, found.id, me.token);
		redirect(303, localized(`/class/${found.id}`, getLocale()));
	}
};
