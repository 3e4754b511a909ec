import type { Cookies, RequestEvent } from '@sveltejs/kit';

import { LONGEST } from '#lib/classroom/setup.ts';
import type { Pupil } from '#lib/classroom/pupil.ts';
import { isStoreUnavailable } from '#lib/server/database/faults.ts';
import type { LiveClass } from '#lib/server/live/live-class.ts';
import { cookieFor, tooOld } from '#lib/server/live/tokens.ts';
import { pupilWith } from '#lib/server/live/who.ts';

const DAY = 24 * 60 * 60;

/** A request, as far as it is asked for a class. */
interface Asked {
	locals: Pick<App.Locals, 'live'>;
}

/** What the store answers; `wait` where it does not. */
export async function inStore<T>(answer: Promise<T>): Promise<T | 'wait'> {
	try {
		return await answer;
	} catch (reason) {
		if (!isStoreUnavailable(reason)) throw reason;
		console.error(reason.message);
		return 'wait';
	}
}

/** The class of an id; or why there is none to be had, in one word. */
export async function openedClass({ locals }: Asked, id: string): Promise<LiveClass | 'no-class' | 'wait'> {
	return (await inStore(locals.live.classes.open(id))) ?? 'no-class';
}

/** The token that this device has of a class; undefined where it is none of its pupils. */
export function tokenHere(
	{ cookies }: { cookies: Pick<Cookies, 'get'> },
	classId: string
): string | undefined {
	return cookies.get(cookieFor('pupil', classId));
}

/** The pupil that this device is in a class, whatever their standing; or why it is none, in one word. */
export async function pupilHere(
	{ cookies, locals }: Asked & { cookies: Pick<Cookies, 'get'> },
	opened: LiveClass
): Promise<Pupil | 'not-pupil' | 'wait'> {
	const token = tokenHere({ cookies }, opened.kept.id);
	return (await inStore(pupilWith(locals.live, opened, token))) ?? 'not-pupil';
}

/** Lets this device be that pupil of a class from now on. */
export function keepPupil(event: RequestEvent, classId: string, token: string): void {
	keep(event, 'pupil', classId, token);
}

/** Lets this device be the host of a class from now on. */
export function keepHost(event: RequestEvent, classId: string, key: string): void {
	keep(event, 'host', classId, key);
}

function keep(
	{ cookies, url, locals }: RequestEvent,
	who: 'host' | 'pupil',
	classId: string,
	token: string
): void {
	const names = cookies.getAll().map(({ name }) => name);
	for (const name of tooOld(who, names, classId)) cookies.delete(name, { path: '/' });
	cookies.set(cookieFor(who, classId), token, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		// In a classroom the server may be reached without a certificate.
		secure: url.protocol === 'https:',
		maxAge: locals.live.keepDays * DAY + LONGEST.window
	});
}
