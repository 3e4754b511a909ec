import { LONGEST } from '#lib/classroom/setup.ts';
import type { Pupil } from '#lib/classroom/pupil.ts';
import type { LiveClass } from '#lib/server/live/live-class.ts';
import type { Live } from '#lib/server/live/live.ts';
import { cookieFor, isKeyOf, pupilOf } from '#lib/server/live/tokens.ts';

import { cookieOf } from '../cookie-of.ts';
import type { Exchange } from '../plain.ts';

const DAY = 24 * 60 * 60;

/** Whether a request comes from the host of a class. */
export function isHost({ request }: Exchange, { kept }: LiveClass): boolean {
	const key = cookieOf(request.headers.cookie, cookieFor('host', kept.id));
	return key !== undefined && isKeyOf(key, kept.hostKeyHash);
}

/** The pupil of a class whom a request comes from. */
export async function pupilIn(exchange: Exchange, opened: LiveClass): Promise<Pupil | 'not-pupil'> {
	return pupilWith(exchange, opened, tokenIn(exchange, opened.kept.id) ?? '');
}

/** The pupil of a class with a token. */
export async function pupilWith(
	{ services: { live } }: Exchange,
	opened: LiveClass,
	token: string
): Promise<Pupil | 'not-pupil'> {
	const id = pupilOf(token, opened.kept.id, live.secret);
	return (id === undefined ? undefined : await opened.pupil(id)) ?? 'not-pupil';
}

/** The token of a pupil that a device has of a class. */
export function tokenIn({ request }: Exchange, classId: string): string | undefined {
	return cookieOf(request.headers.cookie, cookieFor('pupil', classId));
}

/** Lets a device be known as the host or as a pupil of a class, as long as there may be something to see of it. */
export function know(
	{ request, response }: Exchange,
	{ keepDays }: Live,
	who: 'host' | 'pupil',
	classId: string,
	token: string
): void {
	const parts = [
		`${cookieFor(who, classId)}=${token}`,
		`Max-Age=${keepDays * DAY + LONGEST.window}`,
		...['Path=/', 'HttpOnly', 'SameSite=Lax'],
		// In a classroom the server may be reached without a certificate.
		...(request.headers['x-forwarded-proto'] === 'https' ? ['Secure'] : [])
	];
	response.appendHeader('Set-Cookie', parts.join('; '));
}
