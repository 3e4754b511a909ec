import type { Pupil } from '#lib/classroom/pupil.ts';
import type { ClassSetup } from '#lib/classroom/setup.ts';

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

/** What the page of a class’s host begins with. */
export interface Hosted {
	code: string;
	setup: ClassSetup;
	/** Milliseconds since 1970. */
	createdAt: number;
}

/**
 * The class that a device is the host of.
 *
 * @param key what its cookie holds
 * @returns undefined where there is no such class, or it is not its host
 */
export async function hostedBy(
	{ classes }: Live,
	id: string,
	key: string | undefined
): Promise<Hosted | undefined> {
	const opened = await classes.open(id);
	if (!opened || !isHostOf(opened, key)) return undefined;
	const { code, setup, createdAt } = opened.kept;
	return { code, setup, createdAt };
}
