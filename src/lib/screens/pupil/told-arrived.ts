import { isRecord, isRevealed } from '#lib/bank/arrived.ts';
import type { ToldOwn } from '#lib/classroom/told.ts';

/**
 * Whether it is what a pupil is told of themselves. Somebody on the way may answer in the server’s place, and so may
 * another version of Five Points; all that it holds was checked before, so that its outline tells.
 */
export function isToldOwn(value: unknown): value is ToldOwn {
	if (!isRecord(value) || !isRecord(value['own']) || !isRevealed(value['course'])) return false;
	const { scores, points, answers, marks } = value['own'];
	const { name, seed } = value;
	return (
		[scores, points, answers].every(Array.isArray) &&
		typeof marks === 'number' &&
		[name, seed].every((text) => typeof text === 'string')
	);
}
