import { fail, redirect } from '@sveltejs/kit';

import type { Bank } from '#lib/bank/bank.ts';
import type { Library } from '#lib/bank/library.server.ts';
import { isAllOpen, openItems, servesExamsAlone } from '#lib/bank/serving.ts';
import { newSeed } from '#lib/chance/new-seed.ts';
import { cleanTeams } from '#lib/classroom/names/name.ts';
import { MOST_ITEMS } from '#lib/classroom/setup.ts';
import { localized } from '#lib/language/addresses.ts';
import { getLocale, isLocale, locales } from '#lib/paraglide/runtime.js';
import { offerOf } from '#lib/quiz/offer.ts';
import { readSetUp, writeSetUp } from '#lib/screens/host/set-up.ts';
import { givenOf, pickable } from '#lib/screens/teach/given.ts';
import { createClass } from '#lib/server/live/create.ts';

import { bankOf, headOf } from '../[primer]/bank.server.ts';
import { inStore, keepHost } from '../class.server.ts';
import { clientAddress } from '../client-address.server.ts';
import { formOf } from '../form.server.ts';
import { ownClasses } from './host-class.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** What the address sets up, with the seed that draws what is shown. */
function chosen(library: Library, url: URL) {
	const course = url.searchParams.get('course') ?? library.all(getLocale())[0]?.primer.id ?? '';
	const language = url.searchParams.get('lang');
	const bank = bankOf(library, course, isLocale(language) ? language : getLocale());
	const { setUp, notices } = readSetUp(url.searchParams, course, offerOf(bank), getLocale());
	const seed = setUp.choice.options.seed ?? newSeed();
	const choice = { ...setUp.choice, options: { ...setUp.choice.options, seed } };
	// As the class will show them: of what was typed, it takes nothing else.
	const rules = { ...setUp.rules, teams: cleanTeams(setUp.rules.teams) };
	return { bank, setUp: { ...setUp, choice, rules }, seed, notices };
}

export const load: PageServerLoad = async ({ url, locals, cookies, setHeaders }) => {
	const { library } = locals;
	setHeaders({ 'cache-control': 'no-store' });
	const { bank, setUp, seed, notices } = chosen(library, url);
	return {
		primer: headOf(bank),
		courses: library.all(getLocale()).map(({ primer: { id, title, language } }) => ({ id, title, language })),
		languages: locales.filter((locale) => library.find(setUp.course, locale)?.primer.language === locale),
		examsAlone: servesExamsAlone(bank.primer),
		hasReport: isAllOpen(bank),
		most: Math.min(MOST_ITEMS, openItems(bank).length),
		mostItems: MOST_ITEMS,
		setUp,
		seed,
		notices,
		given: givenOf(bank, setUp.choice, seed),
		pickable: setUp.choice.pick === 'hand' ? pickable(bank, seed) : [],
		query: writeSetUp(setUp),
		own: await ownClasses(locals, cookies)
	};
};

/** The status of what passes by itself; anything else is a fault of what was sent. */
const STATUS = new Map<string, number>([
	['slow-down', 429],
	['wait', 503]
]);

/** Ids of the items of a class, in the order in which they are asked. */
function itemsOf(bank: Bank, { setUp, seed }: ReturnType<typeof chosen>): string[] {
	return givenOf(bank, setUp.choice, seed)
		.views.slice(0, MOST_ITEMS)
		.map(({ id }) => id);
}

export const actions: Actions = {
	/** Makes a class of what the address sets up, and goes to its wall. */
	async open(event) {
		const { url, locals, request } = event;
		const given = chosen(locals.library, url);
		const { bank, setUp, seed } = given;
		const isAlone = (await formOf(request)).get('alone') !== null;
		const setup = {
			...setUp.rules,
			...{ primer: bank.primer.id, language: bank.primer.language, items: itemsOf(bank, given), seed },
			...(isAlone && { alone: true })
		};
		const made = await inStore(createClass(locals.live, { setup }, clientAddress(event)));
		if (typeof made === 'string') return fail(STATUS.get(made) ?? 400, { refused: made });
		keepHost(event, made.id, made.key);
		// The wall speaks to the class.
		const language = isLocale(bank.primer.language) ? bank.primer.language : getLocale();
		redirect(303, localized(`/host/${made.id}`, language));
	}
};
