import { isSameAttempt, type AttemptRecord } from '#lib/quiz/record.ts';

import type { DevicePlatform } from './device.ts';
import { outcomeIn } from './outcome-in.ts';
import type { Keeping, Platform } from './platform.ts';

/** A platform that can begin an attempt anew. */
type Anew = Platform & Pick<DevicePlatform, 'forget'>;

/**
 * A platform whose attempts the device keeps as well. What the platform cannot be told, or cannot give back, is not lost when
 * the page is left: the next one goes on from the device, and tells of each answer again.
 */
export function keptHereToo(platform: Anew, device: DevicePlatform): Anew {
	return {
		mode: platform.mode,
		async resume() {
			const [there, here] = await Promise.all([platform.resume(), device.resume()]);
			if (!here || (there && !isAhead(here, there))) return there;
			// One that began while the platform was away, by the clocks of their devices: what that has heard of is another.
			if (there && !isSameAttempt(here, there)) platform.forget();
			tellOf(here, platform);
			return here;
		},
		news: () => device.news(),
		keep(record) {
			device.keep(record);
			platform.keep(record);
		},
		answered: (scored) => platform.answered(scored),
		finished: (outcome) => platform.finished(outcome),
		leave: () => platform.leave(),
		forget() {
			device.forget();
			platform.forget();
		},
		watch: (listener) =>
			// Of what the platform does not keep, the device has all, if the page may keep anything there.
			watchWithDevice(platform, [device], (keeping, here) =>
				listener(keeping === 'refused' && device.isLasting ? here : keeping)
			)
	};
}

/** Tells a platform of an attempt that the device has, and of its end if it has come to one; of its answers, the player does. */
export function tellOf(record: AttemptRecord, platform: Platform): void {
	platform.keep(record);
	const outcome = outcomeIn(record);
	if (outcome) platform.finished(outcome, true);
}

/**
 * Whether a record that the device has counts before that of the platform: it is newer, or of the same attempt and longer,
 * since a platform may have had no room for its end. An attempt that is over at the platform does not go on.
 */
export function isAhead(here: AttemptRecord, there: AttemptRecord): boolean {
	if (there.outcome && isSameAttempt(here, there)) return false;
	if (here.updatedAt !== there.updatedAt) return here.updatedAt > there.updatedAt;
	return here.log.length > there.log.length;
}

/**
 * Watches how well an attempt is kept that is kept on the device as well.
 *
 * @param devices where it may be there
 * @param listener is called with how well it is kept altogether, and on the device alone
 * @returns stops it
 */
export function watchWithDevice(
	platform: Platform,
	devices: readonly DevicePlatform[],
	listener: (keeping: Keeping, here: Keeping) => void
): () => void {
	const here: Keeping[] = devices.map(() => 'kept');
	let there: Keeping = 'kept';
	const tell = (): void => {
		const onDevice = here.find((keeping) => keeping !== 'kept') ?? 'kept';
		const isMore = onDevice === 'kept' && devices.every(({ isLasting }) => isLasting);
		if (there === 'waiting' && isMore) listener('held', onDevice);
		else listener(there === 'full' && isMore ? 'kept' : there, onDevice);
	};
	const stops = [
		...devices.map((device, place) => device.watch((keeping) => ((here[place] = keeping), tell()))),
		platform.watch((keeping) => ((there = keeping), tell()))
	];
	return () => stops.forEach((stop) => stop());
}
