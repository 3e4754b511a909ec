import type { RequestEvent } from '@sveltejs/kit';
import type { Component } from 'svelte';
import { render } from 'svelte/server';

import { servesExamsAlone } from '#lib/bank/serving.ts';
import { localized } from '#lib/language/addresses.ts';
import { getLocale, type Locale } from '#lib/paraglide/runtime.js';
import { parseReadingSettings, READING_COOKIE } from '#lib/store/reading-settings.ts';

import { isEmbedded } from './embedded.ts';
import Foot from './Foot.svelte';
import Frame from './Frame.svelte';
import type { Framed } from './framed.ts';
import { isPlace, placeOf } from './places.ts';

/** The page with its frame, in the places that `app.html` keeps for it. */
export function withFrame(html: string, event: RequestEvent): string {
	const framed = framedFor(event);
	const before = isEmbedded(event.route.id) ? NOTHING : rendered(Frame, framed);
	const after = before !== NOTHING && framed.parts === 'whole' ? rendered(Foot, framed) : NOTHING;
	return html
		.replace('%frame.head%', () => before.head + after.head + looksAgain(event.locals.looksIn))
		.replace('%frame.before%', () => before.body)
		.replace('%frame.after%', () => after.body);
}

const NOTHING = { head: '', body: '' };

/** Lets a page load itself again where its script is switched off, or too new for the browser. */
function looksAgain(seconds: number | null = null): string {
	if (seconds === null) return '';
	const without = `<noscript><meta http-equiv="refresh" content="${seconds}" /></noscript>`;
	return `${without}<script src="/look-again.js" defer data-after="${seconds}"></script>`;
}

function rendered(component: Component<{ framed: Framed }>, framed: Framed) {
	const { head, body } = render(component, { props: { framed } });
	// The comments would tell a script what is what; none looks.
	const plain = (html: string) => html.replaceAll(/<!--.*?-->/gs, '');
	return { head: plain(head).replaceAll('<style ', '<style data-frame '), body: plain(body) };
}

function framedFor({ cookies, locals, params, request, route, url }: RequestEvent): Framed {
	const language = getLocale();
	const all = locals.library.all(language);
	const only = all.length === 1 ? all[0] : undefined;
	const bank = all.find(({ primer }) => primer.id === params['primer']) ?? only;
	return {
		course: bank && {
			title: bank.primer.title,
			language: bank.primer.language,
			examsAlone: servesExamsAlone(bank.primer),
			hasWords: (bank.primer.words ?? []).length > 0
		},
		home: localized(bank ? `/${bank.primer.id}` : '/', language),
		place: placeOf(route.id),
		isPlace: isPlace(route.id),
		back: url.pathname + (locals.quiz ?? url.search),
		look: parseReadingSettings(cookies.get(READING_COOKIE)),
		parts: partsFor(route.id, request.method, locals.quiz !== undefined),
		postQuiz: postsQuiz(url.pathname, locals.quiz)
	};
}

/** @param query of the running quiz, if the page has one */
function postsQuiz(path: string, query: string | undefined): Framed['postQuiz'] {
	if (query === undefined) return undefined;
	return (locale: Locale) => `${localized(path, locale)}?/act&${query.slice(1)}`;
}

/** What was posted had no script to fetch the rest with. A class leads nowhere else while it goes on. */
function partsFor(route: string | null, method: string, isQuiz: boolean): Framed['parts'] {
	if (/^\/(class|join)(\/|$)/.test(route ?? '')) return 'line';
	if (method === 'POST') return 'whole';
	// A wall is for the class, and has room for little else.
	if (isQuiz || route === '/host/[id]' || route === '/host/[id]/remote') return 'line';
	return route === '/[primer]/review' ? 'places' : 'whole';
}
