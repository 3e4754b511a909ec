import type { Locale } from '#lib/paraglide/runtime.js';

import type { PlayedCourse } from '../course/played.ts';
import { fetchSource, reasonIn } from './fetch-source.ts';
import { loadPlayer, type Player } from './load-player.ts';
import type { Trouble } from './trouble.ts';
import { localeOf, wantedLanguage } from './wanted-language.ts';

/** A course in the language in which it is asked, and what plays it. */
export interface Found {
	course: PlayedCourse;
	player: Player;
}

/**
 * Gets the course of an element and what plays it, at the same time. Never fails.
 *
 * @param given a course that a script has given it; undefined if none did
 * @param spoken the language of the interface until that of the course is known
 * @param onchange called where there is a newer course by the time its items are asked for
 */
export async function findCourse(
	element: Element,
	given: object | undefined,
	spoken: Locale,
	onchange: (player: Player) => Promise<void>
): Promise<Found | Trouble> {
	await isParsed(element);
	const inside = element.querySelector(':scope > script[type="application/json"]')?.textContent;
	const fetching = fetchSource({
		given,
		address: element.getAttribute('course'),
		inside: inside ?? undefined
	});
	try {
		const [fetched, player] = await Promise.all([fetching, loadPlayer(spoken)]);
		if ('code' in fetched) return fetched;
		const base = new URL(fetched.address ?? '', element.ownerDocument.baseURI).href;
		const course = player.courseIn(fetched, wantedLanguage(element), base, () => onchange(player));
		if ('code' in course) return course;
		return { course, player: await loadPlayer(localeOf(course.bank.primer.language)) };
	} catch (error) {
		return { code: 'not-reached', address: import.meta.url, why: reasonIn(error) };
	}
}

/** Waits until all of an element is there, if the page still comes in. */
async function isParsed(element: Element): Promise<void> {
	const { ownerDocument } = element;
	if (ownerDocument.readyState !== 'loading' || element.hasAttribute('course')) return;
	await new Promise((resolve) => ownerDocument.addEventListener('DOMContentLoaded', resolve, { once: true }));
}
