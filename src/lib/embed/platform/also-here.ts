import { isSameAttempt } from '#lib/quiz/record.ts';

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
			if (!here || (there && there.updatedAt >= here.updatedAt)) return there;
			// One that began while the platform was away, by the clocks of their devices: what that has heard of is another.
			if (there && !isSameAttempt(here, there)) platform.forget();
			platform.keep(here);
			const outcome = outcomeIn(here);
			if (outcome) platform.finished(outcome);
			return here;
		},
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
		watch(listener) {
			const now: { there: Keeping; here: Keeping } = { there: 'kept', here: 'kept' };
			// Of what the platform does not keep, the device has all.
			const tell = (): void =>
				listener(now.there === 'refused' || now.there === 'full' ? now.here : now.there);
			const stops = [
				device.watch((keeping) => ((now.here = keeping), tell())),
				platform.watch((keeping) => ((now.there = keeping), tell()))
			];
			return () => stops.forEach((stop) => stop());
		}
	};
}
