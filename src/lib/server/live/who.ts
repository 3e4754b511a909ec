import type { Pupil } from '#lib/classroom/pupil.ts';

import type { LiveClass } from './live-class.ts';
import type { Live } from './live.ts';
import { isKeyOf, pupilOf } from './tokens.ts';

/** Whether a device has the key of a class’s host: what its cookie holds, or undefined. */
export function isHostOf({ kept }: LiveClass, key: string | undefined): boolean {
	return key !== undefined && isKeyOf(key, kept.hostKeyHash);
}

/** The pupil of a class with a token, whatever their standing; undefined where it is none’s. */
export async function pupilWith(
	{ secret }: Pick<Live, 'secret'>,
	{ kept, roster }: LiveClass,
	token: string | undefined
): Promise<Pupil | undefined> {
	const id = token === undefined ? undefined : pupilOf(token, kept.id, secret);
	return id === undefined ? undefined : roster.find(id);
}
