import { LONGEST } from '#lib/classroom/setup.ts';
import type { Pupil } from '#lib/classroom/pupil.ts';
import type { LiveClass } from '#lib/server/live/live-class.ts';
import { cookieFor, tooOld } from '#lib/server/live/tokens.ts';
import { isHostOf, pupilWith } from '#lib/server/live/who.ts';

import { cookieNames, cookieOf } from '../cookie-of.ts';
import type { Exchange } from '../plain.ts';

const DAY = 24 * 60 * 60;

/** Whether a request comes from the host of a class. */
export function isHost({ request }: Exchange, opened: LiveClass): boolean {
	return isHostOf(opened, cookieOf(request.headers.cookie, cookieFor('host', opened.kept.id)));
}

/** The pupil of a class whom a request comes from; undefined where it is none. */
export function pupilIn(exchange: Exchange, opened: LiveClass): Promise<Pupil | undefined> {
	return pupilWith(exchange.services.live, opened, tokenIn(exchange, opened.kept.id));
}

/** The token of a pupil that a device has of a class. */
export function tokenIn({ request }: Exchange, classId: string): string | undefined {
	return cookieOf(request.headers.cookie, cookieFor('pupil', classId));
}

/** Lets a device be known as the host or as a pupil of a class, as long as there may be something to see of it. */
export function know(
	{ request, response, services }: Exchange,
	who: 'host' | 'pupil',
	classId: string,
	token: string
): void {
	const parts = [
		`${cookieFor(who, classId)}=${token}`,
		`Max-Age=${services.live.keepDays * DAY + LONGEST.window}`,
		...['Path=/', 'HttpOnly', 'SameSite=Lax'],
		// In a classroom the server may be reached without a certificate.
		...(request.headers['x-forwarded-proto'] === 'https' ? ['Secure'] : [])
	];
	response.appendHeader('Set-Cookie', parts.join('; '));
	for (const name of tooOld(who, cookieNames(request.headers.cookie), classId))
		response.appendHeader('Set-Cookie', `${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax`);
}
