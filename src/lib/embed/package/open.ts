import * as v from 'valibot';

import { lookup } from '#lib/bank/translation/language-tag.ts';
import * as m from '#lib/paraglide/messages.js';
import { baseLocale, isLocale, type Locale } from '#lib/paraglide/runtime.js';
import { direction } from '#lib/ui/foreign.ts';

import { readCourse } from '../course/parse.ts';
import { onlyItems } from '../course/draw.ts';
import { playedWhole } from '../course/played.ts';
import { keepingWords } from '../keeping-words.ts';
import { leadElsewhere } from '../lead-elsewhere.ts';
import { playCourse, type Playing } from '../play.ts';
import type { Keeping } from '../platform/platform.ts';
import type { Launch, Launched } from './launched.ts';
import { packageSchema } from './package-options.ts';
import { COURSE_ID, PACKAGE_ID, PLACE_ID } from './page.ts';

/**
 * Plays the quiz of a package in its page, and tells the learner what they should know of where it is kept. Never fails: what
 * is damaged is said in the page.
 */
export function openPackage(launch: Launch): void {
	start(launch).catch((error: unknown) => {
		console.error(error);
		sayBroken();
	});
}

async function start(launch: Launch): Promise<void> {
	const about = v.safeParse(packageSchema, jsonIn(PACKAGE_ID));
	const parsed = readCourse(jsonIn(COURSE_ID));
	const place = document.getElementById(PLACE_ID);
	if (!about.success || !('course' in parsed) || !place) {
		sayBroken();
		return;
	}
	const { course } = parsed;
	const data = about.output;
	const launched = await launch(data, course, window);
	const { platform, language, forget } = launched;
	document.documentElement.lang = language;
	platform.watch((keeping) => say(notices(launched, keeping), localeOf(language)));
	addEventListener('pagehide', () => platform.leave());
	// A session that was closed does not open again, though the page comes back.
	addEventListener('pageshow', ({ persisted }) => {
		if (persisted) location.reload();
	});
	const { format: _, id: __, iri: ___, mastery: ____, ...asked } = data;
	showWayBack(launched);
	const root = place.attachShadow({ mode: 'open' });
	leadElsewhere(root, (address) => m.embed_no_window({ address }, { locale: localeOf(language) }));
	const play = (items?: readonly string[]): Promise<Playing> =>
		playCourse(root, {
			course: playedWhole(course, language),
			platform,
			options: { ...asked, ...(items && onlyItems(items)), headingLevel: 1, theme: 'auto' },
			again: forget && ((missed) => void begin(missed).catch(sayBroken))
		});
	let playing = await play();
	/** Begins anew in the place of a quiz that is over. */
	async function begin(items?: readonly string[]): Promise<void> {
		await playing.stop();
		forget?.();
		playing = await play(items);
		playing.focus();
	}
}

function notices({ platform, language, kept }: Launched, keeping: Keeping): string[] {
	const spoken = localeOf(language);
	const locale = { locale: spoken };
	const words = keepingWords(keeping, spoken);
	if (kept === 'astray' || kept === 'over')
		return [
			kept === 'over' ? m.package_over({}, locale) : m.package_no_platform({}, locale),
			keeping === 'refused' ? words : m.package_on_device({}, locale)
		];
	// Of what is not to be kept, nothing is amiss.
	if (platform.mode === 'browse') return [m.package_browse({}, locale)];
	return [platform.mode === 'review' ? m.package_review({}, locale) : words];
}

function say(sentences: readonly string[], language: Locale): void {
	const notice = document.querySelector<HTMLElement>('.five-points-notice');
	if (!notice) return;
	inLocale(notice, language);
	const said = sentences.filter((sentence) => sentence !== '').join(' ');
	// What is written again is read aloud again.
	if (notice.textContent !== said) notice.textContent = said;
}

/** The course may be in a language, and from a side, that our own words are not. */
function inLocale(element: HTMLElement, language: Locale): void {
	element.lang = language;
	element.dir = direction(language) ?? '';
}

/** Instead of an empty page. */
function sayBroken(): void {
	const locale = localeOf(document.documentElement.lang);
	say([m.package_broken({}, { locale })], locale);
}

/** All the time: whoever leaves in the middle, or only looks at an attempt again, goes back as well. */
function showWayBack({ back, language }: Launched): void {
	if (back === undefined) return;
	const link = document.createElement('a');
	link.className = 'five-points-back';
	inLocale(link, localeOf(language));
	link.textContent = m.package_back({}, { locale: localeOf(language) });
	link.href = back;
	document.querySelector('main')?.append(link);
}

function localeOf(language: string): Locale {
	return lookup(language).find(isLocale) ?? baseLocale;
}

function jsonIn(id: string): unknown {
	try {
		return JSON.parse(document.getElementById(id)?.textContent ?? '');
	} catch {
		return undefined;
	}
}
